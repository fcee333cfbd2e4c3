package org.moderationdesk.referrals.view;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.Numbers;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.referrals.ReportDrafts.ContentFile;
import org.moderationdesk.referrals.ncmec.FileClass;
import org.moderationdesk.referrals.ncmec.FileRelevance;

/** The files of a report, a row each: what may be said of them, and, read-only, whether they were viewed here. */
final class FormFiles {
    private static final List<String> TAGS = List.of(
            "animeDrawingVirtualHentai",
            "potentialMeme",
            "viral",
            "possibleSelfProduction",
            "physicalHarm",
            "violenceGore",
            "bestiality",
            "liveStreaming",
            "infant",
            "generativeAi");
    private static final List<String> HEADS = List.of(
            "referrals.files.file",
            "referrals.files.role",
            "referrals.files.seen",
            "referrals.files.metadata",
            "referrals.files.public",
            "referrals.files.class",
            "referrals.files.tagged");

    private final ReportForm form;
    private final FormParts parts;
    private final FaultWords names;
    private final Texts texts;
    private final Numbers numbers;

    FormFiles(ReportForm form, FormParts parts, FaultWords names, Texts texts, Numbers numbers) {
        this.form = form;
        this.parts = parts;
        this.names = names;
        this.texts = texts;
        this.numbers = numbers;
    }

    Node table() {
        var table = new GridPane();
        table.setId("report-files");
        table.getStyleClass().add("report-files");
        var first = new ColumnConstraints();
        first.setHgrow(Priority.ALWAYS);
        first.setMinWidth(0);
        table.getColumnConstraints().add(first);
        for (int column = 0; column < HEADS.size(); column++) {
            var head = new Label(texts.get(HEADS.get(column)));
            head.getStyleClass().addAll("muted", "size-12");
            head.setMinWidth(column == 0 ? 0 : Region.USE_PREF_SIZE);
            table.add(head, column, 0);
        }
        for (int number = 1; number <= form.files().size(); number++) {
            row(table, number);
        }
        return table;
    }

    private void row(GridPane table, int number) {
        ContentFile file = form.files().get(number - 1);
        String path = "fileDetails[" + number + "]";
        String name = file.name().isEmpty() ? texts.get("referrals.files.unnamed", number) : SafeLine.of(file.name());
        var sent = new CheckBox(texts.get("referrals.files.name", name, numbers.bytes(file.bytes())));
        sent.setId("report-file-" + number);
        sent.setAccessibleText(texts.get("referrals.files.sent", name));
        sent.setSelected(file.sent());
        sent.setDisable(!form.isEditable());
        sent.setMinWidth(0);
        sent.selectedProperty().subscribe((_, now) -> form.send(number, now));
        var relevance = parts.bare(
                path + "/fileRelevance",
                Stream.of(FileRelevance.values()).map(FileRelevance::code).toList(),
                code -> texts.get("referrals.relevance." + code.replace(" ", "-")));
        relevance.getStyleClass().add("report-role");
        var open = parts.bare(
                path + "/publiclyAvailable", List.of("true", "false"), code -> texts.get("referrals.yes-no." + code));
        var kind = parts.bare(
                path + "/industryClassification",
                Stream.of(FileClass.values()).map(FileClass::code).toList(),
                code -> code);
        Node[] cells = {
            sent, relevance, viewed(path, "fileViewedByEsp"), viewed(path, "exifViewedByEsp"), open, kind, tags(path)
        };
        for (int column = 1; column < cells.length; column++) {
            String head = texts.get("referrals.files.cell", texts.get(HEADS.get(column)), name);
            cells[column].setAccessibleText(
                    cells[column] instanceof Label label ? head + ", " + label.getText() : head);
        }
        table.addRow(number, cells);
    }

    /** By the record of looks alone: nobody switches it. */
    private Label viewed(String path, String field) {
        boolean yes = form.text(path + "/" + field).equals("true");
        var label = new Label(texts.get("referrals.yes-no." + yes), Icons.small(yes ? Icon.REVEALED : Icon.COVERED));
        label.setId(FormParts.id(path + "/" + field));
        label.getStyleClass().addAll("size-12", "report-read-only");
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setAlignment(Pos.CENTER_LEFT);
        return label;
    }

    private MenuButton tags(String path) {
        var menu = new MenuButton();
        menu.setId(FormParts.id(path + "/fileAnnotations"));
        menu.setDisable(!form.isEditable());
        Label unused = parts.place(path + "/fileAnnotations", menu);
        for (String tag : TAGS) {
            var item = new CheckMenuItem(names.name(tag));
            item.setSelected(form.has(path + "/fileAnnotations/" + tag));
            item.selectedProperty().subscribe((_, now) -> {
                form.flag(path + "/fileAnnotations/" + tag, now);
                count(menu);
            });
            menu.getItems().add(item);
        }
        count(menu);
        return menu;
    }

    private void count(MenuButton menu) {
        long chosen = menu.getItems().stream()
                .filter(item -> item instanceof CheckMenuItem check && check.isSelected())
                .count();
        menu.setText(chosen == 0 ? texts.get("referrals.form.none") : texts.get("referrals.files.tags", chosen));
    }
}
