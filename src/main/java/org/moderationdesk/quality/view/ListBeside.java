package org.moderationdesk.quality.view;

import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.moderationdesk.fx.Sizes;

/**
 * A list and what is chosen from it, or a form and what comes of it, with an edge to drag between: as wide as it was
 * left, or put aside.
 */
final class ListBeside extends SplitPane {
    /** Narrower than this, the list gives way to what is chosen. */
    static final double ASIDE_BELOW = 1128;

    private static final Widths OF_A_LIST = new Widths(272, 272, 216, 400);
    /** What lies beside is never dragged out of sight. */
    private static final double LEAST_BESIDE = 400;

    private final Region list;
    private final String name;
    private final Sizes sizes;
    private final Widths widths;
    private double held;

    /**
     * In pixels.
     *
     * @param usual until somebody drags the edge, and {@code inNarrow} below {@link #ASIDE_BELOW}
     */
    record Widths(double usual, double inNarrow, double narrowest, double widest) {}

    /** @param name by which its width is remembered */
    ListBeside(Region list, Node chosen, Sizes sizes, String name) {
        this(list, chosen, sizes, name, OF_A_LIST);
    }

    ListBeside(Region list, Node chosen, Sizes sizes, String name, Widths widths) {
        this.list = list;
        this.widths = widths;
        this.name = name;
        this.sizes = sizes;
        getItems().setAll(list, chosen);
        getStyleClass().add("edge-less");
        setFocusTraversable(false);
        setMinWidth(0);
        setResizableWithParent(list, false);
        hold();
        widthProperty().subscribe(this::hold);
        addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> {
            list.setMinWidth(widths.narrowest());
            list.setMaxWidth(widest());
        });
        addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> {
            layout();
            // What a window leaves it is not what somebody wanted, and is not kept.
            if (list.getWidth() != held) {
                sizes.keep(name, list.getWidth());
            }
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
        boolean narrow = getWidth() > 0 && getWidth() < ASIDE_BELOW;
        double usual = narrow ? widths.inNarrow() : widths.usual();
        held = Math.clamp(sizes.of(name, usual), widths.narrowest(), widest());
        list.setMinWidth(held);
        list.setPrefWidth(held);
        list.setMaxWidth(held);
    }

    private double widest() {
        double left = getWidth() > 0 ? getWidth() - LEAST_BESIDE : widths.widest();
        return Math.clamp(left, widths.narrowest(), widths.widest());
    }
}
