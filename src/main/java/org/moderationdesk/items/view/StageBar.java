package org.moderationdesk.items.view;

import java.util.function.BooleanSupplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyHint;

/** The line below content that does not play: its cover, and marking. */
final class StageBar {
    private final ItemModel model;
    private final Texts texts;
    private final BooleanSupplier clip;
    private final BooleanSupplier still;
    private final ToggleButton blur;
    private final ToggleButton grey;
    private final Label hint = new Label();
    private final Button mark;
    private final HBox bar;

    StageBar(ItemModel model, Texts texts, Runnable onMark, BooleanSupplier clip, BooleanSupplier still) {
        this.still = still;
        this.clip = clip;
        this.model = model;
        this.texts = texts;
        blur = cover("item-blur", Icon.BLUR, "items.bar.blur", "B");
        blur.setOnAction(_ -> {
            model.cover().switchBlur();
            showCover();
        });
        grey = cover("item-grey", Icon.GREY, "items.bar.grey", "G");
        grey.setOnAction(_ -> {
            model.cover().switchGrey();
            showCover();
        });
        mark = button("item-mark", "items.bar.mark", "E", onMark);
        hint.getStyleClass().add("muted");
        hint.setId("item-mark-hint");
        hint.setMinWidth(0);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        bar = new HBox(blur, grey, gap, hint, mark);
        bar.getStyleClass().add("stage-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        model.cover().blurredProperty().subscribe(this::showCover);
        model.cover().greyProperty().subscribe(this::showCover);
        model.shownProperty().subscribe(this::show);
        model.mediaProperty().subscribe(() -> show(model.shownProperty().get()));
        model.clauseProperty().subscribe(() -> show(model.shownProperty().get()));
    }

    Node node() {
        return bar;
    }

    private void showCover() {
        blur.setSelected(model.cover().blurredProperty().get());
        grey.setSelected(model.cover().greyProperty().get());
    }

    private void show(@Nullable OpenItem open) {
        if (open == null || open.row().sealed() || clip.getAsBoolean()) {
            visible(bar, false);
            return;
        }
        boolean picture = still.getAsBoolean();
        visible(blur, picture);
        visible(grey, picture);
        boolean markable = !open.isReadOnly();
        visible(mark, markable);
        var clause = model.clauseProperty().get();
        hint.setText(
                !markable
                        ? texts.get("items.bar.readOnly")
                        : clause == null
                                ? texts.get("items.bar.noClause")
                                : texts.get("items.bar.forClause", clause.value()));
        visible(bar, true);
    }

    private static void visible(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private ToggleButton cover(String id, Icon icon, String key, String hint) {
        var graphic = new HBox(Icons.small(icon), new Label(texts.get(key)), new KeyHint(hint));
        graphic.getStyleClass().add("hinted");
        graphic.setAlignment(Pos.CENTER);
        var button = new ToggleButton(null, graphic);
        button.setId(id);
        button.getStyleClass().add("cover-toggle");
        button.setAccessibleText(texts.get(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setSelected(true);
        return button;
    }

    private Button button(String id, String key, String hint, Runnable act) {
        var button = new Button(texts.get(key), new KeyHint(hint));
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.setId(id);
        button.setAccessibleText(texts.get(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> act.run());
        return button;
    }
}
