package org.moderationdesk.items.view;

import java.util.List;
import java.util.Objects;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.decisions.EvidenceMark;
import org.moderationdesk.fx.Background;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.items.ItemFile;
import org.moderationdesk.media.decode.Frame;
import org.moderationdesk.media.view.Cover;
import org.moderationdesk.media.view.FrameView;
import org.moderationdesk.media.view.Player;
import org.moderationdesk.media.view.PlayerModel;
import org.moderationdesk.media.view.PlayerState;
import org.moderationdesk.media.view.WaveView;

/** One picture of an item under safe cover, on which boxes are drawn with the mouse or by keys. */
final class CoveredPicture {
    private static final Duration COUNTING = Duration.millis(100);
    private static final long NEAR_MS = 60;

    private final ItemModel model;
    private final Cover cover;
    private final Texts texts;
    private final PictureSource pictures;
    private final Background background;
    private final Player player;
    private final FrameView frame;
    private final WaveView wave;
    private final StackPane stage = new StackPane();
    private final Label state = new Label();
    private final Label seen = new Label();
    private final ClipState clipState;
    private final HBox pill;
    private final HBox corner = new HBox();
    private final Timeline counting;
    private Runnable onBox = () -> {};
    private boolean clip;
    private int media;
    private long asked;
    private @Nullable BoxDraft draft;
    private double @Nullable [] drawnFrom;

    CoveredPicture(ItemModel model, Texts texts, PictureSource pictures, Background background, Player player) {
        this.model = model;
        this.cover = model.cover();
        this.texts = texts;
        this.pictures = pictures;
        this.background = background;
        this.frame = new FrameView(cover, background, texts.get("items.picture.name"));
        frame.setId("item-picture");
        this.player = player;
        wave = new WaveView(player, texts.get("media.wave.name"));
        wave.setVisible(false);
        clipState = new ClipState(player, texts, state);
        pill = new HBox(
                Icons.small(Icon.COVERED),
                strong("items.picture.hold"),
                new KeyHint(texts.get("items.key.space")),
                strong("items.picture.toReveal"));
        pill.getStyleClass().add("reveal-pill");
        pill.setId("item-reveal");
        pill.setMaxSize(HBox.USE_PREF_SIZE, HBox.USE_PREF_SIZE);
        pill.setAlignment(Pos.CENTER);
        pill.setMouseTransparent(true);
        state.setId("item-picture-state");
        state.getStyleClass().add("picture-state");
        state.setWrapText(true);
        state.setMouseTransparent(true);
        seen.setId("item-seen");
        seen.getStyleClass().add("stage-badge");
        var safe = new Label(texts.get("items.picture.safe"), Icons.small(Icon.SAFE_VIEW));
        safe.getStyleClass().add("stage-badge");
        stage.getStyleClass().add("picture-stage");
        stage.getChildren().addAll(frame, wave, pill, clipState.node(), safe, seen, clipState.missing(), corner);
        corner.getStyleClass().add("stage-corner");
        corner.setPickOnBounds(false);
        corner.setMaxSize(HBox.USE_PREF_SIZE, HBox.USE_PREF_SIZE);
        StackPane.setAlignment(corner, Pos.BOTTOM_RIGHT);
        StackPane.setAlignment(clipState.missing(), Pos.TOP_RIGHT);
        StackPane.setAlignment(safe, Pos.TOP_LEFT);
        StackPane.setAlignment(seen, Pos.BOTTOM_LEFT);
        counting = new Timeline(new KeyFrame(COUNTING, _ -> cover.tick()));
        counting.setCycleCount(Animation.INDEFINITE);
        InvalidationListener covering = _ -> showCover();
        cover.blurredProperty().addListener(covering);
        cover.greyProperty().addListener(covering);
        cover.seenMillisProperty().addListener(covering);
        cover.revealsProperty().addListener(covering);
        model.marks().addListener((InvalidationListener) _ -> showBoxes());
        frame.addEventHandler(MouseEvent.MOUSE_PRESSED, this::beginBox);
        frame.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drawBox);
        frame.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> drawnFrom = null);
        frame.addEventHandler(KeyEvent.KEY_PRESSED, this::moveBox);
        followClip();
        showCover();
    }

    private void followClip() {
        PlayerModel playing = player.model();
        playing.frameProperty().subscribe(this::showFrame);
        playing.stateProperty().subscribe(this::showState);
        playing.positionProperty().subscribe(at -> {
            if (clip
                    && playing.playingProperty().get()
                    && playing.hasSound()
                    && !playing.silentProperty().get()) {
                cover.sounds(at.longValue() / 1_000);
            }
            if (clip && hasTimedBoxes()) {
                showBoxes();
            }
        });
        playing.playingProperty().subscribe(now -> {
            if (!now) {
                cover.silent();
            }
        });
        frame.layoutBoundsProperty().subscribe(bounds -> {
            double scale = frame.getScene() == null || frame.getScene().getWindow() == null
                    ? 1
                    : frame.getScene().getWindow().getOutputScaleX();
            player.frameSize(bounds.getWidth() * scale, bounds.getHeight() * scale);
        });
    }

    private void showFrame(@Nullable Frame next) {
        if (!clip) {
            return;
        }
        if (next == null) {
            frame.clear();
        } else {
            frame.show(next);
            cover.shows(next.micros() / 1_000);
        }
        showCover();
    }

    private void showState() {
        if (!clip) {
            return;
        }
        PlayerState now = player.model().stateProperty().get();
        wave.setVisible(now instanceof PlayerState.Ready && !player.model().hasPicture());
        if (now instanceof PlayerState.Lost) {
            cover.coverAll();
        }
        showCover();
    }

    /** Shows what the player plays, covered. */
    void showClip(int which) {
        asked++;
        clip = true;
        media = which;
        draft = null;
        cover.begin(which);
        frame.clear();
        state.setText("");
        showFrame(player.model().frameProperty().get());
        showState();
        showBoxes();
    }

    /** What Enter does while a box is drawn in a clip. */
    void onBox(Runnable act) {
        onBox = act;
    }

    /** The box that is drawn, to be marked now; null where none is. */
    EvidenceMark.@Nullable Box takeBox() {
        BoxDraft drawn = draft;
        draft = null;
        showBoxes();
        return drawn == null ? null : drawn.box();
    }

    boolean hasBox() {
        return draft != null;
    }

    /** Begins a box in the middle, which the arrow keys move. */
    void beginBox() {
        if (model.mayMark() && frame.hasPicture()) {
            draft = BoxDraft.middle();
            frame.requestFocus();
            showBoxes();
        }
    }

    private boolean hasTimedBoxes() {
        return model.marks().stream()
                .anyMatch(mark -> mark instanceof EvidenceMark.InMedia in && in.box() != null && in.fromMs() != null);
    }

    /** A box is seen while its span is. */
    private boolean isNow(EvidenceMark.InMedia in) {
        if (!clip || in.fromMs() == null) {
            return true;
        }
        long now = player.model().positionProperty().get() / 1_000;
        long to = in.toMs() == null ? in.fromMs() : in.toMs();
        return now >= in.fromMs() - NEAR_MS && now <= to + NEAR_MS;
    }

    Node node() {
        return stage;
    }

    /** The lower right corner of the stage, for controls. */
    HBox corner() {
        return corner;
    }

    /** What the keyboard goes to. */
    Node focus() {
        return wave.isVisible() ? wave : frame;
    }

    void show(ItemFile file, int which) {
        long question = ++asked;
        clip = false;
        wave.setVisible(false);
        media = which;
        draft = null;
        cover.begin(which);
        frame.clear();
        state.setText("");
        showCover();
        showBoxes();
        background.run(
                () -> pictures.read(file, which),
                picture -> {
                    if (question == asked) {
                        show(picture);
                    }
                },
                _ -> {
                    if (question == asked) {
                        state.setText(texts.get("items.picture.UNREADABLE"));
                    }
                });
    }

    /** Lets go of the picture: nothing of it stays in memory. */
    void leave() {
        asked++;
        clip = false;
        wave.setVisible(false);
        frame.clear();
        counting.stop();
    }

    private void show(PictureSource.Reading picture) {
        switch (picture) {
            case PictureSource.Shown shown -> frame.show(new Frame(0, shown.width(), shown.height(), shown.argb()));
            case PictureSource.NotShown(var why, var facts) ->
                state.setText(texts.get("items.picture." + why, facts.toArray()));
        }
        showCover();
    }

    boolean canReveal() {
        return frame.hasPicture();
    }

    private void showCover() {
        boolean blurred = cover.blurredProperty().get();
        pill.setVisible(blurred && frame.hasPicture());
        int reveals = cover.revealsProperty().get();
        seen.setVisible(reveals > 0);
        seen.setText(texts.get(
                "items.picture.seen." + Count.form(reveals),
                Math.round(cover.seenMillisProperty().get() / 1000.0),
                reveals));
        if (blurred) {
            counting.stop();
        } else {
            counting.play();
        }
    }

    /** Marks the box that is drawn; without one, begins one in the middle that the arrow keys move. */
    void mark() {
        if (!model.mayMark() || !frame.hasPicture()) {
            return;
        }
        if (draft == null) {
            draft = BoxDraft.middle();
            frame.requestFocus();
        } else if (model.clauseProperty().get() == null) {
            model.mark(ItemModel.Place.picture(media, draft.box()));
        } else {
            EvidenceMark.Box box = draft.box();
            draft = null;
            model.mark(ItemModel.Place.picture(media, box));
        }
        showBoxes();
    }

    private void showBoxes() {
        List<Rectangle2D> boxes = model.marks().stream()
                .map(mark ->
                        mark instanceof EvidenceMark.InMedia in && in.media() == media && isNow(in) ? in.box() : null)
                .filter(Objects::nonNull)
                .map(CoveredPicture::rectangle)
                .toList();
        frame.boxes(boxes, draft == null ? null : rectangle(draft.box()));
    }

    private static Rectangle2D rectangle(EvidenceMark.Box box) {
        return new Rectangle2D(box.x(), box.y(), box.w(), box.h());
    }

    private void beginBox(MouseEvent event) {
        frame.requestFocus();
        if (clip && event.getButton() == MouseButton.PRIMARY) {
            player.pause();
        }
        if (event.getButton() == MouseButton.PRIMARY && model.mayMark() && frame.hasPicture()) {
            drawnFrom = frame.fractions(event.getX(), event.getY());
        }
    }

    private void drawBox(MouseEvent event) {
        double[] from = drawnFrom;
        if (from != null) {
            double[] to = frame.fractions(event.getX(), event.getY());
            draft = BoxDraft.between(from[0], from[1], to[0], to[1]);
            showBoxes();
        }
    }

    private void moveBox(KeyEvent event) {
        BoxDraft drawn = draft;
        if (drawn == null || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> move(event, -1, 0);
            case RIGHT -> move(event, 1, 0);
            case UP -> move(event, 0, -1);
            case DOWN -> move(event, 0, 1);
            case ENTER -> {
                event.consume();
                if (clip) {
                    onBox.run();
                } else {
                    mark();
                }
            }
            case BACK_SPACE, DELETE -> {
                event.consume();
                draft = null;
                showBoxes();
            }
            default -> {}
        }
    }

    private void move(KeyEvent event, int right, int down) {
        event.consume();
        if (draft != null) {
            draft = event.isShiftDown() ? draft.resized(right, down) : draft.moved(right, down);
            showBoxes();
        }
    }

    private Label strong(String key) {
        var label = new Label(texts.get(key));
        label.getStyleClass().add("strong");
        return label;
    }
}
