package org.moderationdesk.shell;

import java.time.Duration;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.StoreRefused;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.Kit;

/** Asks whether the chosen desk can be reached for as long as it is shown, and says why where it cannot. */
final class DeskReachView {
    private final Kit kit;
    private final Texts texts;
    private final DeskReach reach;
    private final DeskStateWords field;
    private final Label why = DoorPanel.words("", "field-problem");
    private final Label next = new Label();
    private final Button again;
    private final VBox node;
    private final Timeline ticking;

    DeskReachView(Kit kit, DeskReach reach, DeskStateWords field) {
        this.kit = kit;
        this.texts = kit.texts();
        this.reach = reach;
        this.field = field;
        why.setId("desk-why");
        next.setId("desk-next");
        next.getStyleClass().addAll("size-12", "muted");
        again = KeyButton.of("desk-again", texts.get("shell.lost.again"), "F5", this::again);
        var row = new HBox(again, next);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("gap-8");
        node = new VBox(why, row);
        node.getStyleClass().add("gap-8");
        node.managedProperty().bind(node.visibleProperty());
        node.setVisible(false);
        ticking = new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), _ -> tick()));
        ticking.setCycleCount(Animation.INDEFINITE);
        reach.stateProperty().subscribe(_ -> show());
        node.sceneProperty().subscribe(scene -> {
            if (scene == null) {
                ticking.stop();
            } else {
                tick();
                ticking.play();
            }
        });
    }

    Node node() {
        return node;
    }

    void again() {
        reach.askNow();
    }

    boolean isLost() {
        return reach.stateProperty().get() instanceof DeskReach.State.NotReached;
    }

    /** Whether it says this of the way to the desk at the moment. */
    boolean tells(String sentence) {
        return isLost() && why.getText().equals(sentence);
    }

    /** To be called every second. */
    private void tick() {
        reach.tick();
        show();
    }

    private void show() {
        DeskReach.State now = reach.stateProperty().get();
        field.show(now);
        node.setVisible(isLost());
        if (now instanceof DeskReach.State.NotReached lost) {
            why.setText(
                    lost.why() instanceof StoreRefused refused ? refused.words(texts) : texts.get("shell.door.failed"));
            again.setDisable(lost.asking());
            Duration left = Duration.between(kit.clock().instant(), lost.next());
            next.setText(
                    lost.asking() || !left.isPositive()
                            ? texts.get("shell.lost.asking")
                            : texts.get("shell.lost.next", kit.times().countdown(left.plusMillis(999))));
        }
    }
}
