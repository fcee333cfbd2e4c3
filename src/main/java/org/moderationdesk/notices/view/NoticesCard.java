package org.moderationdesk.notices.view;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Loading;
import org.moderationdesk.referrals.targets.SupportLine;
import org.moderationdesk.referrals.targets.SupportLine.Field;
import org.moderationdesk.referrals.targets.TargetsRefused;
import org.moderationdesk.settings.NoticeSettings;
import org.moderationdesk.settings.view.SettingsCard;
import org.moderationdesk.staff.RightRefused;

/** Where people concerned complain, and who helps those in need. */
public final class NoticesCard implements SettingsCard {
    private static final double STATE = 56;
    private static final double NAME = 120;

    private final Kit kit;
    private final Texts texts;
    private final Callable<Held> read;
    private final Keeping keeping;
    private final VBox body = new VBox();
    private final VBox rows = new VBox();
    private final List<Row> lines = new ArrayList<>();
    private final TextField complaints = new TextField();
    private final Label said = DoorPanel.words("", "size-12");
    private @Nullable Held held;

    /**
     * What is set.
     *
     * @param version of the targets that the lines are from
     */
    public record Held(NoticeSettings says, int version, List<SupportLine> lines) {
        public Held {
            lines = List.copyOf(lines);
        }
    }

    /** Keeps it, off the JavaFX thread, and answers with what is set then. */
    @FunctionalInterface
    public interface Keeping {
        Held keep(Held before, NoticeSettings says, List<SupportLine> lines);
    }

    public NoticesCard(Kit kit, Callable<Held> read, Keeping keeping) {
        this.kit = kit;
        this.texts = kit.texts();
        this.read = read;
        this.keeping = keeping;
        said.setId("notices-said");
        said.managedProperty().bind(said.textProperty().isNotEmpty());
        complaints.setId("notices-complaints");
        complaints.setPromptText(texts.get("notices.settings.complaints.prompt"));
        complaints.setAccessibleText(texts.get("notices.settings.complaints"));
        complaints.setOnAction(_ -> save());
        body.getStyleClass().add("gap-8");
        rows.getStyleClass().add("gap-8");
    }

    @Override
    public Node node() {
        var heading = new Label(texts.get("notices.settings"));
        heading.getStyleClass().addAll("strong", "size-14");
        var card = new VBox(
                heading, DoorPanel.words(texts.get("notices.settings.sentence"), "muted", "size-12"), body, said);
        card.setId("notices-card");
        card.getStyleClass().addAll("card", "gap-12");
        body.getChildren().setAll(new Loading(2, texts.get("notices.settings.loading")));
        kit.background().run(read, this::show, this::failed);
        return card;
    }

    private void show(Held now) {
        held = now;
        complaints.setText(now.says().complaints());
        lines.clear();
        now.lines().forEach(line -> lines.add(new Row(line)));
        lay();
        var add = new Button(texts.get("notices.settings.add"));
        add.setId("notices-add");
        add.setOnAction(_ -> add());
        var save = new Button(texts.get("notices.settings.save"));
        save.setId("notices-save");
        save.getStyleClass().add("accent");
        save.setOnAction(_ -> save());
        var acts = new HBox(save, add);
        acts.getStyleClass().add("gap-8");
        body.getChildren()
                .setAll(
                        DoorPanel.field(texts.get("notices.settings.complaints"), complaints),
                        DoorPanel.words(texts.get("notices.settings.lines"), "field-label"),
                        rows,
                        acts);
    }

    private void lay() {
        rows.getChildren().setAll(lines.stream().map(Row::node).toList());
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).name(i + 1);
        }
    }

    private void add() {
        var row = new Row(SupportLine.blank());
        lines.add(row);
        lay();
        row.focus();
    }

    private void remove(Row row) {
        lines.remove(row);
        lay();
    }

    private void save() {
        Held before = held;
        if (before == null) {
            return;
        }
        String where = complaints.getText().strip();
        boolean fits = NoticeSettings.fits(where);
        mark(complaints, fits);
        String wrong = fits ? "" : texts.get("notices.settings.wrong.complaints", NoticeSettings.LONGEST);
        for (Row row : lines) {
            String fault = row.check();
            wrong = wrong.isEmpty() ? fault : wrong;
        }
        if (!wrong.isEmpty()) {
            say(wrong, true);
            return;
        }
        List<SupportLine> wanted = lines.stream().map(Row::line).toList();
        kit.background()
                .run(
                        () -> keeping.keep(before, new NoticeSettings(where), wanted),
                        now -> {
                            show(now);
                            say(texts.get("notices.settings.saved"), false);
                        },
                        this::failed);
    }

    private void failed(Exception failure) {
        say(
                switch (failure) {
                    case RightRefused missing -> missing.words(texts);
                    case TargetsRefused refused -> refused.words(texts);
                    default -> texts.get("notices.settings.failed");
                },
                true);
    }

    private void say(String sentence, boolean wrong) {
        said.getStyleClass().remove("tone-danger");
        if (wrong) {
            said.getStyleClass().add("tone-danger");
        }
        said.setText(sentence);
    }

    private static void mark(TextField field, boolean sound) {
        field.getStyleClass().remove("wrong");
        if (!sound) {
            field.getStyleClass().add("wrong");
        }
    }

    /** The fields of one line, and what is wrong with it under them. */
    private final class Row {
        private final SupportLine was;
        private final Map<Field, TextField> fields = new EnumMap<>(Field.class);
        private final Button remove = new Button(texts.get("notices.settings.remove"));
        private final Label fault = DoorPanel.words("", "size-12", "tone-danger");
        private final VBox node;

        Row(SupportLine line) {
            was = line;
            var row = new HBox();
            row.getStyleClass().add("gap-8");
            row.setAlignment(Pos.CENTER_LEFT);
            add(row, Field.REGION, line.region()).setPrefWidth(STATE);
            add(row, Field.NL, line.nl());
            add(row, Field.EN, line.en());
            add(row, Field.CONTACT, line.contact());
            remove.setMinWidth(Region.USE_PREF_SIZE);
            remove.setOnAction(_ -> remove(this));
            remove.setDisable(line.isShipped());
            row.getChildren().add(remove);
            fault.managedProperty().bind(fault.textProperty().isNotEmpty());
            node = new VBox(row, fault);
            node.getStyleClass().add("gap-4");
        }

        private TextField add(HBox row, Field name, String value) {
            var field = new TextField(value);
            field.setPromptText(texts.get("notices.settings." + name));
            field.setPrefWidth(NAME);
            field.setOnAction(_ -> save());
            if (name != Field.REGION) {
                HBox.setHgrow(field, Priority.ALWAYS);
            }
            fields.put(name, field);
            row.getChildren().add(field);
            return field;
        }

        Node node() {
            return node;
        }

        void name(int number) {
            fields.forEach((name, field) -> {
                field.setId("notices-" + name + "-" + number);
                field.setAccessibleText(
                        texts.get("notices.settings.of", texts.get("notices.settings." + name), number));
            });
            remove.setId("notices-remove-" + number);
            remove.setAccessibleText(texts.get("notices.settings.remove.of", number));
            fault.setId("notices-fault-" + number);
        }

        void focus() {
            of(Field.REGION).requestFocus();
        }

        SupportLine line() {
            return new SupportLine(
                    was.code(),
                    of(Field.REGION).getText(),
                    of(Field.NL).getText(),
                    of(Field.EN).getText(),
                    of(Field.CONTACT).getText());
        }

        /** Marks what is wrong; answers with the first of it in words, empty for nothing. */
        String check() {
            List<Field> wrong = line().faults();
            fields.forEach((name, field) -> mark(field, !wrong.contains(name)));
            fault.setText(wrong.isEmpty() ? "" : texts.get("notices.settings.wrong." + wrong.getFirst()));
            return fault.getText();
        }

        private TextField of(Field name) {
            return Objects.requireNonNull(fields.get(name));
        }
    }
}
