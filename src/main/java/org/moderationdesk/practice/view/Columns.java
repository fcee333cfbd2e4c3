package org.moderationdesk.practice.view;

import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.moderationdesk.fx.Sizes;

/** List, middle and side, as wide as they were left; narrow windows put list and side aside. */
final class Columns {
    private static final double LIST_ASIDE_BELOW = 1128;
    private static final double SIDE_ASIDE_BELOW = 900;

    private final SplitPane pane = new SplitPane();
    private final Part list;
    private final Part side;
    private final Region middle;
    private boolean listWanted;
    private boolean sideWanted;

    /** A part at the edge. */
    private record Part(Region node, Sizes sizes, String name, double usual, double least, double most) {
        /** As wide as it was left: a split pane gives half of itself to what is put in. */
        void hold() {
            double wide = Math.clamp(sizes.of(name, usual), least, most);
            node.setMinWidth(wide);
            node.setMaxWidth(wide);
        }

        void letGo() {
            node.setMinWidth(least);
            node.setMaxWidth(most);
        }
    }

    Columns(Region list, Region middle, Region side, Sizes sizes) {
        this.list = new Part(list, sizes, "list.practice", 272, 216, 420);
        this.side = new Part(side, sizes, "side.practice", 376, 300, 480);
        this.middle = middle;
        middle.setMinWidth(0);
        sizes.remember(list, "list.practice", 272);
        sizes.remember(side, "side.practice", 376);
        SplitPane.setResizableWithParent(list, false);
        SplitPane.setResizableWithParent(side, false);
        pane.getItems().setAll(list, middle);
        pane.getStyleClass().add("edge-less");
        pane.setFocusTraversable(false);
        pane.setMinWidth(0);
        this.list.hold();
        this.side.hold();
        pane.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> {
            this.list.letGo();
            this.side.letGo();
        });
        pane.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> {
            pane.layout();
            this.list.hold();
            this.side.hold();
        });
        pane.widthProperty().subscribe(this::fit);
    }

    Node node() {
        return pane;
    }

    /** Whether something is to be told at the side. */
    void showSide(boolean there) {
        sideWanted = there;
        fit();
    }

    /** In a narrow window: brings the list out, or puts it aside. */
    void switchList() {
        listWanted = !pane.getItems().contains(list.node());
        fit();
        if (listWanted) {
            list.node().requestFocus();
        }
    }

    private void fit() {
        double width = pane.getWidth();
        boolean narrow = width > 0 && width < LIST_ASIDE_BELOW;
        boolean lists = !narrow || listWanted || !sideWanted;
        put(list, lists, true);
        put(side, sideWanted && (width <= 0 || width >= SIDE_ASIDE_BELOW), false);
    }

    private void put(Part part, boolean there, boolean first) {
        boolean is = pane.getItems().contains(part.node());
        if (there && !is) {
            pane.getItems().add(first ? 0 : pane.getItems().indexOf(middle) + 1, part.node());
            part.hold();
        } else if (!there && is) {
            pane.getItems().remove(part.node());
        }
    }
}
