package org.moderationdesk.queue.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Numbers;
import org.moderationdesk.queue.CaseRow;
import org.moderationdesk.queue.Priority.Part;

/** Says why a case stands where it stands: its parts in words, and what they add up to. */
final class WhyFirst {
    private static final long TENTH = 100;

    private final Texts texts;
    private final Numbers numbers;

    WhyFirst(Texts texts) {
        this.texts = texts;
        this.numbers = new Numbers(texts);
    }

    Node of(CaseRow row, Instant now) {
        var title = new Label(texts.get("queue.why.title"));
        title.getStyleClass().add("strong");
        var sentence = new Label(texts.get("queue.why.sentence"));
        sentence.getStyleClass().add("muted");
        sentence.setWrapText(true);
        var grid = new GridPane();
        grid.getStyleClass().add("why-parts");
        var words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        var points = new ColumnConstraints();
        points.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().addAll(words, points);
        List<Part> parts = row.priority().parts(now);
        List<Long> tenths = tenths(parts);
        for (int i = 0; i < parts.size(); i++) {
            grid.addRow(i, label(parts.get(i).words(texts), "why-part"), label(signed(tenths.get(i)), "why-points"));
        }
        long sum = tenths.stream().mapToLong(Long::longValue).sum();
        grid.addRow(
                parts.size(),
                label(texts.get("queue.why.sum"), "why-sum"),
                label(numbers.decimal(sum / 10.0, 1), "why-sum"));
        var box = new VBox(title, sentence, grid);
        box.getStyleClass().add("why-first");
        box.setId("queue-why");
        return box;
    }

    /** The parts in tenths of a point, rounded so that they add up to the rounded sum. */
    static List<Long> tenths(List<Part> parts) {
        var rounded = new ArrayList<Long>();
        long exact = 0;
        long told = 0;
        for (Part part : parts) {
            exact += part.milliPoints();
            long next = Math.floorDiv(exact + TENTH / 2, TENTH);
            rounded.add(next - told);
            told = next;
        }
        return rounded;
    }

    private String signed(long tenths) {
        String number = numbers.decimal(Math.abs(tenths) / 10.0, 1);
        return (tenths < 0 ? "\u2212 " : "+ ") + number;
    }

    private static Label label(String words, String style) {
        var label = new Label(words);
        label.getStyleClass().add(style);
        return label;
    }
}
