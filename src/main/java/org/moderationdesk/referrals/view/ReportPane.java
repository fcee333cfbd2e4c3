package org.moderationdesk.referrals.view;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.referrals.ncmec.Fault;
import org.moderationdesk.referrals.ncmec.IncidentType;

/** The form of a report to NCMEC: its sections, what is wrong at each field, and the draft. */
final class ReportPane extends VBox {
    private static final String SUMMARY = "report/incidentSummary/";
    private static final String REPORTED = "report/personOrUserReported[1]";
    private static final String BATCH = "report/batchedReport";
    private static final String ACCOUNT = "personOrUserReported";
    private static final List<String> TAGS =
            List.of("sextortion", "csamSolicitation", "minorToMinorInteraction", "spam", "sadisticOnlineExploitation");

    private final ReportForm form;
    private final Texts texts;
    private final Dialogs dialogs;
    private final FormParts parts;
    private final FormCards cards;
    private final FormPlaces places;
    private final FormFiles files;
    private final FaultWords names;
    private final VBox sections = new VBox();
    private final ScrollPane scroll = new ScrollPane(sections);
    private int number;

    /** @param foot whether it is saved, and what becomes of it */
    ReportPane(ReportForm form, FaultWords names, Dialogs dialogs, Kit kit, Node foot) {
        this.form = form;
        this.texts = kit.texts();
        this.dialogs = dialogs;
        this.names = names;
        parts = new FormParts(form, names, texts);
        cards = new FormCards(form, parts, names, texts, this::goInto);
        places = new FormPlaces(form, parts, cards, names, texts);
        files = new FormFiles(form, parts, names, texts, kit.numbers());
        setId("report-form");
        sections.getStyleClass().add("report-sections");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-less");
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(scroll, new RemovedLine(form, texts, this::putBack), foot);
        addEventFilter(KeyEvent.KEY_PRESSED, this::putBackFromField);
        form.loadedProperty().subscribe((before, now) -> {
            boolean same = before != null && now != null && before.referral().equals(now.referral());
            if (now != null && !(same && before.layout() == now.layout())) {
                // What can be changed no more is read from its head.
                lay(same && before.editable() == now.editable() ? scroll.getVvalue() : 0);
            }
        });
        form.faultsProperty().subscribe(parts::mark);
    }

    /** Goes to the next field that something is wrong with, from where the focus is. */
    void nextProblem() {
        List<Fault> faults =
                form.faultsProperty().get().stream().filter(parts::has).toList();
        int at = -1;
        for (int i = 0; i < faults.size(); i++) {
            if (parts.isAt(faults.get(i))) {
                at = i;
            }
        }
        if (!faults.isEmpty()) {
            goTo(faults.get((at + 1) % faults.size()));
        }
    }

    /** Puts the focus into the field of this fault, where the form has it. */
    void goTo(Fault fault) {
        if (parts.focus(fault)) {
            reveal();
        }
    }

    private void reveal() {
        if (getScene() != null) {
            Node field = getScene().getFocusOwner();
            // What was just laid out has no place yet.
            getScene().getRoot().applyCss();
            getScene().getRoot().layout();
            double hidden = sections.getHeight() - scroll.getViewportBounds().getHeight();
            if (field != null && hidden > 0) {
                double top = sections.sceneToLocal(field.localToScene(field.getBoundsInLocal()))
                        .getMinY();
                scroll.setVvalue(Math.clamp((top - scroll.getViewportBounds().getHeight() / 3) / hidden, 0, 1));
            }
        }
    }

    boolean has(Fault fault) {
        return parts.has(fault);
    }

    /** Adds another recipient or victim, where the focus then is. */
    void addPerson(String name) {
        if (form.isBatch() && !name.equals(ACCOUNT)) {
            return;
        }
        form.add("report/" + name);
        goInto("report/" + name + "[" + form.count("report/" + name) + "]");
    }

    /** Shows what can be added to the place that the focus is in, or else to the reported person. */
    void addHere() {
        if (form.isBatch()) {
            addPerson(ACCOUNT);
            return;
        }
        Node focus = focused();
        FormCards.addAt(FormCards.hasOffer(focus) ? focus : sections.lookup("#report-more-" + FormParts.id(REPORTED)));
    }

    /** Shows the kinds of places that can be added. */
    void addPlace() {
        if (sections.lookup("#report-add-place") instanceof MenuButton menu && form.isEditable()) {
            menu.requestFocus();
            menu.show();
        }
    }

    /** Takes the card away that the focus is in. */
    void removeHere() {
        FormCards.removeAt(focused());
    }

    /** Puts the card back that was taken away last, where the focus then is. */
    void putBack() {
        form.toPutBack().ifPresent(card -> {
            form.putBack();
            goInto(card.path());
        });
    }

    boolean mayPutBack() {
        return form.toPutBack().isPresent();
    }

    /** A field keeps the key for what was typed in it; the focus is in one that nothing was typed in once a card is gone. */
    private void putBackFromField(KeyEvent event) {
        if (Keys.keys(RemovedLine.KEY).match(event)
                && event.getTarget() instanceof TextInputControl field
                && !field.isUndoable()
                && mayPutBack()) {
            event.consume();
            putBack();
        }
    }

    boolean isInCard() {
        return form.isEditable() && FormCards.isInCard(focused());
    }

    private @Nullable Node focused() {
        Node focus = getScene() == null ? null : getScene().getFocusOwner();
        for (Node node = focus; node != null; node = node.getParent()) {
            if (node.equals(sections)) {
                return focus;
            }
        }
        return null;
    }

    private void goInto(String path) {
        if (parts.focusIn(path)) {
            reveal();
        }
    }

    /** Explains the classes A1 to B2. */
    void explainClasses() {
        var card = new VBox();
        card.getStyleClass().addAll("gap-8", "report-classes");
        card.getChildren().add(DoorPanel.words(texts.get("referrals.classes.sentence"), "size-12"));
        for (String one : List.of("A1", "A2", "B1", "B2")) {
            var name = new Label(one);
            name.getStyleClass().addAll("strong", "report-class");
            var means = DoorPanel.words(texts.get("referrals.classes." + one), "size-12");
            HBox.setHgrow(means, Priority.ALWAYS);
            var row = new HBox(name, means);
            row.getStyleClass().add("gap-12");
            row.setAlignment(Pos.TOP_LEFT);
            card.getChildren().add(row);
        }
        card.getChildren().add(DoorPanel.note(Icon.INFO, texts.get("referrals.classes.only")));
        dialogs.show(texts.get("referrals.classes"), card);
    }

    private void lay(double at) {
        parts.clear();
        number = 0;
        sections.getChildren().setAll(incident(), reported(), filesSection());
        if (!form.isBatch()) {
            sections.getChildren().addAll(several("intendedRecipient", "Alt+R"), several("victim", "Alt+V"), police());
        }
        sections.getChildren().addAll(reporter(), more());
        parts.mark(form.faultsProperty().get());
        scroll.setVvalue(at);
    }

    private Node incident() {
        var tags = new FlowPane();
        tags.getStyleClass().add("chips");
        TAGS.forEach(tag -> tags.getChildren().add(parts.flag(SUMMARY + "reportAnnotations/" + tag)));
        VBox rows = rows(
                row(
                        parts.choice(
                                SUMMARY + "incidentType",
                                Stream.of(IncidentType.values())
                                        .map(IncidentType::code)
                                        .toList(),
                                code -> code,
                                true),
                        parts.line(SUMMARY + "platform", false)),
                row(
                        parts.time(SUMMARY + "incidentDateTime", true),
                        parts.line(SUMMARY + "incidentDateTimeDescription", false)),
                tags);
        if (!form.isBatch()) {
            rows.getChildren().addAll(parts.area(SUMMARY + "escalateToHighPriority", false), places.node(this::goInto));
        }
        return section("referrals.section.incident", "", rows);
    }

    private Node reported() {
        return form.isBatch()
                ? several(ACCOUNT, "Alt+A", path -> parts.line(path + "/espIdentifier", true))
                : section(
                        "referrals.section.reported",
                        texts.get("referrals.section.reported.note"),
                        cards.fields(REPORTED, ACCOUNT));
    }

    private Node filesSection() {
        var card = KeyButton.of("report-classes", texts.get("referrals.classes"), "F4", this::explainClasses);
        card.getStyleClass().add("quiet");
        Node content = form.files().isEmpty()
                ? DoorPanel.words(texts.get("referrals.files.none"), "muted", "size-12")
                : files.table();
        var beside = new VBox(content, DoorPanel.note(Icon.INFO, texts.get("referrals.files.viewed")));
        beside.getStyleClass().add("gap-8");
        return section(
                "referrals.section.files",
                texts.get("referrals.section.files.note", form.files().size()),
                beside,
                card);
    }

    /** What there may be several of, each a card, and a way to add another. */
    private Node several(String name, String key) {
        return several(name, key, path -> cards.fields(path, name));
    }

    private Node several(String name, String key, Function<String, Node> fields) {
        String all = "report/" + name;
        var box = new VBox();
        box.getStyleClass().add("gap-8");
        for (int one = 1; one <= form.count(all); one++) {
            String path = all + "[" + one + "]";
            String title = texts.get("referrals.field.several", names.name(name), one);
            box.getChildren().add(cards.card(path, title, fields.apply(path)));
        }
        Button add = KeyButton.of("report-add-" + name, texts.get("referrals.add." + name), key, () -> addPerson(name));
        add.setDisable(!form.isEditable());
        return section("referrals.section." + name, "", box, add);
    }

    private Node police() {
        return section(
                "referrals.section.police",
                texts.get("referrals.section.police.note"),
                cards.fields("report/lawEnforcement", "lawEnforcement"));
    }

    /** As the settings say; read-only. */
    private Node reporter() {
        String person = "report/reporter/reportingPerson/";
        return section(
                "referrals.section.reporter",
                texts.get("referrals.section.reporter.note"),
                rows(
                        row(fact(person + "firstName"), fact(person + "lastName"), fact(person + "email[1]")),
                        row(
                                fact("report/reporter/companyTemplate"),
                                fact("report/reporter/termsOfService"),
                                fact("report/reporter/legalURL"))));
    }

    private Node fact(String path) {
        String element = path.substring(path.lastIndexOf('/') + 1).replace("[1]", "");
        var name = new Label(names.name(element));
        name.getStyleClass().add("field-label");
        String value = form.text(path);
        var words = DoorPanel.words(
                value.isEmpty() ? texts.get("referrals.form.none") : value, "size-12", "report-read-only");
        words.setId(FormParts.id(path));
        var box = new VBox(name, words);
        box.getStyleClass().add("gap-4");
        return box;
    }

    private Node more() {
        var batched = new CheckBox(texts.get("referrals.form.batched"));
        batched.setId("report-batched");
        batched.setWrapText(true);
        batched.setSelected(form.has(BATCH));
        batched.setDisable(!form.isEditable());
        batched.setOnAction(_ -> form.batch(batched.isSelected()));
        var box = new VBox(batched);
        if (form.isBatch()) {
            box.getChildren().add(DoorPanel.note(Icon.INFO, texts.get("referrals.form.batched.left")));
        } else {
            box.getChildren().addFirst(parts.area("report/additionalInfo", false));
        }
        box.getStyleClass().add("gap-8");
        return section("referrals.section.more", "", box);
    }

    private Node section(String key, String note, Node content, Node... beside) {
        var place = new Label(Integer.toString(++number));
        place.getStyleClass().add("initial");
        var title = new Label(texts.get(key));
        title.getStyleClass().addAll("strong", "size-14");
        var words = new Label(note);
        words.getStyleClass().addAll("muted", "size-12");
        words.setMinWidth(0);
        var head = new HBox(place, title, words, gap());
        head.getChildren().addAll(beside);
        head.getStyleClass().add("gap-8");
        head.setAlignment(Pos.CENTER_LEFT);
        var section = new VBox(head, content);
        section.getStyleClass().addAll("report-section", "gap-8");
        return section;
    }

    private static VBox rows(Node... rows) {
        var all = new VBox(rows);
        all.getStyleClass().add("gap-8");
        return all;
    }

    /** Beside one another, each as wide as the others. */
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

    private static Region gap() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
