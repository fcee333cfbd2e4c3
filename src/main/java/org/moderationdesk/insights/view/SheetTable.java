package org.moderationdesk.insights.view;

import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.moderationdesk.insights.CellWords;
import org.moderationdesk.insights.Column;
import org.moderationdesk.insights.Sheet;

/** A sheet as a table that a keyboard and a screen reader go through. */
final class SheetTable extends TableView<List<Object>> {
    private static final double ROW = 26;
    private static final double NAME = 168;
    private static final double NUMBER = 84;
    /** Wide enough for a number with its interval. */
    static final double WITH_INTERVALS = 164;

    SheetTable(Sheet sheet, CellWords words) {
        this(sheet, words, NUMBER);
    }

    /** @param wide how wide columns of words are, the first one apart; in pixels */
    SheetTable(Sheet sheet, CellWords words, double wide) {
        setId("sheet-" + sheet.id());
        getStyleClass().add("sheet-table");
        setAccessibleText(sheet.title());
        setFixedCellSize(ROW);
        for (int i = 0; i < sheet.columns().size(); i++) {
            getColumns().add(column(sheet.columns().get(i), i, words, wide));
        }
        getItems().setAll(sheet.rows());
    }

    private static TableColumn<List<Object>, String> column(Column column, int at, CellWords words, double wide) {
        var shown = new TableColumn<List<Object>, String>(column.name());
        shown.setSortable(false);
        shown.setReorderable(false);
        shown.setPrefWidth(at == 0 ? Math.max(NAME, wide) : column.form() == Column.Form.WORDS ? wide : NUMBER);
        shown.setCellValueFactory(row ->
                new ReadOnlyStringWrapper(words.of(column.form(), row.getValue().get(at))));
        if (column.form() != Column.Form.WORDS) {
            shown.getStyleClass().add("number");
        }
        return shown;
    }
}
