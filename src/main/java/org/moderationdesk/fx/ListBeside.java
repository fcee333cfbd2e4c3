package org.moderationdesk.fx;

import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** A list beside what is chosen of it, as wide as somebody dragged it. JavaFX thread only. */
public final class ListBeside {
    private final SplitPane columns = new SplitPane();
    private final Region list;
    private final Sizes sizes;
    private final Width width;

    /**
     * How wide a list is, in pixels.
     *
     * @param name by which it is remembered
     * @param first where nothing is remembered
     */
    public record Width(String name, double first, double least, double most) {}

    public ListBeside(Region list, Node beside, Sizes sizes, Width width) {
        this.list = list;
        this.sizes = sizes;
        this.width = width;
        columns.getItems().setAll(list, beside);
        columns.getStyleClass().add("edge-less");
        columns.setFocusTraversable(false);
        columns.setMinWidth(0);
        SplitPane.setResizableWithParent(list, false);
        sizes.remember(list, width.name(), width.first());
        hold();
        columns.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> {
            list.setMinWidth(width.least());
            list.setMaxWidth(width.most());
        });
        columns.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> {
            columns.layout();
            hold();
        });
    }

    public Region node() {
        return columns;
    }

    /** As wide as it was left: a split pane that is not laid out yet gives half of itself to what is put in. */
    private void hold() {
        double wide = Math.clamp(sizes.of(width.name(), width.first()), width.least(), width.most());
        list.setMinWidth(wide);
        list.setMaxWidth(wide);
    }
}
