package org.moderationdesk.settings.view;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.settings.DecisionSettings;
import org.moderationdesk.settings.DecisionSettings.StrikeStep;
import org.moderationdesk.settings.QueueSettings;

/** How long claims and undo last, when cases are due, what strikes lead to, and where cases can be escalated to. */
public final class WorkCard implements SettingsCard {
    private static final int MOST_NAME = 60;

    private final Texts texts;
    private final BiConsumer<QueueSettings, DecisionSettings> save;
    private final TextField undo;
    private final TextField lease;
    private final TextField critical;
    private final TextField high;
    private final TextField medium;
    private final TextField low;
    private final TextField strikeDays;
    private final TextField specialists;
    private final StrikeTable strikes;
    private final Label said = new Label();

    /** @param save keeps the settings and lets them take effect */
    public WorkCard(
            Texts texts,
            QueueSettings queue,
            DecisionSettings decisions,
            BiConsumer<QueueSettings, DecisionSettings> save) {
        this.texts = texts;
        this.save = save;
        this.undo = Rows.number("settings-undo", decisions.undoSeconds(), texts.get("settings.undo"));
        this.lease = Rows.number("settings-lease", queue.leaseMinutes(), texts.get("settings.lease"));
        this.critical = Rows.number("settings-due-critical", queue.criticalHours(), texts.get("settings.due.critical"));
        this.high = Rows.number("settings-due-high", queue.highHours(), texts.get("settings.due.high"));
        this.medium = Rows.number("settings-due-medium", queue.mediumHours(), texts.get("settings.due.medium"));
        this.low = Rows.number("settings-due-low", queue.lowHours(), texts.get("settings.due.low"));
        this.strikeDays =
                Rows.number("settings-strike-days", decisions.strikeDays(), texts.get("settings.strike-days"));
        this.specialists = new TextField(String.join(", ", decisions.specialistQueues()));
        specialists.setId("settings-specialists");
        specialists.getStyleClass().add("settings-wide");
        this.strikes = new StrikeTable(texts, decisions.strikes());
        said.setId("settings-work-said");
        said.getStyleClass().add("size-12");
        said.setWrapText(true);
    }

    @Override
    public Node node() {
        var button = new Button(texts.get("settings.work-save"));
        button.setId("settings-work-save");
        button.getStyleClass().add("accent");
        button.setOnAction(_ -> save());
        return Rows.card(
                texts.get("settings.work"),
                Rows.row(texts.get("settings.undo"), undo),
                Rows.row(texts.get("settings.lease"), lease),
                Rows.row(texts.get("settings.due.critical"), critical),
                Rows.row(texts.get("settings.due.high"), high),
                Rows.row(texts.get("settings.due.medium"), medium),
                Rows.row(texts.get("settings.due.low"), low),
                Rows.note(texts.get("settings.due.note")),
                Rows.row(texts.get("settings.strike-days"), strikeDays),
                Rows.row(texts.get("settings.strikes"), strikes.node()),
                Rows.row(texts.get("settings.specialists"), specialists),
                new VBox(button, said));
    }

    private void save() {
        Optional<List<StrikeStep>> steps = strikes.steps();
        List<String> queues = Arrays.stream(specialists.getText().split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        boolean sound = Rows.within(undo, 0, 600)
                & Rows.within(lease, 1, 240)
                & Rows.within(critical, 1, 9_999)
                & Rows.within(high, 1, 9_999)
                & Rows.within(medium, 1, 9_999)
                & Rows.within(low, 1, 9_999)
                & Rows.within(strikeDays, 1, 9_999);
        boolean named = !queues.isEmpty() && queues.stream().allMatch(name -> name.length() <= MOST_NAME);
        Rows.mark(specialists, named);
        if (!sound || !named || steps.isEmpty()) {
            said.setText(texts.get("settings.work-wrong"));
            said.getStyleClass().add("tone-danger");
            return;
        }
        said.getStyleClass().remove("tone-danger");
        said.setText(texts.get("settings.work-saved"));
        save.accept(
                new QueueSettings(number(lease), number(low), number(medium), number(high), number(critical)),
                new DecisionSettings(number(undo), number(strikeDays), steps.get(), queues));
    }

    private static int number(TextField field) {
        return Integer.parseInt(field.getText());
    }
}
