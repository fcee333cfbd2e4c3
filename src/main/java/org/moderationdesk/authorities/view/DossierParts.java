package org.moderationdesk.authorities.view;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.moderationdesk.authorities.Dossier;
import org.moderationdesk.authorities.DossierDocument;
import org.moderationdesk.authorities.DossierDocument.Fact;
import org.moderationdesk.authorities.DossierFiles;
import org.moderationdesk.authorities.DossierPart;
import org.moderationdesk.authorities.FactWords;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.referrals.view.PageSection;

/** Lays out what is in a dossier, and what is not. */
final class DossierParts {
    private static final int MOST_OF_A_VALUE = 4_000;
    private static final double NAMES = 30;

    private final Texts texts;
    private final Kit kit;
    private final FactWords words;

    DossierParts(Kit kit) {
        this.kit = kit;
        this.texts = kit.texts();
        this.words = new FactWords(texts, value -> SafeLine.of(value, MOST_OF_A_VALUE));
    }

    /** What is missing comes first: it can still be said before it goes out. */
    VBox of(DossierDocument document) {
        var all = new VBox(missing(document));
        for (DossierPart part : DossierPart.values()) {
            if (part != DossierPart.MISSING) {
                all.getChildren().add(part(part, document.facts(part)));
            }
        }
        return all;
    }

    private Node missing(DossierDocument document) {
        List<String> needed = document.facts(DossierPart.MISSING).stream()
                .flatMap(fact -> fact.values().stream())
                .map(value -> words.value("needed", value))
                .toList();
        var note = needed.isEmpty()
                ? DoorPanel.note(Icon.WELL, texts.get("authorities.view.missing.none"))
                : DoorPanel.note(Icon.TROUBLE, texts.get("authorities.view.missing", String.join(", ", needed)));
        note.setId("dossier-missing");
        if (!needed.isEmpty()) {
            note.getStyleClass().remove("muted");
        }
        return PageSection.of(texts.get("authorities.view.missing.title"), note);
    }

    private Node part(DossierPart part, List<Fact> facts) {
        if (facts.isEmpty()) {
            return PageSection.of(
                    words.part(part), DoorPanel.words(texts.get("authorities.dossier.unknown"), "muted", "size-12"));
        }
        GridPane grid = grid();
        for (Fact fact : facts) {
            add(
                    grid,
                    words.label(fact.key()),
                    String.join(
                            "\n",
                            fact.values().stream()
                                    .map(value -> words.value(fact.key(), value))
                                    .toList()));
        }
        grid.setId("dossier-part-" + part);
        return PageSection.of(words.part(part), grid);
    }

    /** What the log and the files hold it to. */
    Node proof(Dossier dossier) {
        GridPane grid = grid();
        add(grid, DossierFiles.PDF, "SHA-256 " + dossier.pdf());
        add(grid, DossierFiles.JSON, "SHA-256 " + dossier.json());
        add(
                grid,
                DossierFiles.PROOF,
                texts.get("authorities.view.proof.log", kit.numbers().whole(dossier.entry())));
        add(grid, DossierFiles.MANIFEST, texts.get("authorities.view.proof.manifest"));
        grid.setId("dossier-proof");
        return PageSection.of(texts.get("authorities.view.proof"), grid);
    }

    static GridPane grid() {
        var grid = new GridPane();
        var names = new ColumnConstraints();
        names.setPercentWidth(NAMES);
        var values = new ColumnConstraints();
        values.setPercentWidth(100 - NAMES);
        grid.getColumnConstraints().setAll(names, values);
        grid.getStyleClass().add("report-files");
        return grid;
    }

    static void add(GridPane grid, String name, String value) {
        var label = DoorPanel.words(name, "muted", "size-12");
        var said = DoorPanel.words(value, "size-12");
        GridPane.setValignment(label, VPos.TOP);
        grid.addRow(grid.getRowCount(), label, said);
    }
}
