package org.moderationdesk.referrals.targets.view;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.CheckedField;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.referrals.targets.Bilingual;
import org.moderationdesk.referrals.targets.Channel;
import org.moderationdesk.referrals.targets.ClockStart;
import org.moderationdesk.referrals.targets.Direction;
import org.moderationdesk.referrals.targets.Duty;
import org.moderationdesk.referrals.targets.Needed;
import org.moderationdesk.referrals.targets.Purpose;
import org.moderationdesk.referrals.targets.StoredTargets;
import org.moderationdesk.referrals.targets.Target;
import org.moderationdesk.referrals.targets.TargetEntry;
import org.moderationdesk.referrals.targets.TargetEntry.Field;
import org.moderationdesk.referrals.targets.TargetKind;
import org.moderationdesk.referrals.targets.UserNotice;

/** One target to be changed or added, in both languages, with what is wrong at its field. JavaFX thread only. */
final class TargetForm extends ScrollPane {
    private static final double HEIGHT = 400;

    private final Texts texts;
    private final TargetWords words;
    private final Map<Field, CheckedField> fields = new EnumMap<>(Field.class);
    private final TextField code = line("target-code");
    private final Pair name = new Pair("target-name");
    private final ComboBox<TargetKind> kind;
    private final ComboBox<Direction> direction;
    private final Map<Purpose, CheckBox> purposes = new LinkedHashMap<>();
    private final TextField jurisdiction = line("target-jurisdiction");
    private final Pair basis = new Pair("target-basis");
    private final ComboBox<Duty> duty;
    private final Pair trigger = new Pair("target-trigger");
    private final ComboBox<String> deadline = new ComboBox<>();
    private final ComboBox<ClockStart> clock;
    private final ComboBox<Channel> channel;
    private final TextField contact = line("target-contact");
    private final Map<Needed, CheckBox> minimum = new LinkedHashMap<>();
    private final TextField days = line("target-days");
    private final ComboBox<UserNotice> notice;
    private final Pair note = new Pair("target-note");

    /** The same in both languages. */
    private record Pair(TextField en, TextField nl) {
        Pair(String id) {
            this(line(id + "-en"), line(id + "-nl"));
        }

        TargetEntry.Words said() {
            return new TargetEntry.Words(en.getText(), nl.getText());
        }

        void set(Bilingual words) {
            en.setText(words.en());
            nl.setText(words.nl());
        }
    }

    /** @param was the one that is changed; null for a new one */
    TargetForm(Texts texts, @Nullable Target was) {
        this.texts = texts;
        this.words = new TargetWords(texts);
        kind = choice("target-kind", TargetKind.values());
        direction = choice("target-direction", Direction.values());
        duty = choice("target-duty", Duty.values());
        clock = choice("target-clock", ClockStart.values());
        channel = choice("target-channel", Channel.values());
        notice = choice("target-notice", UserNotice.values());
        for (Purpose one : Purpose.values()) {
            purposes.put(one, box("target-purpose-" + one, words.of(one)));
        }
        for (Needed one : Needed.values()) {
            minimum.put(one, box("target-needed-" + one, texts.get("authorities.dossier.value.needed." + one)));
        }
        deadline.setId("target-deadline");
        deadline.setEditable(true);
        deadline.setMaxWidth(Double.MAX_VALUE);
        deadline.setConverter(deadlines());
        deadline.getItems().setAll("IMMEDIATE", "PROMPT", "SAME_SHIFT", "NONE");
        deadline.setValue("NONE");
        days.setText("0");
        if (was != null) {
            fill(was);
        }
        lay(was == null ? "" : was.code());
    }

    TargetEntry entry() {
        String within = deadline.getEditor().getText();
        return new TargetEntry(
                code.getText().strip(),
                name.said(),
                kind.getValue(),
                direction.getValue(),
                chosen(purposes),
                jurisdiction.getText().strip(),
                basis.said(),
                duty.getValue(),
                trigger.said(),
                deadline.getConverter().fromString(within),
                clock.getValue(),
                channel.getValue(),
                contact.getText(),
                chosen(minimum),
                days.getText().strip(),
                notice.getValue(),
                note.said());
    }

    /** Says what is wrong at each field, and goes to the first. */
    void show(Set<Field> faults) {
        fields.forEach((field, shown) ->
                shown.say(faults.contains(field) ? texts.get("referrals.targets.fault." + field) : ""));
        faults.stream().findFirst().ifPresent(this::goTo);
    }

    void say(Field field, String sentence) {
        CheckedField shown = fields.get(field);
        if (shown != null) {
            shown.say(sentence);
            goTo(field);
        }
    }

    private void goTo(Field field) {
        CheckedField shown = fields.get(field);
        if (shown != null) {
            shown.focus();
            double hidden = getContent().getBoundsInLocal().getHeight()
                    - getViewportBounds().getHeight();
            if (hidden > 0) {
                double top = getContent()
                        .sceneToLocal(shown.localToScene(shown.getBoundsInLocal()))
                        .getMinY();
                setVvalue(Math.clamp(top / hidden, 0, 1));
            }
        }
    }

    private void fill(Target was) {
        code.setText(was.code());
        code.setEditable(false);
        name.set(was.name());
        kind.setValue(was.kind());
        direction.setValue(was.direction());
        was.purposes().forEach(one -> check(purposes.get(one)));
        jurisdiction.setText(was.jurisdiction());
        basis.set(was.legalBasis());
        duty.setValue(was.duty());
        trigger.set(was.trigger());
        deadline.setValue(was.deadline());
        clock.setValue(was.clock());
        channel.setValue(was.channel());
        contact.setText(was.contact());
        was.minimum().forEach(one -> check(minimum.get(one)));
        days.setText(Integer.toString(was.preservationDays()));
        notice.setValue(was.notice());
        note.set(was.note());
    }

    private static void check(@Nullable CheckBox box) {
        if (box != null) {
            box.setSelected(true);
        }
    }

    private void lay(String shipped) {
        int least = StoredTargets.leastDays(shipped);
        var page = new VBox(
                row(field(Field.CODE, "code", code), plain("kind", kind), plain("direction", direction)),
                both(Field.NAME, "name", name),
                boxes(Field.PURPOSES, "purposes", purposes),
                row(
                        field(Field.JURISDICTION, "jurisdiction", jurisdiction),
                        plain("duty", duty),
                        plain("notice", notice)),
                both(Field.BASIS, "legalBasis", basis),
                both(Field.TRIGGER, "trigger", trigger),
                row(field(Field.DEADLINE, "deadline", deadline), field(Field.CLOCK, "clock", clock)),
                row(plain("channel", channel), field(Field.CONTACT, "contact", contact)),
                labelled("minimum", flow(minimum)),
                field(Field.DAYS, "preservationDays", days),
                floor(least),
                both(Field.NOTE, "note", note));
        page.getStyleClass().addAll("gap-12", "target-form");
        setContent(page);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setPrefViewportHeight(HEIGHT);
        setFocusTraversable(false);
        getStyleClass().add("edge-less");
        setId("target-form");
    }

    private Node floor(int least) {
        var note = DoorPanel.note(
                Icon.HELD,
                least > 0 ? texts.get("referrals.targets.floor.days", least) : texts.get("referrals.targets.floor"));
        note.setId("target-floor");
        return note;
    }

    private CheckedField field(Field field, String name, Control control) {
        var shown = new CheckedField(words.field(name), control);
        fields.put(field, shown);
        return shown;
    }

    private Node both(Field field, String name, Pair pair) {
        pair.en().setPromptText(texts.get("referrals.targets.in.en"));
        pair.nl().setPromptText(texts.get("referrals.targets.in.nl"));
        var two = new HBox(pair.en(), pair.nl());
        two.getStyleClass().add("gap-8");
        HBox.setHgrow(pair.en(), Priority.ALWAYS);
        HBox.setHgrow(pair.nl(), Priority.ALWAYS);
        String label = texts.get("referrals.targets.in-both", words.field(name));
        var shown = new CheckedField(label, two, List.of(pair.en(), pair.nl()));
        pair.en()
                .setAccessibleText(
                        texts.get("referrals.targets.in-one", words.field(name), texts.get("referrals.targets.in.en")));
        pair.nl()
                .setAccessibleText(
                        texts.get("referrals.targets.in-one", words.field(name), texts.get("referrals.targets.in.nl")));
        fields.put(field, shown);
        return shown;
    }

    private <E extends Enum<E>> Node boxes(Field field, String name, Map<E, CheckBox> boxes) {
        var shown = new CheckedField(words.field(name), flow(boxes), List.copyOf(boxes.values()));
        // The first stands for itself, not for all of them.
        boxes.values().forEach(box -> box.setAccessibleText(box.getText()));
        fields.put(field, shown);
        return shown;
    }

    private Node plain(String name, Node control) {
        control.setAccessibleText(words.field(name));
        return DoorPanel.field(words.field(name), control);
    }

    private Node labelled(String name, Node content) {
        var label = DoorPanel.words(words.field(name), "field-label");
        var box = new VBox(label, content);
        box.getStyleClass().add("gap-4");
        return box;
    }

    private static FlowPane flow(Map<?, CheckBox> boxes) {
        var flow = new FlowPane();
        flow.getStyleClass().add("chips");
        flow.getChildren().addAll(boxes.values());
        return flow;
    }

    private static GridPane row(Node... nodes) {
        var row = new GridPane();
        row.getStyleClass().add("report-row");
        for (int i = 0; i < nodes.length; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / nodes.length);
            row.getColumnConstraints().add(column);
        }
        row.addRow(0, nodes);
        return row;
    }

    private static <E extends Enum<E>> List<E> chosen(Map<E, CheckBox> boxes) {
        List<E> chosen = new ArrayList<>();
        boxes.forEach((one, box) -> {
            if (box.isSelected()) {
                chosen.add(one);
            }
        });
        return chosen;
    }

    private static TextField line(String id) {
        var line = new TextField();
        line.setId(id);
        return line;
    }

    private static CheckBox box(String id, String words) {
        var box = new CheckBox(words);
        box.setId(id);
        box.setMnemonicParsing(false);
        return box;
    }

    private <E extends Enum<E>> ComboBox<E> choice(String id, E[] values) {
        var box = new ComboBox<E>();
        box.setId(id);
        box.setMaxWidth(Double.MAX_VALUE);
        box.getItems().setAll(values);
        box.setValue(values[0]);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable E value) {
                return value == null ? "" : words.of(value);
            }

            @Override
            public E fromString(String typed) {
                throw new UnsupportedOperationException("chosen, not typed");
            }
        });
        return box;
    }

    /** Words of the desk for those that have some; hours are a number. */
    private StringConverter<String> deadlines() {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable String value) {
                if (value == null) {
                    return "";
                }
                String own = "referrals.targets.deadline." + value;
                if (texts.has(own)) {
                    return texts.get(own);
                }
                return value.matches("PT\\d+H") ? value.substring(2, value.length() - 1) : value;
            }

            @Override
            public String fromString(String typed) {
                return deadline.getItems().stream()
                        .filter(one -> toString(one).equals(typed.strip()))
                        .findFirst()
                        .orElse(typed);
            }
        };
    }
}
