package org.moderationdesk.quality.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.decisions.view.ApartWords;
import org.moderationdesk.fx.EmptyState;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Sizes;
import org.moderationdesk.fx.Tag;
import org.moderationdesk.fx.Tone;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.items.view.ItemWords;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.view.ApartPane;

/** Blind second reviews: what waits, and the one that is held on the same parts as any case, marked as what it is. */
final class SecondPane extends HBox {
    private final SecondModel model;
    private final Texts texts;
    private final SecondList list;
    private final ListBeside columns;
    private final ApartPane pane;
    private final VBox review = new VBox();
    private final StackPane quiet = new StackPane();
    private final Keys keys;
    private boolean listWanted;

    SecondPane(SecondModel model, ItemWords words, Kit kit, Sizes sizes, Consumer<ClauseCode> onGuidelines) {
        this.model = model;
        this.texts = kit.texts();
        list = new SecondList(model, words, kit);
        var said = new ApartWords(
                texts.get("quality.second.submit"),
                texts.get("quality.second.release"),
                texts.get("quality.second.consequence"));
        pane = new ApartPane(model.apart(), kit, new ApartPane.Acts(model, said), onGuidelines);
        VBox.setVgrow(pane, Priority.ALWAYS);
        review.getChildren().addAll(mark(), pane);
        review.setId("quality-second");
        review.setMinWidth(0);
        var none = new EmptyState(
                Icon.COVERED, texts.get("quality.second.blind"), texts.get("quality.second.blind.sentence"));
        none.setId("quality-second-none");
        quiet.getChildren().add(none);
        var body = new StackPane(quiet, review);
        body.setMinWidth(0);
        columns = new ListBeside(list, body, sizes, "second-reviews");
        HBox.setHgrow(columns, Priority.ALWAYS);
        getChildren().add(columns);
        setFocusTraversable(true);
        setAccessibleText(texts.get("quality.part.SECOND"));
        keys = new Keys(texts.get("quality.part.SECOND"))
                .on(
                        "Shortcut+Enter",
                        texts.get("quality.second.take"),
                        model::next,
                        () -> model.heldProperty().get() == null);
        keys.listenOn(this);
        model.heldProperty().subscribe(this::show);
        widthProperty().subscribe(this::fit);
    }

    /** Says throughout that this is no case of the queue, in words and by a sign. */
    private Node mark() {
        var tag = new Tag(texts.get("quality.second.mark"), Tone.DONE);
        tag.setGraphic(Icons.small(Icon.COVERED));
        tag.setId("quality-mark");
        var words = new Label(texts.get("quality.second.mark.sentence"));
        words.getStyleClass().addAll("size-12", "muted");
        words.setMinWidth(0);
        var bar = new HBox(tag, words);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().addAll("gap-8", "quality-mark");
        bar.setMinHeight(Region.USE_PREF_SIZE);
        return bar;
    }

    List<Keys> keys() {
        List<Keys> all = new ArrayList<>(List.of(keys));
        all.addAll(pane.keys());
        return all;
    }

    List<Node> panels() {
        List<Node> all = new ArrayList<>(List.of(list));
        all.addAll(pane.panels());
        return all;
    }

    void shown() {
        model.refresh();
        pane.shown();
        columns.ready();
        focus();
    }

    void hidden() {
        model.pause();
        pane.hidden();
    }

    void tick() {
        pane.tick();
        model.tick();
    }

    void focus() {
        if (review.isVisible()) {
            pane.focus();
        } else if (!list.focusList()) {
            // With nothing to choose from, keys must act here all the same.
            requestFocus();
        }
    }

    void switchList() {
        listWanted = !columns.isListThere();
        fit();
        if (listWanted) {
            var _ = list.focusList();
        }
    }

    private void show(Opened held) {
        boolean there = held != null;
        put(review, there);
        put(quiet, !there);
        fit();
        if (getScene() != null && isVisible()) {
            focus();
        }
    }

    /** Narrow windows put the list aside while a case is being decided. */
    private void fit() {
        boolean narrow = getWidth() > 0 && getWidth() < ListBeside.ASIDE_BELOW;
        columns.show(!narrow || listWanted || !review.isVisible());
    }

    private static void put(Node part, boolean there) {
        part.setVisible(there);
        part.setManaged(there);
    }
}
