package org.moderationdesk.items.view;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyHint;

/** One part of the cover that is switched by mouse or key: icon, word and key. */
final class CoverToggle extends ToggleButton {
    private final Label word;

    CoverToggle(String id, Icon icon, String words, String key) {
        word = new Label(words);
        var graphic = new HBox(Icons.small(icon), word, new KeyHint(key));
        graphic.getStyleClass().add("hinted");
        graphic.setAlignment(Pos.CENTER);
        setGraphic(graphic);
        setId(id);
        getStyleClass().add("cover-toggle");
        setAccessibleText(words);
        setMinWidth(Region.USE_PREF_SIZE);
        setSelected(true);
    }

    /** Where there is little room its icon and key must do. */
    void withWord(boolean shown) {
        word.setVisible(shown);
        word.setManaged(shown);
        setTooltip(shown ? null : new Tooltip(word.getText()));
    }
}
