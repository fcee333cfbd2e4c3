package org.moderationdesk.referrals.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Chip;
import org.moderationdesk.fx.Tabs;
import org.moderationdesk.referrals.ncmec.Fault;

/** The fields of a form of NCMEC's documents, each by its path, with what is wrong said at the field. */
final class FormParts {
    private static final Pattern TIME =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)T(\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?)(Z|[+-]\\d\\d:\\d\\d)");
    private static final int AREA_ROWS = 3;
    private static final int LINES_ROWS = 2;

    private final ReportForm form;
    private final FaultWords names;
    private final Texts texts;
    private final Map<String, Field> fields = new LinkedHashMap<>();

    /** @param controls the first one takes the focus */
    private record Field(List<Control> controls, Label problem) {}

    FormParts(ReportForm form, FaultWords names, Texts texts) {
        this.form = form;
        this.names = names;
        this.texts = texts;
    }

    /** Forgets the fields: others are laid out in their place. */
    void clear() {
        fields.clear();
    }

    Node line(String path, boolean required) {
        var field = new TextField(form.text(path));
        field.textProperty().subscribe((_, now) -> form.set(path, now));
        return field(path, required, field, List.of(field));
    }

    Node area(String path, boolean required) {
        var area = new TextArea(form.text(path));
        area.setWrapText(true);
        area.setPrefRowCount(AREA_ROWS);
        Tabs.leaveByTab(area);
        area.textProperty().subscribe((_, now) -> form.set(path, now));
        return field(path, required, area, List.of(area));
    }

    /** Several of one kind, each on a line of its own. */
    Node lines(String path) {
        var area = new TextArea(String.join("\n", form.texts(path)));
        area.setPrefRowCount(LINES_ROWS);
        area.setPromptText(texts.get("referrals.form.lines"));
        Tabs.leaveByTab(area);
        area.textProperty().subscribe((_, now) -> form.set(path, parts(now, "\n")));
        return field(path, false, area, List.of(area));
    }

    /** Several of one kind on one line, apart by commas. */
    Node many(String path) {
        var field = new TextField(String.join(", ", form.texts(path)));
        field.textProperty().subscribe((_, now) -> form.set(path, parts(now, ",")));
        return field(path, false, field, List.of(field));
    }

    private static List<String> parts(String written, String apart) {
        return Arrays.stream(written.split(apart, -1))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    /** One of a few, or none. */
    Node choice(String path, List<String> codes, Function<String, String> words, boolean required) {
        ComboBox<String> box = box(path, codes, words);
        return field(path, required, box, List.of(box));
    }

    /** What stands in this place, of a few kinds: not a text of the document, but an element of it. */
    Node kind(String path, List<String> kinds, Function<String, String> words, String now, Consumer<String> chosen) {
        ComboBox<String> box = box(kinds, words, now);
        box.getItems().remove("");
        box.valueProperty().subscribe((_, kind) -> chosen.accept(kind));
        return field(path, texts.get("referrals.places.kind"), true, box, List.of(box));
    }

    /** Takes a node that stands for a place as a whole, where what is wrong with it is said. */
    Label place(String path, Control control) {
        Label problem = problem();
        adopt(path, List.of(control), problem);
        return problem;
    }

    /** The same without its name above it, where a table names it. */
    ComboBox<String> bare(String path, List<String> codes, Function<String, String> words) {
        ComboBox<String> box = box(path, codes, words);
        box.setId(id(path));
        box.setDisable(!form.isEditable());
        adopt(path, List.of(box), new Label());
        return box;
    }

    private ComboBox<String> box(String path, List<String> codes, Function<String, String> words) {
        ComboBox<String> box = box(codes, words, form.text(path));
        box.valueProperty().subscribe((_, now) -> form.set(path, now == null ? "" : now));
        return box;
    }

    private ComboBox<String> box(List<String> codes, Function<String, String> words, String now) {
        var box = new ComboBox<String>();
        List<String> all = new ArrayList<>(List.of(""));
        all.addAll(codes);
        box.getItems().setAll(all);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(String code) {
                return code == null || code.isEmpty() ? texts.get("referrals.form.none") : words.apply(code);
            }

            @Override
            public String fromString(String unused) {
                throw new UnsupportedOperationException("chosen, not typed");
            }
        });
        box.setValue(now);
        box.setMaxWidth(Double.MAX_VALUE);
        box.addEventHandler(KeyEvent.KEY_TYPED, event -> goTo(box, event.getCharacter()));
        return box;
    }

    /** A letter goes to the next value that begins with it: a list may be of all countries. */
    private static void goTo(ComboBox<String> box, String letter) {
        List<String> all = box.getItems();
        int from = all.indexOf(box.getValue());
        for (int by = 1; !letter.isBlank() && by <= all.size(); by++) {
            String one = all.get((from + by) % all.size());
            if (!one.isEmpty() && box.getConverter().toString(one).regionMatches(true, 0, letter, 0, letter.length())) {
                box.setValue(one);
                return;
            }
        }
    }

    /** A moment, in its three parts. */
    Node time(String path, boolean required) {
        String written = form.text(path);
        Matcher parts = TIME.matcher(written);
        boolean read = parts.matches();
        var day = new TextField(read ? parts.group(1) : written);
        var clock = new TextField(read ? parts.group(2) : "");
        var zone = new TextField(read ? parts.group(3) : "");
        day.setPromptText(texts.get("referrals.form.day.sample"));
        clock.setPromptText(texts.get("referrals.form.clock.sample"));
        zone.setPromptText(texts.get("referrals.form.zone.sample"));
        day.setAccessibleHelp(texts.get("referrals.form.day"));
        clock.setAccessibleText(texts.get("referrals.form.clock"));
        zone.setAccessibleText(texts.get("referrals.form.zone"));
        for (TextField one : List.of(day, clock, zone)) {
            one.setMinWidth(0);
            HBox.setHgrow(one, Priority.ALWAYS);
            one.textProperty().subscribe((_, _) -> form.set(path, moment(day, clock, zone)));
        }
        var line = new HBox(day, clock, zone);
        line.getStyleClass().add("gap-4");
        return field(path, required, line, List.of(day, clock, zone));
    }

    private static String moment(TextField day, TextField clock, TextField zone) {
        String rest = clock.getText().strip() + zone.getText().strip();
        return rest.isEmpty() ? day.getText().strip() : day.getText().strip() + "T" + rest;
    }

    /** What is there or is not. */
    Chip flag(String path) {
        var chip = new Chip(name(path));
        chip.setId(id(path));
        chip.setSelected(form.has(path));
        chip.setDisable(!form.isEditable());
        chip.selectedProperty().subscribe((_, now) -> form.flag(path, now));
        adopt(path, List.of(chip), new Label());
        return chip;
    }

    /** What is true or is not said. */
    Node check(String path) {
        var box = new CheckBox(name(path));
        box.setId(id(path));
        box.setWrapText(true);
        box.setSelected(form.text(path).equals("true"));
        box.setDisable(!form.isEditable());
        box.selectedProperty().subscribe((_, now) -> form.set(path, now ? "true" : ""));
        Label problem = problem();
        adopt(path, List.of(box), problem);
        return new VBox(box, problem);
    }

    /** Marks the fields that something is wrong with. */
    void mark(List<Fault> faults) {
        fields.forEach((_, field) -> {
            field.problem().setText("");
            field.controls().forEach(control -> control.getStyleClass().remove("wrong"));
        });
        for (Fault fault : faults) {
            of(fault).ifPresent(field -> {
                if (field.problem().getText().isEmpty()) {
                    field.problem().setText(fault.sentence(texts));
                }
                field.controls().forEach(control -> {
                    if (!control.getStyleClass().contains("wrong")) {
                        control.getStyleClass().add("wrong");
                    }
                });
            });
        }
    }

    /** Whether the form has the field, where the focus then is. */
    boolean focus(Fault fault) {
        Optional<Field> field = of(fault);
        field.ifPresent(one -> one.controls().getFirst().requestFocus());
        return field.isPresent();
    }

    /** Whether a field of this place itself is laid out. */
    boolean knows(String path) {
        return fields.containsKey(path);
    }

    /** Puts the focus into the first field of this place; whether there is one. */
    boolean focusIn(String path) {
        Optional<Field> first = fields.entrySet().stream()
                .filter(one -> one.getKey().equals(path) || one.getKey().startsWith(path + "/"))
                .map(Map.Entry::getValue)
                .findFirst();
        first.ifPresent(one -> one.controls().getFirst().requestFocus());
        return first.isPresent();
    }

    boolean has(Fault fault) {
        return of(fault).isPresent();
    }

    /** Whether the focus is in the field of this fault. */
    boolean isAt(Fault fault) {
        return of(fault)
                .filter(field -> field.controls().stream().anyMatch(FormParts::holdsFocus))
                .isPresent();
    }

    /** By the scene: a choice says of itself that the focus is within where it is not. */
    private static boolean holdsFocus(Node control) {
        Node focus = control.getScene() == null ? null : control.getScene().getFocusOwner();
        for (Node node = focus; node != null; node = node.getParent()) {
            if (node.equals(control)) {
                return true;
            }
        }
        return false;
    }

    /** The field itself, or the one that it is a part of, or else the first one in it. */
    private Optional<Field> of(Fault fault) {
        String path = fault.path();
        return fields.entrySet().stream()
                .filter(one -> path.equals(one.getKey())
                        || path.startsWith(one.getKey() + "/")
                        || path.startsWith(one.getKey() + "[")
                        || one.getKey().equals(path + "[1]"))
                .max((one, other) ->
                        Integer.compare(one.getKey().length(), other.getKey().length()))
                .or(() -> fields.entrySet().stream()
                        .filter(one -> one.getKey().startsWith(path + "/"))
                        .findFirst())
                .map(Map.Entry::getValue);
    }

    private Node field(String path, boolean required, Node shown, List<? extends Control> controls) {
        return field(path, name(path), required, shown, controls);
    }

    private Node field(String path, String words, boolean required, Node shown, List<? extends Control> controls) {
        var name = new Label(words);
        name.getStyleClass().add("field-label");
        name.setMinWidth(0);
        var head = new HBox(name);
        head.getStyleClass().add("gap-4");
        head.setAlignment(Pos.CENTER_LEFT);
        if (required) {
            var needed = new Label(texts.get("referrals.form.required"));
            needed.getStyleClass().addAll("field-label", "report-required");
            needed.setMinWidth(Region.USE_PREF_SIZE);
            head.getChildren().add(needed);
        }
        Control first = controls.getFirst();
        first.setId(id(path));
        first.setAccessibleText(words);
        name.setLabelFor(first);
        Label problem = problem();
        for (Control control : controls) {
            if (control instanceof TextInputControl text) {
                text.setEditable(form.isEditable());
            } else {
                control.setDisable(!form.isEditable());
            }
        }
        adopt(path, List.copyOf(controls), problem);
        var box = new VBox(head, shown, problem);
        box.getStyleClass().add("gap-4");
        box.setMinWidth(0);
        return box;
    }

    private static Label problem() {
        var problem = new Label();
        problem.getStyleClass().add("field-problem");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        return problem;
    }

    private void adopt(String path, List<Control> controls, Label problem) {
        fields.put(path, new Field(controls, problem));
    }

    /** The form's name of what the path ends with. */
    private String name(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        return names.name(last.replaceAll("\\[\\d+]", ""));
    }

    /** Such as "report-incidentSummary-platform". */
    static String id(String path) {
        return path.replace('/', '-').replace("[", "-").replace("]", "").replace("@", "");
    }
}
