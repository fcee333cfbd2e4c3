package org.moderationdesk.fx;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/**
 * A row in which nothing is cut: where it is too narrow, it takes away what matters least, a part at a time. JavaFX
 * thread only.
 */
public final class FittingRow extends HBox {
    private List<Consumer<Boolean>> dispensable = List.of();

    public FittingRow(Node... parts) {
        super(parts);
        setMinWidth(0);
        widthProperty().subscribe(this::fit);
    }

    /** @param parts each shows a part or takes it away; the first of them goes first */
    public void dispensable(List<Consumer<Boolean>> parts) {
        dispensable = List.copyOf(parts);
        fit();
    }

    /** Shows again what there is room for; to be called when a part has become longer or shorter. */
    public void fit() {
        double room = getWidth();
        if (room <= 0) {
            return;
        }
        dispensable.forEach(part -> part.accept(true));
        // A part that was never seen has no style yet, and so no width.
        applyCss();
        for (Consumer<Boolean> part : dispensable) {
            if (prefWidth(-1) <= room) {
                return;
            }
            part.accept(false);
        }
    }

    /** Shows a node, or takes it away with the room that it takes. */
    public static Consumer<Boolean> part(Node node) {
        return shown -> {
            node.setVisible(shown);
            node.setManaged(shown);
        };
    }
}
