package org.moderationdesk.audit.view;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyHint;

/** Small parts that look alike wherever they stand. */
final class Buttons {
    private Buttons() {}

    /** A button with its icon, its words and its key. */
    static Button of(String id, String words, Icon icon, String key, Runnable act) {
        var shown = new HBox(Icons.small(icon), new Label(words), new KeyHint(key));
        shown.getStyleClass().add("gap-8");
        shown.setAlignment(Pos.CENTER);
        var button = new Button(null, shown);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setAccessibleText(words);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> act.run());
        return button;
    }

    static PopOver popOver(VBox content) {
        var over = new PopOver(content);
        over.setArrowSize(0);
        over.setArrowLocation(PopOver.ArrowLocation.TOP_LEFT);
        over.setDetachable(false);
        over.setAnimated(false);
        over.setHideOnEscape(true);
        content.getStyleClass().add("pop-over");
        over.getStyleClass().add("desk-pop-over");
        return over;
    }

    static Label label(String words, String... styles) {
        var label = new Label(words);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** A label that breaks its lines and is never cut. */
    static Label lines(String words, String... styles) {
        Label label = label(words, styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
