package org.moderationdesk.fx;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Every key that works right now, made from the keys themselves. */
public final class KeySheet {
    private static final double BAR = 24;

    private KeySheet() {}

    public static Node of(List<Keys> keys) {
        var groups = new FlowPane();
        groups.getStyleClass().add("key-sheet");
        for (Keys group : keys) {
            if (!group.bindings().isEmpty()) {
                groups.getChildren().add(group(group));
            }
        }
        var scroll = new ScrollPane(groups);
        scroll.setFitToWidth(true);
        // No style sets it; asked for its height, the sheet would count with a narrower one and leave a gap.
        groups.prefWrapLengthProperty().bind(scroll.prefWidthProperty().subtract(BAR));
        scroll.setId("key-sheet");
        scroll.getStyleClass().add("key-sheet-scroll");
        if (groups.getChildren().size() == 1) {
            scroll.getStyleClass().add("one-group");
        }
        return scroll;
    }

    private static Node group(Keys keys) {
        var title = new Label(keys.title());
        title.getStyleClass().add("strong");
        var box = new VBox(title);
        box.getStyleClass().add("key-group");
        keys.bindings().forEach(binding -> {
            var words = new Label(binding.words());
            words.getStyleClass().add("size-12");
            words.setWrapText(true);
            words.setMinHeight(Region.USE_PREF_SIZE);
            var space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            var row = new HBox(words, space, KeyHint.of(binding.keys()));
            row.getStyleClass().add("key-row");
            box.getChildren().add(row);
        });
        return box;
    }
}
