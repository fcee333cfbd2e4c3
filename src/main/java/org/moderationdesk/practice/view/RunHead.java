package org.moderationdesk.practice.view;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.fx.FittingRow;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.KeyButton;
import org.moderationdesk.fx.Tag;
import org.moderationdesk.fx.Tone;
import org.moderationdesk.practice.Run;

/** Says throughout a run that this is practice, in words and by a sign; and how far it is. */
final class RunHead extends VBox {
    private final RunModel model;
    private final PracticeWords words;
    private final FittingRow row;
    private final Label progress = Shown.whole("", "size-12", "strong");
    private final Label time = Shown.whole("", "size-12", "muted");
    private final ProgressBar bar = new ProgressBar(0);

    RunHead(RunModel model, PracticeWords words, Runnable onEnd) {
        this.model = model;
        this.words = words;
        var mark = new Tag(words.get("practice.mark"), Tone.DONE);
        mark.setGraphic(Icons.small(Icon.PRACTICE));
        mark.setId("practice-mark");
        var sentence = Shown.whole(words.get("practice.mark.sentence"), "size-12", "muted");
        progress.setId("practice-progress");
        time.setId("practice-time");
        time.setGraphic(Icons.small(Icon.DUE));
        bar.getStyleClass().addAll("small", "practice-bar");
        bar.setMinWidth(Region.USE_PREF_SIZE);
        bar.setFocusTraversable(false);
        var pause = KeyButton.of("practice-pause", words.get("practice.run.pause"), "Alt+P", model::pause);
        var end = KeyButton.of("practice-end", words.get("practice.run.end"), "Alt+E", onEnd);
        row = new FittingRow(mark, sentence, Shown.gap(), time, progress, bar, pause, end);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("gap-8", "practice-mark");
        row.dispensable(List.of(FittingRow.part(sentence), FittingRow.part(bar)));
        getChildren().add(row);
        model.runProperty().subscribe(this::show);
        model.toldProperty().subscribe(() -> show(model.runProperty().get()));
    }

    private void show(@Nullable Run run) {
        if (run == null) {
            return;
        }
        int at = Math.min(run.answered() + (model.toldProperty().get().isEmpty() ? 1 : 0), run.items());
        progress.setText(words.get("practice.run.progress", at, run.items()));
        bar.setProgress(run.items() == 0 ? 0 : (double) run.answered() / run.items());
        bar.setAccessibleText(words.get("practice.run.progress.spoken", run.answered(), run.items()));
        tick();
    }

    /** To be called every second while the run is seen. */
    void tick() {
        Run run = model.runProperty().get();
        boolean shown = run != null && run.timeShown();
        Shown.put(time, shown);
        if (shown) {
            time.setText(PracticeWords.clock(model.activeMillis()));
            time.setAccessibleText(words.get("practice.run.time", time.getText()));
        }
        row.fit();
    }
}
