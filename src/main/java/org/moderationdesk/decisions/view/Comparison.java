package org.moderationdesk.decisions.view;

import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.moderationdesk.decisions.Answer;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.guidelines.ClauseCode;

/** What several people decided of one case, side by side and field by field; where they differ, it is marked. */
public final class Comparison extends GridPane {
    private static final double NARROWEST = 112;
    private static final double NAMES = 104;

    private final ProposalWords words;
    private final List<Proposal> all;
    private int row;
    private int differing;

    /** One answer, and what stands above it. */
    public record Column(String head, Proposal proposal) {}

    public Comparison(List<Column> columns, ProposalWords words) {
        this.words = words;
        all = columns.stream().map(Column::proposal).toList();
        getStyleClass().add("comparison");
        constrain();
        add(cell("", "comparison-head"), 0, row);
        for (int i = 0; i < columns.size(); i++) {
            add(cell(columns.get(i).head(), "comparison-head"), i + 1, row);
        }
        row++;
        field("outcome", words::outcome);
        clauses();
        quiet("why", words::why);
        field("account", words::account);
        field("reach", words::reach);
        field("referrals", words::referrals);
        field("evidence", words::evidence);
        quiet("sources", words::sources);
        quiet("rationale", words::rationale);
        field("confidence", words::confidence);
    }

    /** In how many lines they differ. */
    public int differing() {
        return differing;
    }

    private void constrain() {
        var names = new ColumnConstraints(NAMES);
        names.setMinWidth(NAMES);
        names.setMaxWidth(NAMES);
        getColumnConstraints().add(names);
        for (int i = 0; i < all.size(); i++) {
            var column = new ColumnConstraints();
            column.setMinWidth(NARROWEST);
            column.setPrefWidth(NARROWEST);
            column.setHgrow(Priority.ALWAYS);
            getColumnConstraints().add(column);
        }
    }

    /** Those that somebody found broken, or was in doubt about; of the rest, how many were answered "no". */
    private void clauses() {
        NavigableSet<ClauseCode> told = new TreeSet<>();
        NavigableSet<ClauseCode> rest = new TreeSet<>();
        all.forEach(one -> one.answers().forEach((clause, answer) -> {
            if (answer != Answer.NO || one.notes().containsKey(clause)) {
                told.add(clause);
            } else {
                rest.add(clause);
            }
        }));
        rest.removeAll(told);
        for (ClauseCode clause : told) {
            List<Boolean> broken = all.stream()
                    .map(one -> one.answers().get(clause) == Answer.YES)
                    .distinct()
                    .toList();
            Label name = put(
                    clause.value(),
                    all.stream().map(one -> words.answer(one, clause)).toList(),
                    broken.size() > 1);
            name.setTooltip(new Tooltip(words.speech().book().text(clause)));
        }
        if (!rest.isEmpty()) {
            quiet("rest", one -> words.speech()
                    .get(
                            "decisions.compare.no",
                            one.answered(Answer.NO).stream()
                                    .filter(rest::contains)
                                    .count()));
        }
    }

    private void field(String key, Function<Proposal, String> says) {
        line(key, says, true);
    }

    /** People word these differently where they agree, so that is no difference. */
    private void quiet(String key, Function<Proposal, String> says) {
        line(key, says, false);
    }

    /** What nobody said anything of has no line. */
    private void line(String key, Function<Proposal, String> says, boolean compared) {
        List<String> said = all.stream().map(says).toList();
        Set<String> distinct = new HashSet<>(said);
        if (!distinct.equals(Set.of(""))) {
            var _ = put(words.speech().get("decisions.compare." + key), said, compared && distinct.size() > 1);
        }
    }

    private Label put(String name, List<String> said, boolean differs) {
        Label label = cell(differs ? name + "  \u2260" : name, "comparison-name");
        label.setAccessibleText(differs ? words.speech().get("decisions.compare.differs", name) : name);
        add(label, 0, row);
        for (int i = 0; i < said.size(); i++) {
            String words = said.get(i).isEmpty() ? "\u2013" : said.get(i);
            add(cell(words, differs ? "comparison-differs" : "comparison-cell"), i + 1, row);
        }
        row++;
        differing += differs ? 1 : 0;
        return label;
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
