package org.moderationdesk.quality.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.quality.Resolved;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/** What was said about this person's judgements, or to a lead about everybody's, and the reply. JavaFX thread only. */
final class RepliesModel {
    /** How far back one looks. */
    private static final Duration BACK = Duration.ofDays(90);

    private final QualityDoors doors;
    private final Person person;
    private final Kit kit;
    private final QualityProblems problems;
    private final ObservableList<Resolved> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<ListState> state = new ReadOnlyObjectWrapper<>(ListState.LOADING);
    private final ReadOnlyObjectWrapper<Resolved> selected = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty everybody = new SimpleBooleanProperty();
    private final StringProperty problem = new SimpleStringProperty("");
    private final StringProperty gone = new SimpleStringProperty("");
    private String wanted = "";
    private boolean busy;

    RepliesModel(QualityDoors doors, Person person, Kit kit) {
        this.doors = doors;
        this.person = person;
        this.kit = kit;
        problems = new QualityProblems(kit.texts(), doors.book());
        everybody.addListener(_ -> refresh());
    }

    Person person() {
        return person;
    }

    boolean leads() {
        return Rights.has(person, Right.RESOLVE_DIFFERENCE);
    }

    ObservableList<Resolved> rows() {
        return rows;
    }

    ReadOnlyObjectProperty<ListState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Null for none. */
    ReadOnlyObjectProperty<Resolved> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** Whether a lead looks at all that was resolved, not only at what is about them. */
    BooleanProperty everybodyProperty() {
        return everybody;
    }

    /** What went wrong, in words; empty for nothing. */
    StringProperty problemProperty() {
        return problem;
    }

    /** That what was asked for is not there, in words; empty where it is. */
    StringProperty goneProperty() {
        return gone;
    }

    /** Looks at this one once the list is there, as from a notice. */
    void open(String reviewId) {
        wanted = reviewId;
        refresh();
    }

    void refresh() {
        Instant since = kit.clock().instant().minus(BACK);
        boolean all = everybody.get() && leads();
        String keep = wanted;
        kit.background()
                .run(
                        () -> {
                            List<Resolved> found = new ArrayList<>(
                                    all
                                            ? doors.replies().all(person, since)
                                            : doors.replies().of(person, since));
                            // What is asked for may be older than one looks back, or one of too many.
                            if (!keep.isEmpty()
                                    && (all || !leads())
                                    && found.stream()
                                            .noneMatch(one -> one.reviewId().equals(keep))) {
                                doors.replies().find(person, keep).ifPresent(found::add);
                            }
                            return found;
                        },
                        this::show,
                        _ -> state.set(ListState.LOST));
    }

    private void show(List<Resolved> found) {
        Resolved now = selected.get();
        String keep = !wanted.isEmpty() ? wanted : now == null ? "" : now.reviewId();
        if (!found.equals(rows)) {
            rows.setAll(found);
        }
        state.set(ListState.THERE);
        Resolved next = rows.stream()
                .filter(one -> one.reviewId().equals(keep))
                .findFirst()
                .orElse(rows.isEmpty() ? null : rows.getFirst());
        boolean missed = !wanted.isEmpty()
                && leads()
                && !everybody.get()
                && (next == null || !next.reviewId().equals(wanted));
        if (missed) {
            everybody.set(true);
            return;
        }
        boolean asked = !wanted.isEmpty();
        boolean there = next != null && next.reviewId().equals(wanted);
        wanted = "";
        select(next);
        if (asked) {
            gone.set(there ? "" : kit.texts().get("quality.difference.gone"));
        }
    }

    void select(@Nullable Resolved one) {
        if (one == null || !one.equals(selected.get())) {
            problem.set("");
            gone.set("");
            selected.set(one);
        }
    }

    /** Looks at the next (1) or previous (-1). */
    void move(int by) {
        if (!rows.isEmpty()) {
            int at = rows.indexOf(selected.get());
            select(rows.get(at < 0 ? 0 : Math.clamp(at + by, 0, rows.size() - 1)));
        }
    }

    void reply(String words) {
        Resolved one = selected.get();
        if (one == null || busy) {
            return;
        }
        busy = true;
        kit.background()
                .run(
                        () -> doors.replies().reply(person, one.reviewId(), words),
                        replied -> {
                            busy = false;
                            selected.set(replied);
                            refresh();
                        },
                        failed -> {
                            busy = false;
                            problem.set(problems.of(failed));
                        });
    }
}
