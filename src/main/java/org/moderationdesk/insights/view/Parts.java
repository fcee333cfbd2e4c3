package org.moderationdesk.insights.view;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Small parts of charts. */
final class Parts {
    private Parts() {}

    static Label label(String words, String... styles) {
        var label = new Label(words);
        label.getStyleClass().addAll(styles);
        return label;
    }

    static Region swatch(String colour) {
        var swatch = new Region();
        swatch.getStyleClass().addAll("chart-swatch", colour);
        return swatch;
    }

    /** What a colour stands for. */
    static Label legend(String words, String colour) {
        var label = label(words, "size-11");
        label.setGraphic(swatch(colour));
        return label;
    }
}
