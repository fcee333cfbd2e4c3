package org.moderationdesk.fx;

import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TableView.ResizeFeatures;
import javafx.util.Callback;

/**
 * Columns share the width of their table by the widths that they were given, or were pulled to since. The toolkit's own
 * ways make all columns alike a little more each time that a window is made smaller and larger again. JavaFX thread only.
 */
@SuppressWarnings({"rawtypes", "unchecked"}) // as TableView takes it
public final class SharedWidth implements Callback<ResizeFeatures, Boolean> {
    /** Lets the columns of a table share its width. */
    public static void among(TableView<?> table) {
        table.setColumnResizePolicy(new SharedWidth());
    }

    private SharedWidth() {}

    @Override
    public Boolean call(ResizeFeatures features) {
        List<? extends TableColumn<?, ?>> columns = shown(features.getTable());
        if (features.getColumn() != null) {
            boolean pulled = TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN.call(features);
            columns.forEach(column -> column.setPrefWidth(column.getWidth()));
            return pulled;
        }
        double all = columns.stream().mapToDouble(TableColumn::getPrefWidth).sum();
        double left = features.getContentWidth();
        for (TableColumn<?, ?> column : columns) {
            double share = column.equals(columns.getLast())
                    ? left
                    : Math.floor(features.getContentWidth() * column.getPrefWidth() / all);
            features.setColumnWidth(column, Math.max(share, column.getMinWidth()));
            left -= column.getWidth();
        }
        return true;
    }

    private static List<? extends TableColumn<?, ?>> shown(TableView<?> table) {
        return table.getVisibleLeafColumns();
    }
}
