package org.moderationdesk.practice.view;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Icons;
import org.moderationdesk.fx.SharedWidth;
import org.moderationdesk.fx.Tag;
import org.moderationdesk.fx.Tone;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.practice.Run;
import org.moderationdesk.practice.RunState;
import org.moderationdesk.practice.Score;

/** Runs through a set, the newest first; one that is over opens its result. */
final class RunTable extends TableView<Run> {
    private final PracticeWords words;

    /** @param everybodys whether they are of several people */
    RunTable(PracticeWords words, boolean everybodys, Consumer<Run> onOpen) {
        this.words = words;
        setId("practice-runs");
        setAccessibleText(words.get("practice.runs"));
        getStyleClass().add("practice-table");
        SharedWidth.among(this);
        setPlaceholder(Shown.label(words.get("practice.runs.none"), "muted", "size-12"));
        if (everybodys) {
            column("person", 120, run -> SafeLine.of(run.person()));
        }
        column("attempt", 80, this::attempt);
        column("begun", 110, run -> words.kit().times().moment(run.startedAt(), now()));
        column("took", 115, this::took);
        column("score", 165, this::score);
        getColumns().add(state());
        setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                open(onOpen);
            }
        });
        setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER && !key.isShortcutDown()) {
                key.consume();
                open(onOpen);
            }
        });
    }

    void show(List<Run> runs) {
        Run chosen = getSelectionModel().getSelectedItem();
        getItems().setAll(runs);
        runs.stream()
                .filter(run -> chosen != null && run.id().equals(chosen.id()))
                .findFirst()
                .ifPresentOrElse(
                        getSelectionModel()::select, () -> getSelectionModel().selectFirst());
    }

    private void open(Consumer<Run> onOpen) {
        Run chosen = getSelectionModel().getSelectedItem();
        if (chosen != null) {
            onOpen.accept(chosen);
        }
    }

    private Instant now() {
        return words.kit().clock().instant();
    }

    private String attempt(Run run) {
        return run.missedOf() == null
                ? words.get("practice.attempt", run.attempt())
                : words.get("practice.attempt.missed", run.attempt());
    }

    private String took(Run run) {
        Instant end = run.endedAt();
        return end == null
                ? words.get("practice.run.progress", run.answered(), run.items())
                : words.kit()
                        .times()
                        .span(Duration.between(run.startedAt(), end).minusMillis(run.pausedMs()));
    }

    private String score(Run run) {
        Score score = run.score();
        return score == null
                ? ""
                : words.get("practice.score", words.percent(score.percent()), score.right(), score.items());
    }

    private void column(String name, double wide, Function<Run, String> says) {
        var column = new TableColumn<Run, String>(words.get("practice.runs." + name));
        column.setCellValueFactory(row -> new SimpleStringProperty(says.apply(row.getValue())));
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(wide);
        getColumns().add(column);
    }

    private TableColumn<Run, Run> state() {
        var column = new TableColumn<Run, Run>(words.get("practice.runs.state"));
        column.setPrefWidth(120);
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(Run run, boolean empty) {
                super.updateItem(run, empty);
                setGraphic(empty || run == null ? null : mark(run, words));
            }
        });
        return column;
    }

    /** Passed or not, or how it stands, in words and by a sign. */
    static Tag mark(Run run, PracticeWords words) {
        Score score = run.score();
        if (score == null) {
            return new Tag(words.get("practice.run.state." + (run.isOver() ? RunState.FINISHED : run.state())));
        }
        var mark = new Tag(
                words.get(score.passed() ? "practice.passed" : "practice.failed-mark"),
                score.passed() ? Tone.SUCCESS : Tone.ATTENTION);
        mark.setGraphic(Icons.small(score.passed() ? Icon.DONE : Icon.REMOVE));
        return mark;
    }
}
