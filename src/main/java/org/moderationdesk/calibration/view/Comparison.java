package org.moderationdesk.calibration.view;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.calibration.Answered;
import org.moderationdesk.decisions.AccountMeasure;
import org.moderationdesk.decisions.Answer;
import org.moderationdesk.decisions.ExceptionClaim;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.items.view.SafeLine;

/** The decision in force and what everybody answered, field by field; where they differ, it is marked. */
final class Comparison extends GridPane {
    private static final int LONGEST = 2_000;
    private static final double NARROWEST = 112;
    private static final double NAMES = 104;

    private final RulingWords words;
    private int row;

    Comparison(CalibrationModel.Side side, RulingWords words) {
        this.words = words;
        setId("calibration-comparison");
        getStyleClass().add("comparison");
        List<Proposal> all = new ArrayList<>(List.of(side.inForce().proposal()));
        side.answers().stream().map(Answered::proposal).forEach(all::add);
        columns(all.size());
        head(side);
        field("calibration.field.outcome", all, words::answer);
        SortedSet<ClauseCode> clauses = new TreeSet<>();
        all.forEach(one -> clauses.addAll(one.answers().keySet()));
        for (ClauseCode clause : clauses) {
            line(clause.value(), all, one -> answer(one.answers().get(clause)));
        }
        field("calibration.field.why", all, one -> why(one.exception()));
        field("calibration.field.account", all, one -> account(one.account().type()));
        rationale(all);
    }

    private void columns(int answers) {
        var names = new ColumnConstraints();
        names.setMinWidth(NAMES);
        names.setMaxWidth(NAMES);
        names.setPrefWidth(NAMES);
        getColumnConstraints().add(names);
        for (int i = 0; i < answers; i++) {
            var column = new ColumnConstraints();
            column.setMinWidth(NARROWEST);
            column.setPrefWidth(NARROWEST);
            column.setHgrow(Priority.ALWAYS);
            getColumnConstraints().add(column);
        }
    }

    private void head(CalibrationModel.Side side) {
        add(cell("", "comparison-head"), 0, row);
        add(cell(words.texts().get("calibration.in-force." + side.inForce().state()), "comparison-head"), 1, row);
        for (int i = 0; i < side.answers().size(); i++) {
            add(cell(words.seat(side.answers().get(i).seat()), "comparison-head"), i + 2, row);
        }
        row++;
    }

    private String answer(@Nullable Answer answer) {
        return answer == null ? "\u2013" : words.texts().get("decisions.checklist.answer." + answer);
    }

    private static String why(@Nullable ExceptionClaim claim) {
        return claim == null || claim.why() == null ? "" : SafeLine.of(claim.why(), LONGEST);
    }

    private String account(AccountMeasure.Type type) {
        return words.texts().get("decisions.measure." + type);
    }

    private void field(String key, List<Proposal> all, Function<Proposal, String> says) {
        line(words.texts().get(key), all, says);
    }

    /** What nobody said anything of has no line. */
    private void line(String name, List<Proposal> all, Function<Proposal, String> says) {
        List<String> said = all.stream().map(says).toList();
        Set<String> distinct = new HashSet<>(said);
        if (distinct.equals(Set.of(""))) {
            return;
        }
        put(name, said, distinct.size() > 1);
    }

    /** People word their reasons differently where they agree, so that is no difference. */
    private void rationale(List<Proposal> all) {
        put(
                words.texts().get("calibration.field.rationale"),
                all.stream()
                        .map(one -> SafeLine.of(Objects.requireNonNullElse(one.rationale(), ""), LONGEST))
                        .toList(),
                false);
    }

    private void put(String name, List<String> said, boolean differs) {
        Label label = cell(differs ? name + "  \u2260" : name, "comparison-name");
        label.setAccessibleText(differs ? words.texts().get("calibration.differs", name) : name);
        add(label, 0, row);
        for (int i = 0; i < said.size(); i++) {
            Label cell = cell(said.get(i), differs ? "comparison-differs" : "comparison-cell");
            add(cell, i + 1, row);
        }
        row++;
    }

    private static Label cell(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMaxHeight(Double.MAX_VALUE);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll("size-12", style);
        return label;
    }
}
