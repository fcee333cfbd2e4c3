package org.moderationdesk.items.view;

import java.time.Duration;
import java.time.Instant;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Background;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.media.decode.Frame;
import org.moderationdesk.media.view.Cover;
import org.moderationdesk.media.view.FrameView;
import org.moderationdesk.review.SealedOpening;

/**
 * Where sealed content would stand: a card that says so and asks why one would look, and for five seconds, after that is
 * recorded, what was asked for. Space does nothing here. JavaFX thread only.
 */
final class SealedStage {
    private static final javafx.util.Duration COUNTING = javafx.util.Duration.millis(100);

    private final ItemModel model;
    private final Texts texts;
    private final Background background;
    private final SealedCard card;
    private final StackPane stage = new StackPane();
    private final Label badge = new Label();
    private final Timeline counting;
    private long asked;
    private @Nullable Sight sight;

    /** What is being shown, and since when. */
    private record Sight(SealedSight opened, LookForm form, FrameView view, Instant since) {}

    SealedStage(ItemModel model, ItemWords words, Background background) {
        this.model = model;
        this.texts = words.texts();
        this.background = background;
        this.card = new SealedCard(words, this::ask);
        badge.setId("sealed-badge");
        badge.getStyleClass().add("stage-badge");
        badge.setGraphic(Icons.small(Icon.SEALED));
        stage.getStyleClass().addAll("picture-stage", "sealed-stage");
        stage.setMinSize(0, 0);
        counting = new Timeline(new KeyFrame(COUNTING, _ -> tick()));
        counting.setCycleCount(Animation.INDEFINITE);
    }

    Node node() {
        return stage;
    }

    /** What the keyboard goes to. */
    Node focus() {
        Sight now = sight;
        return now == null ? card.focus() : now.view();
    }

    void show(OpenItem open) {
        leave();
        card.show(open, model.sealedDoor() != null);
        stage.getChildren().setAll(card.node());
    }

    /** Lets go of everything: nothing of what was seen stays in memory. */
    void leave() {
        asked++;
        cover();
        stage.getChildren().clear();
    }

    /** Ends a look that is under way, and says how long it was. */
    void cover() {
        Sight ended = sight;
        if (ended == null) {
            return;
        }
        sight = null;
        counting.stop();
        ended.view().dispose();
        long millis = Math.clamp(
                Duration.between(ended.since(), model.clock().instant()).toMillis(),
                0,
                SealedOpening.LONGEST.toMillis());
        ended.opened().ended().accept(millis);
        card.looked(millis);
        stage.getChildren().setAll(card.node());
        card.focus().requestFocus();
    }

    private void ask(SealedAsk what) {
        SealedDoor door = model.sealedDoor();
        if (door == null || sight != null) {
            return;
        }
        long question = ++asked;
        card.say(texts.get("look.sealed.opening"));
        background.run(() -> door.open(what), opened -> opened(question, what, opened), _ -> {
            if (question == asked) {
                card.say(texts.get("look.sealed.failed"));
            }
        });
    }

    private void opened(long question, SealedAsk what, SealedSight opened) {
        if (question != asked) {
            // The person is elsewhere by now: it is recorded, and nothing of it is shown.
            opened.ended().accept(0);
            return;
        }
        switch (opened.seen()) {
            case PictureSource.Shown shown ->
                uncover(opened, what.form(), new Frame(0, shown.width(), shown.height(), shown.argb()));
            case PictureSource.NotShown(var why, var facts) -> {
                opened.ended().accept(0);
                card.say(texts.get("items.picture." + why, facts.toArray()));
            }
        }
    }

    private void uncover(SealedSight opened, LookForm form, Frame frame) {
        // Only a way to show the form: what is recorded is the opening, not this.
        var cover = new Cover(model.clock(), _ -> {});
        cover.choose(form);
        cover.lift();
        var view = new FrameView(cover, background, texts.get("look.sealed.picture"));
        view.setId("sealed-picture");
        view.show(frame);
        sight = new Sight(opened, form, view, model.clock().instant());
        var hint = new HBox(new KeyHint(texts.get("look.key.esc")), new Label(texts.get("look.sealed.cover")));
        hint.getStyleClass().addAll("reveal-pill");
        hint.setMaxSize(HBox.USE_PREF_SIZE, HBox.USE_PREF_SIZE);
        hint.setAlignment(Pos.CENTER);
        stage.getChildren().setAll(view, badge, hint);
        StackPane.setAlignment(badge, Pos.TOP_LEFT);
        StackPane.setAlignment(hint, Pos.BOTTOM_CENTER);
        tick();
        counting.play();
        view.requestFocus();
    }

    /** Counts the seconds down, and covers when they are over. */
    void tick() {
        Sight now = sight;
        if (now == null) {
            return;
        }
        Duration left = SealedOpening.LONGEST.minus(
                Duration.between(now.since(), model.clock().instant()));
        if (left.isZero() || left.isNegative()) {
            cover();
            return;
        }
        long seconds = left.plusMillis(999).toSeconds();
        badge.setText(texts.get("look.sealed.badge", texts.get("look.form." + now.form()), seconds));
    }
}
