package org.moderationdesk.insights.view;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One key figure: its name, its number, a few words to it and where it came from. */
final class FigureTile extends HBox {
    /**
     * @param spoken what the sparkline shows, in words; empty without one
     * @param trend NaN where there is none; no sparkline of fewer than two
     */
    FigureTile(String id, String name, String value, String beside, String spoken, List<Double> trend) {
        setId("figure-" + id);
        getStyleClass().addAll("card", "figure-tile");
        setAlignment(Pos.CENTER_LEFT);
        setFocusTraversable(true);
        setAccessibleText(String.join(" ", name, value, beside, spoken).strip());
        var number = Parts.label(value, "strong", "size-20");
        number.setMinWidth(USE_PREF_SIZE);
        number.setId("figure-value-" + id);
        var words = Parts.label(beside, "muted", "size-12");
        var line = new HBox(number, words);
        line.getStyleClass().add("figure-line");
        line.setAlignment(Pos.BASELINE_LEFT);
        var left = new VBox(Parts.label(name, "muted", "size-12"), line);
        left.getStyleClass().add("figure-words");
        left.setMinWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        getChildren().add(left);
        // One point is no trend, and takes no room from the words.
        if (trend.stream().filter(point -> !point.isNaN()).count() > 1) {
            getChildren().add(new Sparkline(trend));
        }
        setMinWidth(0);
        setMaxWidth(Double.MAX_VALUE);
        setMinHeight(Region.USE_PREF_SIZE);
    }
}
