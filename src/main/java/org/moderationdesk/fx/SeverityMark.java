package org.moderationdesk.fx;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Severity in three signs that always go together: a bar at the edge, one to four filled steps, and the word. */
public final class SeverityMark extends HBox {
    private static final int STEPS = 4;

    private final Label word = new Label();
    private final Region[] steps = new Region[STEPS];

    /** Steps and word, to be filled by {@link #show}. */
    public SeverityMark() {
        getStyleClass().add("severity-mark");
        setAlignment(Pos.CENTER_LEFT);
        var bars = new HBox();
        bars.getStyleClass().add("severity-steps");
        bars.setAlignment(Pos.BOTTOM_LEFT);
        bars.setMaxHeight(USE_PREF_SIZE);
        bars.setFillHeight(false);
        for (int i = 0; i < STEPS; i++) {
            steps[i] = new Region();
            steps[i].getStyleClass().addAll("severity-step", "severity-step-" + (i + 1));
            bars.getChildren().add(steps[i]);
        }
        word.getStyleClass().add("severity-word");
        getChildren().addAll(bars, word);
    }

    public SeverityMark(int step, String words) {
        this();
        show(step, words);
    }

    /**
     * @param step 1 for the lowest, 4 for the highest
     * @param words its name in the person's language
     */
    public void show(int step, String words) {
        for (int i = 0; i < STEPS; i++) {
            colour(steps[i], i < step ? step : 0);
        }
        word.setText(words);
        setAccessibleText(words);
    }

    /** The bar of three pixels at the left edge; it fills the height it is given. */
    public static Region bar(int step) {
        var bar = new Region();
        bar.getStyleClass().add("severity-bar");
        colour(bar, step);
        return bar;
    }

    /** Gives a bar, made for another case before, this severity; 0 leaves it without colour. */
    public static void colour(Region part, int step) {
        part.getStyleClass().removeIf(style -> style.startsWith("severity-is-"));
        part.getStyleClass().add("severity-is-" + step);
    }
}
