package org.moderationdesk.settings.view;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.settings.WellbeingSettings;
import org.moderationdesk.settings.WellbeingSettings.FormWeights;
import org.moderationdesk.settings.WellbeingSettings.Rotation;
import org.moderationdesk.settings.WellbeingSettings.SeverityWeights;

/** The day's budget of looking and its weights, breaks, and the team's rotation. */
public final class WellbeingCard implements SettingsCard {
    private final Texts texts;
    private final boolean maySet;
    private final Consumer<WellbeingSettings> save;
    private final TextField budget;
    private final TextField every;
    private final TextField length;
    private final List<TextField> severity;
    private final List<TextField> form;
    private final CheckBox rotating;
    private final TextField cases;
    private final TextField minutes;
    private final TextField rest;
    private final Label said = new Label();

    /**
     * @param maySet whether this person may change anything here
     * @param save keeps the settings and lets them take effect
     */
    public WellbeingCard(Texts texts, WellbeingSettings now, boolean maySet, Consumer<WellbeingSettings> save) {
        this.texts = texts;
        this.maySet = maySet;
        this.save = save;
        SeverityWeights bySeverity = now.severity();
        FormWeights byForm = now.form();
        budget = field("budget", now.budgetMinutes());
        every = field("break-every", now.breakEveryMinutes());
        length = field("break", now.breakMinutes());
        severity = fields("severity", bySeverity.low(), bySeverity.medium(), bySeverity.high(), bySeverity.critical());
        form = fields(
                "form",
                byForm.colour(),
                byForm.grey(),
                byForm.frames(),
                byForm.loupe(),
                byForm.smallGrey(),
                byForm.outline(),
                byForm.sound());
        rotating = new CheckBox(texts.get("settings.care.rotation.on"));
        rotating.setId("settings-care-rotation");
        rotating.setSelected(now.rotation().on());
        cases = field("cases", now.rotation().cases());
        minutes = field("minutes", now.rotation().minutes());
        rest = field("rest", now.rotation().restMinutes());
        said.setId("settings-care-said");
        said.getStyleClass().add("size-12");
        said.setWrapText(true);
    }

    @Override
    public Node node() {
        var button = new Button(texts.get("settings.care-save"));
        button.setId("settings-care-save");
        button.getStyleClass().add("accent");
        button.setOnAction(_ -> save());
        button.setDisable(!maySet);
        all().forEach(field -> field.setDisable(!maySet));
        rotating.setDisable(!maySet);
        if (!maySet) {
            said.setText(texts.get("settings.care.lead"));
        }
        return Rows.card(
                texts.get("settings.care"),
                Rows.row(texts.get("settings.care.budget"), budget),
                Rows.row(texts.get("settings.care.break-every"), every),
                Rows.row(texts.get("settings.care.break"), length),
                Rows.row(texts.get("settings.care.severity"), named("severity", severity)),
                Rows.row(texts.get("settings.care.form"), named("form", form)),
                Rows.note(texts.get("settings.care.note")),
                Rows.row(texts.get("settings.care.rotation"), rotating),
                Rows.row(texts.get("settings.care.cases"), cases),
                Rows.row(texts.get("settings.care.minutes"), minutes),
                Rows.row(texts.get("settings.care.rest"), rest),
                new VBox(button, said));
    }

    private void save() {
        boolean sound = within(budget, 1, 480)
                & within(every, 5, 240)
                & within(length, 1, 120)
                & within(cases, 1, 999)
                & within(minutes, 1, 999)
                & within(rest, 1, 480);
        for (TextField weight : Stream.concat(severity.stream(), form.stream()).toList()) {
            sound &= within(weight, 0, 1000);
        }
        said.getStyleClass().remove("tone-danger");
        if (!sound) {
            said.setText(texts.get("settings.work-wrong"));
            said.getStyleClass().add("tone-danger");
            return;
        }
        said.setText(texts.get("settings.work-saved"));
        save.accept(new WellbeingSettings(
                number(budget),
                number(every),
                number(length),
                new SeverityWeights(
                        number(severity.get(0)),
                        number(severity.get(1)),
                        number(severity.get(2)),
                        number(severity.get(3))),
                new FormWeights(
                        number(form.get(0)),
                        number(form.get(1)),
                        number(form.get(2)),
                        number(form.get(3)),
                        number(form.get(4)),
                        number(form.get(5)),
                        number(form.get(6))),
                new Rotation(rotating.isSelected(), number(cases), number(minutes), number(rest))));
    }

    private Stream<TextField> all() {
        return Stream.of(Stream.of(budget, every, length, cases, minutes, rest), severity.stream(), form.stream())
                .flatMap(fields -> fields);
    }

    private TextField field(String name, int value) {
        return Rows.number("settings-care-" + name, value, texts.get("settings.care." + name));
    }

    private List<TextField> fields(String name, int... values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> Rows.number(
                        "settings-care-" + name + "-" + (i + 1),
                        values[i],
                        texts.get("settings.care." + name) + ", " + texts.get("settings.care." + name + "." + (i + 1))))
                .toList();
    }

    /** Each weight below its own name. */
    private Node named(String name, List<TextField> fields) {
        var line = new FlowPane();
        line.getStyleClass().add("settings-weights");
        for (int i = 0; i < fields.size(); i++) {
            var word = new Label(texts.get("settings.care." + name + "." + (i + 1)));
            word.getStyleClass().addAll("muted", "size-12");
            word.setLabelFor(fields.get(i));
            line.getChildren().add(new VBox(word, fields.get(i)));
        }
        return line;
    }

    private static boolean within(TextField field, int least, int most) {
        boolean sound = field.getText().matches("\\d{1,4}") && number(field) >= least && number(field) <= most;
        field.getStyleClass().remove("wrong");
        if (!sound) {
            field.getStyleClass().add("wrong");
        }
        return sound;
    }

    private static int number(TextField field) {
        return Integer.parseInt(field.getText());
    }
}
