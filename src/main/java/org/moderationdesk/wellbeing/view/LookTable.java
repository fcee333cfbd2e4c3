package org.moderationdesk.wellbeing.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.wellbeing.OwnDay;

/** Looks of a day: a row a form, a column a severity, in each how many and for how long. */
final class LookTable {
    private final Kit kit;
    private final Texts texts;
    private final List<OwnDay.Looks> looks;

    LookTable(Kit kit, List<OwnDay.Looks> looks) {
        this.kit = kit;
        this.texts = kit.texts();
        this.looks = looks;
    }

    Node node() {
        var table = new GridPane();
        table.setId("my-day-looks");
        table.getStyleClass().add("look-table");
        var names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        table.getColumnConstraints().add(names);
        List<LookForm> forms =
                looks.stream().map(OwnDay.Looks::form).distinct().sorted().toList();
        int column = 1;
        for (Severity severity : Severity.values()) {
            var right = new ColumnConstraints();
            right.setHalignment(HPos.RIGHT);
            table.getColumnConstraints().add(right);
            table.add(cell(texts.get("guidelines.severity." + severity.name()), "muted"), column, 0);
            for (int row = 0; row < forms.size(); row++) {
                table.add(cell(words(forms.get(row), severity)), column, row + 1);
            }
            column++;
        }
        for (int row = 0; row < forms.size(); row++) {
            table.add(cell(form(forms.get(row))), 0, row + 1);
        }
        return table;
    }

    private String form(LookForm form) {
        return texts.get("wellbeing.form." + form.name());
    }

    private String words(LookForm form, Severity severity) {
        return looks.stream()
                .filter(one -> one.form() == form && one.severity() == severity)
                .findFirst()
                .map(one -> texts.get(
                        one.times() == 1 ? "wellbeing.day.look" : "wellbeing.day.looks.count",
                        one.times(),
                        kit.times().countdown(Duration.ofMillis(one.millis()))))
                .orElse("–");
    }

    private static Label cell(String words, String... styles) {
        var label = new Label(words);
        var all = new ArrayList<>(List.of(styles));
        all.add("size-12");
        label.getStyleClass().addAll(all);
        return label;
    }
}
