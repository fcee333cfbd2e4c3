package org.moderationdesk.intake.view;

import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.intake.ImportResult;

/** What became of the lines of an import. */
final class ResultCard {
    private ResultCard() {}

    static Node of(Kit kit, ImportResult result) {
        Texts texts = kit.texts();
        var table = new GridPane();
        table.getStyleClass().add("import-result");
        table.setId("import-result");
        row(table, texts.get("intake.read"), kit.numbers().whole(result.read()));
        row(table, texts.get("intake.new-cases"), kit.numbers().whole(result.newCases()));
        row(table, texts.get("intake.merged"), kit.numbers().whole(result.mergedReports()));
        row(table, texts.get("intake.updated"), kit.numbers().whole(result.updated()));
        row(table, texts.get("intake.unchanged"), kit.numbers().whole(result.unchanged()));
        row(table, texts.get("intake.rejected"), kit.numbers().whole(result.rejected()));
        row(table, texts.get("intake.seconds"), kit.numbers().decimal(result.seconds(), 1));
        var box = new VBox(table);
        box.getStyleClass().add("gap-8");
        if (result.rejectedFile() != null) {
            var label = new Label(texts.get("intake.rejected-file"));
            label.getStyleClass().addAll("muted", "size-12");
            var path = new TextField(result.rejectedFile().toString());
            path.setEditable(false);
            path.setId("import-rejected-file");
            path.setAccessibleText(texts.get("intake.rejected-file"));
            box.getChildren().addAll(label, path);
        }
        return box;
    }

    private static void row(GridPane table, String name, String number) {
        var label = new Label(name);
        var value = new Label(number);
        value.getStyleClass().add("strong");
        GridPane.setHalignment(value, HPos.RIGHT);
        table.addRow(table.getRowCount(), label, value);
    }
}
