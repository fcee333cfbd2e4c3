package org.moderationdesk.practice.view;

import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.moderationdesk.practice.Score;

/** Score, rules, exceptions, evidence and time of a run, side by side. */
final class FiguresRow extends HBox {
    FiguresRow(ResultModel.Result result, PracticeWords words) {
        setId("practice-figures");
        getStyleClass().addAll("practice-figures", "edge-bottom");
        Figures figures = result.figures();
        getChildren()
                .addAll(
                        score(result, words),
                        part("rules", figures.rules(), words),
                        part("exceptions", figures.exceptions(), words),
                        part("evidence", figures.evidence(), words),
                        time(result, words));
    }

    private static Node score(ResultModel.Result result, PracticeWords words) {
        Score score = result.score();
        int passMark = result.set().newest().terms().scoring().passMark();
        String percent = words.percent(score.percent());
        var ring = new ScoreRing(
                score.percent(), passMark, percent, words.get("practice.figure.score.spoken", percent, passMark));
        var right = Shown.whole(words.get("practice.figure.right", score.right(), score.items()), "strong", "size-20");
        right.setId("practice-right");
        var lines = new VBox(
                Shown.label(words.get("practice.figure.score"), "muted", "size-12"),
                right,
                Shown.whole(words.get("practice.figure.pass-mark", passMark), "muted", "size-12"));
        lines.getStyleClass().add("gap-4");
        lines.setAlignment(Pos.CENTER_LEFT);
        var both = new HBox(ring, lines);
        both.setAlignment(Pos.CENTER_LEFT);
        both.getStyleClass().addAll("gap-12", "practice-figure");
        both.setMinWidth(USE_PREF_SIZE);
        return both;
    }

    private static Node part(String name, Figures.Part part, PracticeWords words) {
        var number = Shown.whole(words.kit().numbers().whole(part.right()), "strong", "size-20");
        Label of = Shown.whole(words.get("practice.figure.of", part.of()), "muted", "size-12");
        var line = line(number, of);
        var bar = new ProgressBar(part.of() == 0 ? 0 : (double) part.right() / part.of());
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setFocusTraversable(false);
        bar.getStyleClass().addAll("small", "practice-bar");
        String title = words.get("practice.figure." + name);
        bar.setAccessibleText(words.get("practice.figure.spoken", title, part.right(), part.of()));
        Shown.put(bar, part.of() > 0);
        if (part.of() == 0) {
            number.setText("\u2013");
            of.setText(words.get("practice.figure.none"));
        }
        return tile(title, line, bar);
    }

    private static Node time(ResultModel.Result result, PracticeWords words) {
        var number = Shown.whole(PracticeWords.clock(result.figures().medianMs()), "strong", "size-20");
        var line = line(number);
        if (result.medianBefore() > 0) {
            line.getChildren()
                    .add(Shown.whole(
                            words.get("practice.figure.was", PracticeWords.clock(result.medianBefore())),
                            "muted",
                            "size-12"));
        }
        return tile(
                words.get("practice.figure.time"),
                line,
                Shown.label(words.get("practice.figure.time.about"), "muted", "size-12"));
    }

    /** What is beside a number comes below it where that is narrow, instead of being cut. */
    private static FlowPane line(Node... parts) {
        var line = new FlowPane(parts);
        line.setRowValignment(VPos.BASELINE);
        line.setHgap(4);
        line.setPrefWrapLength(0);
        line.setMinWidth(0);
        return line;
    }

    private static Node tile(String title, Node line, Node below) {
        var tile = new VBox(Shown.whole(title, "muted", "size-12"), line, below);
        tile.getStyleClass().addAll("gap-8", "practice-figure", "edge-left");
        // All four share alike what the score leaves.
        tile.setPrefWidth(0);
        HBox.setHgrow(tile, Priority.ALWAYS);
        return tile;
    }
}
