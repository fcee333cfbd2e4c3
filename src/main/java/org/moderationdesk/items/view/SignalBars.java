package org.moderationdesk.items.view;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.items.Signal;

/** Classifier scores as bars against the line at which each flags; the number stands beside every bar. */
final class SignalBars {
    private final Texts texts;
    private final ListView<Signal> list = new ListView<>();
    private final VBox box;

    SignalBars(Texts texts) {
        this.texts = texts;
        list.setId("item-signals");
        list.setAccessibleText(texts.get("items.signals.name"));
        list.getStyleClass().add("signal-list");
        list.setCellFactory(_ -> new SignalCell());
        // As high as its rows, so that the sentence stands right below them.
        list.maxHeightProperty()
                .bind(Bindings.max(2, Bindings.size(list.getItems()))
                        .multiply(list.fixedCellSizeProperty())
                        .add(2));
        var none = new Label(texts.get("items.signals.none"));
        none.getStyleClass().add("muted");
        list.setPlaceholder(none);
        var title = new Label(texts.get("items.signals.name"));
        title.getStyleClass().add("muted");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var line = new Region();
        line.getStyleClass().add("flag-line");
        var legend = new Label(texts.get("items.signals.line"));
        legend.getStyleClass().add("muted");
        var head = new HBox(title, gap, legend, line);
        head.getStyleClass().add("signal-head");
        var say = new Label(texts.get("items.signals.sort"));
        say.getStyleClass().addAll("muted", "signal-say");
        say.setWrapText(true);
        box = new VBox(head, list, say);
        box.getStyleClass().add("signals");
        VBox.setVgrow(list, Priority.ALWAYS);
    }

    Node node() {
        return box;
    }

    void show(List<Signal> signals) {
        list.getItems()
                .setAll(signals.stream()
                        .sorted(Comparator.comparingDouble(Signal::score).reversed())
                        .toList());
    }

    /** One score. */
    private final class SignalCell extends ListCell<Signal> {
        private final Label name = new Label();
        private final ScoreBar bar = new ScoreBar();
        private final Label score = new Label();
        private final HBox row = new HBox(name, bar, score);

        SignalCell() {
            row.getStyleClass().add("signal-row");
            name.getStyleClass().add("signal-name");
            score.getStyleClass().add("signal-score");
            HBox.setHgrow(bar, Priority.ALWAYS);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Signal signal, boolean empty) {
            super.updateItem(signal, empty);
            if (empty || signal == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            String called = SafeLine.of(signal.name().replace('_', ' '), 60);
            name.setText(
                    called.isEmpty() ? called : called.substring(0, 1).toUpperCase(Locale.ROOT) + called.substring(1));
            String number = String.format(texts.locale(), "%.2f", signal.score());
            score.setText(number);
            bar.show(signal.score(), signal.threshold());
            String line = signal.threshold() == null
                    ? texts.get("items.signals.spoken", name.getText(), number)
                    : texts.get(
                            "items.signals.spokenLine",
                            name.getText(),
                            number,
                            String.format(texts.locale(), "%.2f", signal.threshold()));
            setAccessibleText(line);
            setGraphic(row);
        }
    }

    /** A track, what it is filled to, and where the flag line stands. */
    private static final class ScoreBar extends Region {
        private static final double TRACK = 6;
        private static final double LINE = 14;

        private final Region track = new Region();
        private final Region fill = new Region();
        private final Region line = new Region();
        private double score;
        private @Nullable Double threshold;

        ScoreBar() {
            track.getStyleClass().add("score-track");
            fill.getStyleClass().add("score-fill");
            line.getStyleClass().add("flag-line");
            getChildren().addAll(track, fill, line);
            setMinHeight(LINE);
            setPrefHeight(LINE);
        }

        void show(double value, @Nullable Double flagged) {
            score = Math.clamp(value, 0, 1);
            threshold = flagged;
            fill.getStyleClass().remove("over-line");
            if (flagged != null && value >= flagged) {
                fill.getStyleClass().add("over-line");
            }
            line.setVisible(flagged != null);
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            double middle = (getHeight() - TRACK) / 2;
            track.resizeRelocate(0, middle, getWidth(), TRACK);
            fill.resizeRelocate(0, middle, Math.max(TRACK, getWidth() * score), TRACK);
            if (threshold != null) {
                double at = getWidth() * Math.clamp(threshold, 0, 1);
                line.resizeRelocate(Math.min(at, getWidth() - 2), (getHeight() - LINE) / 2, 2, LINE);
            }
        }
    }
}
