package org.moderationdesk.fx;

import javafx.animation.PauseTransition;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Grey bars in the place of lines that are being fetched; they appear only after 0.3 seconds of waiting. */
public final class Loading extends VBox {
    private static final Duration PATIENCE = Duration.millis(300);
    private static final double[] WIDTHS = {0.6, 0.76, 0.44, 0.84, 0.52, 0.68};

    private final PauseTransition patience = new PauseTransition(PATIENCE);

    /**
     * @param lines how many bars
     * @param words what is being fetched, for a screen reader
     */
    public Loading(int lines, String words) {
        getStyleClass().add("loading");
        setAccessibleText(words);
        setMouseTransparent(true);
        setVisible(false);
        for (int i = 0; i < lines; i++) {
            var bar = new Region();
            bar.getStyleClass().add("loading-bar");
            bar.maxWidthProperty().bind(widthProperty().multiply(WIDTHS[i % WIDTHS.length]));
            getChildren().add(bar);
        }
        patience.setOnFinished(_ -> setVisible(true));
        sceneProperty().subscribe(scene -> {
            setVisible(false);
            if (scene == null) {
                patience.stop();
            } else {
                patience.playFromStart();
            }
        });
    }
}
