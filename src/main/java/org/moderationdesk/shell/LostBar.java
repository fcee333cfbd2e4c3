package org.moderationdesk.shell;

import java.time.Duration;
import java.time.Instant;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.Kit;

/** Says, over every screen, that the store does not answer: what is safe, and what becomes of the rest. */
public final class LostBar {
    private final Kit kit;
    private final Texts texts;
    private final StoreLink link;
    private final HBox node = new HBox();
    private final Label words = new Label();
    private final Label next = new Label();
    private final Button again = new Button();
    private final Timeline ticking;

    public LostBar(Kit kit, StoreLink link) {
        this.kit = kit;
        this.texts = kit.texts();
        this.link = link;
        node.setId("lost-bar");
        node.getStyleClass().addAll("notice-bar", "gap-8", "edge-bottom");
        node.setAlignment(Pos.CENTER_LEFT);
        var icon = Icons.small(Icon.TROUBLE);
        icon.getStyleClass().add("tone-attention");
        words.setId("lost-words");
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        words.getStyleClass().addAll("size-12", "tone-attention");
        HBox.setHgrow(words, Priority.ALWAYS);
        next.setId("lost-next");
        next.getStyleClass().addAll("size-12", "muted");
        next.setMinWidth(HBox.USE_PREF_SIZE);
        again.setId("lost-again");
        again.setText(texts.get("shell.lost.again"));
        again.setMinWidth(HBox.USE_PREF_SIZE);
        again.setOnAction(_ -> link.askNow());
        node.getChildren().addAll(icon, words, next, again);
        ticking = new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), _ -> tick()));
        ticking.setCycleCount(Animation.INDEFINITE);
        link.lostProperty().subscribe(this::show);
    }

    public Node node() {
        return node;
    }

    /** The desk is left. */
    public void stop() {
        ticking.stop();
    }

    private void tick() {
        link.tick();
        show(link.lostProperty().get());
    }

    private void show(StoreLink.@Nullable Lost lost) {
        node.setVisible(lost != null);
        node.setManaged(lost != null);
        if (lost == null) {
            ticking.stop();
            return;
        }
        words.setText(texts.get("shell.lost", kit.times().clock(lost.since())));
        again.setDisable(lost.asking());
        Instant now = kit.clock().instant();
        Duration left = Duration.between(now, lost.next());
        next.setText(
                lost.asking() || !left.isPositive()
                        ? texts.get("shell.lost.asking")
                        : texts.get("shell.lost.next", kit.times().countdown(left.plusMillis(999))));
        ticking.play();
    }
}
