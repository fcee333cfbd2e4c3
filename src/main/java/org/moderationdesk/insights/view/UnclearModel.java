package org.moderationdesk.insights.view;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.fx.Background;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.insights.DisputedCase;
import org.moderationdesk.insights.DisputedCases;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/** The clause of the ranking that is looked at, and the cases behind it. JavaFX thread only. */
public final class UnclearModel {
    private final DisputedCases disputed;
    private final Background background;
    private final Ways ways;
    private final ReadOnlyObjectWrapper<@Nullable ClauseCode> clause = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<DisputedCase>> cases = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NONE);
    private long asked;

    /** What stands beside the ranking. */
    enum State {
        /** No clause is chosen. */
        NONE,
        LOADING,
        THERE,
        /** None of them is there for this person any more. */
        EMPTY,
        /** The store did not answer. */
        LOST
    }

    /**
     * Ways out of the list.
     *
     * @param decision opens the decision of this id
     * @param calibrate begins a session about a clause, of these cases
     */
    public record Ways(Consumer<String> decision, BiConsumer<ClauseCode, List<DisputedCase>> calibrate) {}

    public UnclearModel(DisputedCases disputed, Background background, Ways ways) {
        this.disputed = disputed;
        this.background = background;
        this.ways = ways;
    }

    /** Whether this person may know which decisions are disputed. */
    boolean mayRead() {
        return Rights.has(disputed.person(), Right.SEE_DECISIONS);
    }

    boolean mayCalibrate() {
        return Rights.has(disputed.person(), Right.CALIBRATE);
    }

    boolean mayExport() {
        return Rights.has(disputed.person(), Right.EXPORT);
    }

    /** Null for none. */
    ReadOnlyObjectProperty<@Nullable ClauseCode> clauseProperty() {
        return clause.getReadOnlyProperty();
    }

    /** The newest first. */
    ReadOnlyObjectProperty<List<DisputedCase>> casesProperty() {
        return cases.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Looks at another clause. */
    void choose(@Nullable ClauseCode chosen) {
        if (mayRead() && (chosen == null ? clause.get() != null : !chosen.equals(clause.get()))) {
            clause.set(chosen);
            cases.set(List.of());
            state.set(chosen == null ? State.NONE : State.LOADING);
            read();
        }
    }

    /** Reads its cases anew; what stands stays until then. */
    void read() {
        ClauseCode wanted = clause.get();
        long mine = ++asked;
        if (wanted == null) {
            return;
        }
        background.run(
                () -> disputed.of(wanted),
                found -> {
                    if (mine == asked) {
                        cases.set(found);
                        state.set(found.isEmpty() ? State.EMPTY : State.THERE);
                    }
                },
                _ -> {
                    if (mine == asked) {
                        // What may be hidden by now is not left standing.
                        cases.set(List.of());
                        state.set(State.LOST);
                    }
                });
    }

    void open(DisputedCase one) {
        ways.decision().accept(one.decisionId());
    }

    void calibrate() {
        ClauseCode about = clause.get();
        if (about != null && canCalibrate()) {
            ways.calibrate().accept(about, cases.get());
        }
    }

    boolean canCalibrate() {
        return mayCalibrate() && !cases.get().isEmpty();
    }
}
