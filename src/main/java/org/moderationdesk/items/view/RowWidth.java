package org.moderationdesk.items.view;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;

/** How wide the content of a row is, for rows whose height follows from it. */
final class RowWidth {
    /** Kept free for a scroll bar whether there is one or not: rows are measured before it is known. */
    private static final double SCROLL_BAR = 10;

    private RowWidth() {}

    /** Holds the content of a cell to the width that {@link #inside} measures it for. */
    static void hold(Region content, ListView<?> list, ListCell<?> cell) {
        DoubleBinding width = Bindings.createDoubleBinding(
                () -> inside(list, cell), list.widthProperty(), list.insetsProperty(), cell.insetsProperty());
        content.minWidthProperty().bind(width);
        content.prefWidthProperty().bind(width);
        content.maxWidthProperty().bind(width);
    }

    static double inside(ListView<?> list, ListCell<?> cell) {
        return Math.max(1, list.getWidth() - edges(list) - edges(cell) - SCROLL_BAR);
    }

    private static double edges(Region region) {
        return region.snappedLeftInset() + region.snappedRightInset();
    }
}
