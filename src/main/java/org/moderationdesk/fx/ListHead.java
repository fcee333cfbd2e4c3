package org.moderationdesk.fx;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The line over a list: what it lists, and asking for it anew, which F5 does too. */
public final class ListHead {
    private ListHead() {}

    /** @param id of the button */
    public static HBox of(String title, String id, String again, Runnable refresh) {
        var words = new Label(title);
        words.getStyleClass().addAll("strong", "size-14");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var button = new Button(null, Icons.small(Icon.REFRESH));
        button.setId(id);
        button.getStyleClass().add("icon-button");
        button.setAccessibleText(again);
        button.setOnAction(_ -> refresh.run());
        var line = new HBox(words, gap, new KeyHint("F5"), button);
        line.getStyleClass().add("state-head");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
