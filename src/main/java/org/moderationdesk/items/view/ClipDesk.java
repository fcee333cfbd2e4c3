package org.moderationdesk.items.view;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.FittingRow;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.media.view.Player;
import org.moderationdesk.media.view.PlayerBar;
import org.moderationdesk.media.view.PlayerState;
import org.moderationdesk.media.view.TimeSpan;

/** A clip of an item in the player: opened, covered, marked in, and played by keys. JavaFX thread only. */
final class ClipDesk {
    private final ItemModel model;
    private final Texts texts;
    private final Player player;
    private final PictureSource pictures;
    private final CoveredPicture picture;
    private final ClipMarks marks;
    private final CoverToggle blur;
    private final CoverToggle grey;
    private final CoverToggle mute;
    private final Label markWord;
    private final Button mark;
    private final PlayerBar bar;
    private final LiveStrip live;
    private final VBox bars;
    private boolean shown;

    ClipDesk(ItemModel model, Texts texts, PictureSource pictures, Player player, CoveredPicture picture) {
        this.model = model;
        this.texts = texts;
        this.player = player;
        this.pictures = pictures;
        this.picture = picture;
        marks = new ClipMarks(model, player.model(), picture::takeBox, picture::hasBox);
        blur = new CoverToggle("player-blur", Icon.BLUR, texts.get("items.bar.blur"), "B");
        grey = new CoverToggle("player-grey", Icon.GREY, texts.get("items.bar.grey"), "G");
        mute = new CoverToggle("player-mute", Icon.MUTED, texts.get("items.bar.mute"), "M");
        markWord = new Label(texts.get("items.bar.mark"));
        mark = mark();
        bar = new PlayerBar(player, model.cover(), texts, List.of(blur, grey, mute), mark, this::switchLoop);
        live = new LiveStrip(model, texts, player);
        bars = new VBox(live.node(), bar.node());
        bar.node().visibleProperty().bind(bars.visibleProperty());
        follow();
    }

    private Button mark() {
        var graphic = new HBox(Icons.small(Icon.MARK), markWord, new KeyHint("E"));
        graphic.getStyleClass().add("hinted");
        graphic.setAlignment(Pos.CENTER);
        var button = new Button(null, graphic);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setId("player-mark");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> markHere());
        return button;
    }

    private void follow() {
        player.model().mutedProperty().bind(model.cover().mutedProperty());
        blur.setOnAction(_ -> switchBlur());
        grey.setOnAction(_ -> model.cover().switchGrey());
        mute.setOnAction(_ -> model.cover().switchMute());
        model.cover().blurredProperty().subscribe(this::showCover);
        model.cover().greyProperty().subscribe(this::showCover);
        model.cover().mutedProperty().subscribe(this::showCover);
        model.cover().formProperty().subscribe(this::showCover);
        blur.selectedProperty().subscribe(this::showCover);
        grey.selectedProperty().subscribe(this::showCover);
        mute.selectedProperty().subscribe(this::showCover);
        player.model().factsProperty().subscribe(_ -> {
            boolean seen = player.model().factsProperty().get() == null
                    || player.model().hasPicture();
            for (CoverToggle toggle : List.of(blur, grey)) {
                toggle.setVisible(seen);
                toggle.setManaged(seen);
            }
        });
        picture.corner().getChildren().addFirst(bar.loop());
        model.marks().addListener((InvalidationListener) _ -> showMarks());
        model.clauseProperty().subscribe(this::showMarks);
        player.model().durationProperty().subscribe(this::showMarks);
        player.model().playingProperty().addListener((ChangeListener<Boolean>) (_, _, now) -> {
            if (now) {
                pauseForSingleFrames();
            }
        });
        picture.onBox(this::markPoint);
        bar.dispensable(List.of(
                shown -> List.of(blur, grey, mute).forEach(toggle -> toggle.withWord(shown)),
                FittingRow.part(markWord)));
        showMarks();
    }

    private void showCover() {
        blur.setSelected(model.cover().blurredProperty().get());
        grey.setSelected(model.cover().greyProperty().get());
        mute.setSelected(model.cover().mutedProperty().get());
        pauseForSingleFrames();
    }

    /** In the form of single frames nothing moves while it is seen. */
    private void pauseForSingleFrames() {
        if (model.cover().formProperty().get() == LookForm.FRAMES
                && !model.cover().blurredProperty().get()) {
            player.pause();
        }
    }

    private void switchBlur() {
        if (picture.canReveal()) {
            model.cover().switchBlur();
        }
        showCover();
    }

    private void showMarks() {
        if (shown) {
            bar.flags(marks.flags());
            bar.reports(marks.reports());
        }
        var clause = model.clauseProperty().get();
        mark.setDisable(!model.mayMark());
        mark.setAccessibleText(
                marks.isOpen()
                        ? texts.get("items.clip.markEnd")
                        : clause == null
                                ? texts.get("items.bar.noClause")
                                : texts.get("items.bar.forClause", clause.value()));
    }

    Node bar() {
        return bars;
    }

    /** Whether a clip is on the stage. */
    boolean isShown() {
        return shown;
    }

    void show(OpenItem open, int which) {
        shown = true;
        marks.begin(which);
        picture.showClip(which);
        player.show(() -> pictures.clip(open.file(), which));
        showMarks();
    }

    void leave() {
        if (shown) {
            shown = false;
            bar.flags(List.of());
            player.leave();
        }
    }

    /** Stands still, and lets nothing be heard. */
    void hush() {
        player.pause();
    }

    void withFilmstrip(boolean wanted) {
        bar.withFilmstrip(wanted);
    }

    void togglePlaying() {
        if (player.model().stateProperty().get() instanceof PlayerState.Lost) {
            player.openAgain();
        } else {
            player.togglePlaying();
        }
    }

    void markHere() {
        marks.mark();
        showMarks();
    }

    private void markPoint() {
        marks.markPoint();
        showMarks();
    }

    /** Plays what is marked over and over, or no more. */
    private void switchLoop() {
        TimeSpan now = player.model().loopProperty().get();
        player.loop(now == null ? marks.toLoop() : null);
        showMarks();
    }

    private boolean isReady() {
        return shown && player.model().isReady();
    }

    /** Adds the keys of the player; they act while a clip is shown. */
    void keysTo(Keys keys) {
        live.keysTo(keys);
        keys.on("P", texts.get("items.keys.play"), this::togglePlaying, this::isShown)
                .on("Left", texts.get("items.keys.back"), () -> player.jump(-1), this::isReady)
                .on("Right", texts.get("items.keys.on"), () -> player.jump(1), this::isReady)
                .on(",", texts.get("items.keys.previousFrame"), () -> player.step(-1), this::isReady)
                .on(".", texts.get("items.keys.nextFrame"), () -> player.step(1), this::isReady)
                .on("[", texts.get("items.keys.slower"), () -> player.faster(-1), this::isReady)
                .on("]", texts.get("items.keys.faster"), () -> player.faster(1), this::isReady)
                .on("M", texts.get("items.keys.mute"), () -> model.cover().switchMute(), this::isReady)
                .on("Shift+Up", texts.get("items.keys.louder"), () -> player.louder(1), this::isReady)
                .on("Shift+Down", texts.get("items.keys.quieter"), () -> player.louder(-1), this::isReady)
                .on("L", texts.get("items.keys.loop"), this::switchLoop, this::isReady)
                .on("Shift+E", texts.get("items.keys.markPoint"), this::markPoint, this::isReady)
                .on("O", texts.get("items.keys.box"), picture::beginBox, this::isReady)
                .on("Backspace", texts.get("items.keys.forgetMark"), this::forgetMark, marks::isOpen);
    }

    private void forgetMark() {
        marks.forget();
        showMarks();
    }
}
