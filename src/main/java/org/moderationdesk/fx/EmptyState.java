package org.moderationdesk.fx;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** What stands where nothing is to be shown: what happened, what is safe, and the one next step. */
public final class EmptyState extends VBox {
    public EmptyState(Icon icon, String title, String sentence, Node... actions) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        var heading = new Label(title);
        heading.getStyleClass().addAll("strong", "empty-title");
        heading.setWrapText(true);
        heading.setTextAlignment(TextAlignment.CENTER);
        var words = new Label(sentence);
        words.getStyleClass().addAll("muted", "empty-sentence");
        words.setWrapText(true);
        words.setTextAlignment(TextAlignment.CENTER);
        getChildren().addAll(List.of(Icons.large(icon), heading, words));
        if (actions.length > 0) {
            var row = new FlowPane(actions);
            row.getStyleClass().add("empty-actions");
            row.setAlignment(Pos.CENTER);
            getChildren().add(row);
        }
    }
}
