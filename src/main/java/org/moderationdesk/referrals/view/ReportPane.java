package org.moderationdesk.referrals.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.referrals.ncmec.Fault;
import org.moderationdesk.referrals.ncmec.IncidentType;

/** The form of a report to NCMEC: its sections, what is wrong at each field, and the draft. */
final class ReportPane extends VBox {
    private static final String SUMMARY = "report/incidentSummary/";
    private static final String REPORTED = "report/personOrUserReported[1]/";
    private static final String BATCH = "report/batchedReport";
    private static final List<String> TAGS =
            List.of("sextortion", "csamSolicitation", "minorToMinorInteraction", "spam", "sadisticOnlineExploitation");

    private final ReportForm form;
    private final Texts texts;
    private final Dialogs dialogs;
    private final FormParts parts;
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
        files = new FormFiles(form, parts, names, texts, kit.numbers());
        setId("report-form");
        sections.getStyleClass().add("report-sections");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-less");
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(scroll, foot);
        form.loadedProperty().subscribe((before, now) -> {
            boolean same = before != null && now != null && before.referral().equals(now.referral());
            if (now != null && !(same && before.layout() == now.layout())) {
                lay(same ? scroll.getVvalue() : 0);
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
        if (parts.focus(fault) && getScene() != null) {
            Node field = getScene().getFocusOwner();
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
        sections.getChildren().addAll(several("intendedRecipient", "Alt+R", List.of()));
        sections.getChildren().addAll(several("victim", "Alt+V", List.of("schoolName")));
        sections.getChildren().addAll(police(), reporter(), more());
        parts.mark(form.faultsProperty().get());
        scroll.setVvalue(at);
    }

    private Node incident() {
        var tags = new FlowPane();
        tags.getStyleClass().add("chips");
        TAGS.forEach(tag -> tags.getChildren().add(parts.flag(SUMMARY + "reportAnnotations/" + tag)));
        return section(
                "referrals.section.incident",
                "",
                rows(
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
                        parts.line(webPage(), false),
                        tags,
                        parts.area(SUMMARY + "escalateToHighPriority", false)));
    }

    /** The address of the first web page, or of one that is added where there is none. */
    private String webPage() {
        int places = form.count("report/internetDetails");
        for (int place = 1; place <= places; place++) {
            if (form.has("report/internetDetails[" + place + "]/webPageIncident")) {
                return "report/internetDetails[" + place + "]/webPageIncident/url[1]";
            }
        }
        return "report/internetDetails[" + (places + 1) + "]/webPageIncident/url[1]";
    }

    private Node reported() {
        String person = REPORTED + "personOrUserReportedPerson/";
        return section(
                "referrals.section.reported",
                texts.get("referrals.section.reported.note"),
                rows(
                        row(
                                parts.line(REPORTED + "screenName", false),
                                parts.line(REPORTED + "espIdentifier", false),
                                parts.line(person + "email[1]", false)),
                        row(
                                parts.line(REPORTED + "displayName[1]", false),
                                parts.line(REPORTED + "profileUrl[1]", false),
                                parts.line(REPORTED + "ipCaptureEvent[1]/ipAddress", false)),
                        row(
                                parts.line(person + "firstName", false),
                                parts.line(person + "lastName", false),
                                parts.line(person + "age", false)),
                        row(
                                parts.line(person + "dateOfBirth", false),
                                parts.line(person + "phone[1]", false),
                                parts.many(REPORTED + "priorCTReports")),
                        row(
                                parts.area(REPORTED + "profileBio", false),
                                parts.area(REPORTED + "additionalInfo", false))));
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
    private List<Node> several(String name, String key, List<String> more) {
        List<Node> cards = new ArrayList<>();
        String all = "report/" + name;
        for (int one = 1; one <= form.count(all); one++) {
            String path = all + "[" + one + "]";
            String person = path + "/" + name + "Person/";
            List<Node> last = new ArrayList<>(
                    List.of(parts.line(person + "dateOfBirth", false), parts.many(path + "/priorCTReports")));
            more.forEach(field -> last.add(parts.line(path + "/" + field, false)));
            String info = path + "/additionalInfo";
            VBox grid = rows(
                    row(
                            parts.line(person + "firstName", false),
                            parts.line(person + "lastName", false),
                            parts.line(person + "age", false)),
                    row(
                            parts.line(path + "/screenName", false),
                            parts.line(path + "/espIdentifier", false),
                            parts.line(person + "email[1]", false)),
                    row(last.toArray(Node[]::new)),
                    parts.area(name.equals("victim") ? info : info + "[1]", false));
            var remove = new Button(texts.get("referrals.form.remove"));
            String who = texts.get("referrals.field.several", names.name(name), one);
            remove.setId("report-remove-" + name + "-" + one);
            remove.setAccessibleText(texts.get("referrals.form.remove.one", who));
            remove.setDisable(!form.isEditable());
            remove.setOnAction(_ -> form.remove(path));
            var heading = new Label(who);
            heading.getStyleClass().addAll("strong", "size-12");
            var head = new HBox(heading, gap(), remove);
            head.setAlignment(Pos.CENTER_LEFT);
            var card = new VBox(head, grid);
            card.getStyleClass().addAll("card", "gap-8");
            cards.add(card);
        }
        Button add = KeyButton.of("report-add-" + name, texts.get("referrals.add." + name), key, () -> form.add(all));
        add.setDisable(!form.isEditable());
        var box = new VBox();
        box.getStyleClass().add("gap-8");
        box.getChildren().setAll(cards);
        return List.of(section("referrals.section." + name, "", box, add));
    }

    private Node police() {
        return section(
                "referrals.section.police",
                texts.get("referrals.section.police.note"),
                row(
                        parts.line("report/lawEnforcement/agencyName", false),
                        parts.line("report/lawEnforcement/caseNumber", false),
                        parts.check("report/lawEnforcement/reportedToLe")));
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
        batched.selectedProperty()
                .subscribe((_, now) -> form.set(BATCH + "/@reason", now ? "VIRAL_POTENTIAL_MEME" : ""));
        var box = new VBox(parts.area("report/additionalInfo", false), batched);
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
