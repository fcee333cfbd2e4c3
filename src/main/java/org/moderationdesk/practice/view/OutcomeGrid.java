package org.moderationdesk.practice.view;

import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.text.TextAlignment;
import org.moderationdesk.decisions.Outcome;

/** Where answers differ: the outcome of the key down, what was said across, how many items in each. */
final class OutcomeGrid extends GridPane {
    private static final int STEPS = 3;

    OutcomeGrid(Figures figures, PracticeWords words) {
        setId("practice-outcomes");
        getStyleClass().add("outcome-grid");
        var names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        names.setMinWidth(USE_PREF_SIZE);
        getColumnConstraints().add(names);
        for (Outcome _ : Outcome.values()) {
            var column = new ColumnConstraints();
            column.setHalignment(HPos.CENTER);
            column.setMinWidth(44);
            column.setPrefWidth(52);
            getColumnConstraints().add(column);
        }
        Label said = Shown.label(words.get("practice.grid.said"), "muted", "size-11");
        add(said, 1, 0, Outcome.values().length, 1);
        setHalignment(said, HPos.CENTER);
        add(Shown.label(words.get("practice.grid.key"), "muted", "size-11"), 0, 1);
        int most = 1;
        for (Outcome key : Outcome.values()) {
            for (Outcome other : Outcome.values()) {
                most = Math.max(most, figures.at(key, other));
            }
        }
        for (Outcome key : Outcome.values()) {
            int at = key.ordinal();
            Label head = Shown.wrapped(words.get("practice.grid.head." + key), "size-11");
            head.setAccessibleText(name(key, words));
            head.setTextAlignment(TextAlignment.CENTER);
            add(head, at + 1, 1);
            add(Shown.label(name(key, words), "size-11"), 0, at + 2);
            for (Outcome other : Outcome.values()) {
                add(cell(key, other, figures.at(key, other), most, words), other.ordinal() + 1, at + 2);
            }
        }
    }

    private static String name(Outcome outcome, PracticeWords words) {
        return words.get("decisions.outcome." + outcome);
    }

    private static Label cell(Outcome key, Outcome said, int number, int most, PracticeWords words) {
        Label cell = Shown.label(number == 0 ? "" : words.kit().numbers().whole(number), "size-11", "outcome-cell");
        if (number > 0) {
            int step = Math.clamp(Math.round((double) number / most * STEPS), 1, STEPS);
            cell.getStyleClass().add((key == said ? "outcome-same-" : "outcome-other-") + step);
            cell.setFocusTraversable(true);
        }
        cell.setAccessibleText(words.get("practice.grid.spoken", name(key, words), name(said, words), number));
        cell.setMaxWidth(Double.MAX_VALUE);
        return cell;
    }
}
