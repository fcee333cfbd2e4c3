package org.moderationdesk.practice.view;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.moderationdesk.decisions.EvidenceMark;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.items.view.ItemPane;
import org.moderationdesk.media.Look;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.view.ApartCase;

/** An item to read, under cover as any, beside what is told of it. Looks at it count. */
final class ItemBeside extends HBox {
    private static final double PANEL_ASIDE_BELOW = 1288;
    private static final double LOW_BELOW = 760;

    private final PracticeModel home;
    private final ApartCase apart;
    private final ItemPane item;
    private final ScrollPane told = new ScrollPane();
    private Runnable onLook = () -> {};

    ItemBeside(PracticeModel home, PracticeWords words) {
        this.home = home;
        apart = new ApartCase(home.doors().means(), words.kit(), this::looked);
        apart.item().untimed();
        item = new ItemPane(
                apart.item(),
                words.items(),
                words.kit().times(),
                apart.pictures(),
                words.kit().background(),
                words.kit().covers());
        told.setFitToWidth(true);
        told.setFocusTraversable(false);
        told.getStyleClass().addAll("edge-less", "edge-left", "practice-again-key");
        HBox.setHgrow(item.node(), Priority.ALWAYS);
        getChildren().addAll(item.node(), told);
    }

    /** Listens for its keys on the pane that it lies in, and is laid out by how large that is. */
    void in(Region pane) {
        item.keys().listenOn(pane);
        item.holdToRevealOn(pane);
        pane.widthProperty().subscribe(width -> {
            if (width.doubleValue() > 0) {
                item.panelAside(width.doubleValue() < PANEL_ASIDE_BELOW);
            }
        });
        pane.heightProperty()
                .subscribe(height -> item.low(height.doubleValue() > 0 && height.doubleValue() < LOW_BELOW));
    }

    Keys keys() {
        return item.keys();
    }

    List<Node> panels() {
        return List.of(item.node(), told);
    }

    /** Told when a look has been counted. */
    void onLook(Runnable listener) {
        onLook = listener;
    }

    /** @param marks of evidence that are shown in it */
    void show(Opened laid, List<EvidenceMark> marks, Node beside) {
        apart.leave();
        apart.look(laid, marks);
        told.setContent(beside);
        told.setVvalue(0);
        item.shown();
    }

    /** Shows none: what was uncovered is covered. */
    void leave() {
        apart.leave();
    }

    /** The same, and nobody looks at the pane any more. */
    void close() {
        apart.leave();
        item.hidden();
    }

    void cover() {
        apart.coverAll();
    }

    private void looked(Opened laid, Look look) {
        var from = home.kit().clock().instant().minusMillis(look.millis());
        home.read(
                () -> {
                    home.doors().viewing().looked(home.person(), laid, look, from);
                    return true;
                },
                _ -> onLook.run());
    }
}
