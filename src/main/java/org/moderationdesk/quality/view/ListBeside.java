package org.moderationdesk.quality.view;

import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.moderationdesk.fx.Sizes;

/** A list and what is chosen from it, with an edge to drag between: as wide as it was left, or put aside. */
final class ListBeside extends SplitPane {
    private static final double LIST = 272;
    private static final double NARROWEST = 216;
    private static final double WIDEST = 400;
    /** Narrower than this, the list gives way to what is chosen. */
    static final double ASIDE_BELOW = 1128;

    private final Region list;
    private final String name;
    private final Sizes sizes;

    /** @param name by which its width is remembered */
    ListBeside(Region list, Node chosen, Sizes sizes, String name) {
        this.list = list;
        this.name = name;
        this.sizes = sizes;
        getItems().setAll(list, chosen);
        getStyleClass().add("edge-less");
        setFocusTraversable(false);
        setMinWidth(0);
        setResizableWithParent(list, false);
        sizes.remember(list, name, LIST);
        hold();
        addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> {
            list.setMinWidth(NARROWEST);
            list.setMaxWidth(WIDEST);
        });
        addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> {
            layout();
            hold();
        });
    }

    /** Takes both into the scene: a split pane does so with its skin, and what is not there cannot have the focus. */
    void ready() {
        if (getScene() != null) {
            applyCss();
        }
    }

    boolean isListThere() {
        return getItems().contains(list);
    }

    void show(boolean there) {
        if (!there) {
            getItems().remove(list);
        } else if (!isListThere()) {
            getItems().addFirst(list);
            hold();
            ready();
        }
    }

    /** A split pane that is not laid out yet gives half of itself to what is put in. */
    private void hold() {
        double wide = Math.clamp(sizes.of(name, LIST), NARROWEST, WIDEST);
        list.setMinWidth(wide);
        list.setMaxWidth(wide);
    }
}
