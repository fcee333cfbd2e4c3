package org.moderationdesk.fx;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/** Long work under way: a bar, a line of how far it is, and its end on request. */
public final class WorkPanel extends VBox {
    private final ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    private final Label line = new Label();
    private final Button stop;

    /**
     * @param words what is being done
     * @param stopWords what the button says
     * @param onStop asks the work to end; the button is then off
     */
    public WorkPanel(String words, String stopWords, Runnable onStop) {
        getStyleClass().addAll("work-panel", "gap-8");
        var title = new Label(words);
        title.setWrapText(true);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("small");
        bar.setAccessibleText(words);
        line.getStyleClass().addAll("muted", "size-12");
        line.setId("work-line");
        stop = new Button(stopWords);
        stop.setId("work-stop");
        stop.setOnAction(_ -> {
            stop.setDisable(true);
            onStop.run();
        });
        getChildren().addAll(title, bar, line, stop);
    }

    /**
     * @param part done, 0 to 1; below 0 when unknown
     * @param words such as "12,000 of 40,000 lines, 20 s left"
     */
    public void show(double part, String words) {
        bar.setProgress(part < 0 ? ProgressBar.INDETERMINATE_PROGRESS : Math.min(1, part));
        line.setText(words);
    }
}
