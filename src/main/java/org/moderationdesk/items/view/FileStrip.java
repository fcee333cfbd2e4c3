package org.moderationdesk.items.view;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.decisions.EvidenceMark;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyHint;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Tag;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.MediaFile;

/** Which of an item's files is on the stage, and the way to the others; seen where there are several. */
final class FileStrip {
    private static final int MOST_CHIPS = 10;

    private final ItemModel model;
    private final Texts texts;
    private final HBox chips = new HBox();
    private final Label facts = new Label();
    private final Tag state = new Tag("");
    private final HBox strip;

    FileStrip(ItemModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        facts.setId("item-file");
        facts.setMinWidth(0);
        state.setId("item-file-state");
        chips.getStyleClass().add("gap-4");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        strip = new HBox(
                button("item-previous", "items.bar.previous", "items.key.previousFile", -1),
                chips,
                button("item-next", "items.bar.next", "items.key.nextFile", 1),
                facts,
                state,
                gap);
        strip.setId("item-files");
        strip.getStyleClass().add("file-strip");
        strip.setAlignment(Pos.CENTER_LEFT);
        model.shownProperty().subscribe(this::show);
        model.mediaProperty().subscribe(this::showFile);
        model.marks().addListener((InvalidationListener) _ -> nameChips());
    }

    Node node() {
        return strip;
    }

    /** Adds its keys; they act where there are several files. */
    void keysTo(Keys keys) {
        keys.on("Page Up", texts.get("items.keys.previous"), () -> model.turn(-1), model::hasSeveralFiles)
                .on("Page Down", texts.get("items.keys.next"), () -> model.turn(1), model::hasSeveralFiles);
    }

    private void show(@Nullable OpenItem open) {
        chips.getChildren().clear();
        strip.setVisible(model.hasSeveralFiles());
        strip.setManaged(strip.isVisible());
        if (open == null || !strip.isVisible()) {
            return;
        }
        int count = open.file().item().media().size();
        for (int i = 0; i < count && count <= MOST_CHIPS; i++) {
            chips.getChildren().add(chip(open.file().item(), i));
        }
        nameChips();
        showFile();
    }

    private ToggleButton chip(Item item, int which) {
        var graphic = new HBox(Icons.small(FileShape.of(item, which).icon()), new Label(Integer.toString(which + 1)));
        graphic.getStyleClass().add("hinted");
        graphic.setAlignment(Pos.CENTER);
        var chip = new ToggleButton(null, graphic);
        chip.setId("item-file-" + (which + 1));
        chip.getStyleClass().add("cover-toggle");
        chip.setMinWidth(Region.USE_PREF_SIZE);
        chip.setOnAction(_ -> {
            model.turnTo(which);
            showFile();
        });
        return chip;
    }

    private void nameChips() {
        OpenItem open = model.shownProperty().get();
        if (open == null) {
            return;
        }
        for (int i = 0; i < chips.getChildren().size(); i++) {
            int which = i;
            long marks = model.marks().stream()
                    .filter(mark -> mark instanceof EvidenceMark.InMedia in && in.media() == which)
                    .count();
            String name = name(open.file().item(), i);
            var chip = (ToggleButton) chips.getChildren().get(i);
            chip.setAccessibleText(
                    marks == 0 ? name : texts.get("items.file.marked", name, texts.get("items.tab.evidence"), marks));
            chip.setTooltip(new Tooltip(chip.getAccessibleText()));
        }
    }

    private String name(Item item, int which) {
        Stream<String> known = MediaFacts.of(item.media().get(which), texts).stream();
        return texts.get("items.file.one", which + 1, item.media().size()) + " \u00b7 "
                + String.join(" \u00b7 ", known.toList());
    }

    private void showFile() {
        OpenItem open = model.shownProperty().get();
        if (open == null || !strip.isVisible()) {
            return;
        }
        int now = model.mediaProperty().get();
        facts.setText(name(open.file().item(), now));
        for (int i = 0; i < chips.getChildren().size(); i++) {
            ((ToggleButton) chips.getChildren().get(i)).setSelected(i == now);
        }
        List<MediaFile.State> states = open.file().mediaStates();
        boolean odd = now < states.size() && states.get(now) != MediaFile.State.STORED;
        state.setVisible(odd);
        state.setManaged(odd);
        if (odd) {
            state.setText(texts.get("items.media." + states.get(now)));
        }
    }

    private Button button(String id, String key, String hint, int by) {
        var graphic = new HBox(Icons.small(by < 0 ? Icon.GO_BACK : Icon.GO_INTO), new KeyHint(texts.get(hint)));
        graphic.getStyleClass().add("hinted");
        graphic.setAlignment(Pos.CENTER);
        var button = new Button(null, graphic);
        button.setId(id);
        button.setAccessibleText(texts.get(key));
        button.setTooltip(new Tooltip(texts.get(key)));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> model.turn(by));
        return button;
    }
}
