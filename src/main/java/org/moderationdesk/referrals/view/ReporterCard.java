package org.moderationdesk.referrals.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Loading;
import org.moderationdesk.settings.ReferralSettings;
import org.moderationdesk.settings.ReporterSettings;
import org.moderationdesk.settings.view.SettingsCard;
import org.moderationdesk.staff.RightRefused;

/** Who reports to NCMEC from this desk, and how soon referrals are to go out. */
public final class ReporterCard implements SettingsCard {
    private static final List<String> LINES = List.of("firstName", "lastName", "email", "service", "legalUrl");
    private static final List<String> AREAS = List.of("companyText", "terms");
    private static final List<String> TIMES = List.of("ncmecHours", "authorityHours", "emergencyMinutes");
    private static final int ROWS = 3;

    private final Kit kit;
    private final Texts texts;
    private final Callable<Held> read;
    private final Keeping keeping;
    private final Map<String, TextInputControl> fields = new LinkedHashMap<>();
    private final VBox body = new VBox();
    private final Label said = DoorPanel.words("", "size-12");

    /** What is set. */
    public record Held(ReporterSettings reporter, ReferralSettings times) {}

    /** Keeps it; off the JavaFX thread. */
    @FunctionalInterface
    public interface Keeping {
        void keep(Held held);
    }

    public ReporterCard(Kit kit, Callable<Held> read, Keeping keeping) {
        this.kit = kit;
        this.texts = kit.texts();
        this.read = read;
        this.keeping = keeping;
        said.setId("reporter-said");
        said.managedProperty().bind(said.textProperty().isNotEmpty());
        body.getStyleClass().add("gap-8");
    }

    @Override
    public Node node() {
        var heading = new Label(texts.get("referrals.reporter"));
        heading.getStyleClass().addAll("strong", "size-14");
        var card = new VBox(
                heading, DoorPanel.words(texts.get("referrals.reporter.sentence"), "muted", "size-12"), body, said);
        card.setId("reporter-card");
        card.getStyleClass().addAll("card", "gap-12");
        body.getChildren().setAll(new Loading(ROWS, texts.get("referrals.settings.loading")));
        kit.background().run(read, this::show, this::failed);
        return card;
    }

    private void show(Held held) {
        ReporterSettings by = held.reporter();
        ReferralSettings times = held.times();
        body.getChildren().clear();
        List<String> lines = List.of(by.firstName(), by.lastName(), by.email(), by.service(), by.legalUrl());
        for (int i = 0; i < LINES.size(); i++) {
            add(LINES.get(i), new TextField(lines.get(i)));
        }
        List<String> areas = List.of(by.companyText(), by.terms());
        for (int i = 0; i < AREAS.size(); i++) {
            var area = new TextArea(areas.get(i));
            area.setWrapText(true);
            area.setPrefRowCount(ROWS);
            add(AREAS.get(i), area);
        }
        List<Integer> numbers = List.of(times.ncmecHours(), times.authorityHours(), times.emergencyMinutes());
        for (int i = 0; i < TIMES.size(); i++) {
            var field = new TextField(Integer.toString(numbers.get(i)));
            field.setMaxWidth(80);
            add(TIMES.get(i), field);
        }
        var save = new Button(texts.get("referrals.reporter.save"));
        save.setId("reporter-save");
        save.getStyleClass().add("accent");
        save.setOnAction(_ -> save());
        body.getChildren().add(new HBox(save));
    }

    private void add(String name, TextInputControl field) {
        field.setId("reporter-" + name);
        field.setAccessibleText(texts.get("referrals.reporter." + name));
        fields.put(name, field);
        body.getChildren().add(DoorPanel.field(texts.get("referrals.reporter." + name), field));
    }

    private void save() {
        said.getStyleClass().remove("tone-danger");
        ReferralSettings times;
        try {
            times = new ReferralSettings(number("ncmecHours"), number("authorityHours"), number("emergencyMinutes"));
        } catch (IllegalArgumentException wrong) {
            // Of a number as well: it is one.
            say(texts.get("referrals.reporter.wrong"), true);
            return;
        }
        var reporter = new ReporterSettings(
                text("firstName"),
                text("lastName"),
                text("email"),
                text("service"),
                text("companyText"),
                text("terms"),
                text("legalUrl"));
        kit.background()
                .run(
                        () -> {
                            keeping.keep(new Held(reporter, times));
                            return times;
                        },
                        _ -> say(texts.get("referrals.reporter.saved"), false),
                        this::failed);
    }

    private String text(String name) {
        TextInputControl field = fields.get(name);
        return field == null ? "" : field.getText().strip();
    }

    private int number(String name) {
        return Integer.parseInt(text(name));
    }

    private void failed(Exception failure) {
        say(
                failure instanceof RightRefused missing ? missing.words(texts) : texts.get("referrals.reporter.failed"),
                true);
    }

    private void say(String sentence, boolean wrong) {
        said.getStyleClass().remove("tone-danger");
        if (wrong) {
            said.getStyleClass().add("tone-danger");
        }
        said.setText(sentence);
    }
}
