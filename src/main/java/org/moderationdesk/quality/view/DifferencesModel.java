package org.moderationdesk.quality.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.DecisionState;
import org.moderationdesk.decisions.EvidenceMark;
import org.moderationdesk.decisions.Recorded;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.media.Look;
import org.moderationdesk.quality.Difference;
import org.moderationdesk.quality.Differences.Verdict;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.view.ApartCase;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/** Where second reviews differ from first decisions, and what a lead makes of it. JavaFX thread only. */
final class DifferencesModel {
    private final QualityDoors doors;
    private final Person person;
    private final Kit kit;
    private final QualityProblems problems;
    private final ApartCase apart;
    private final ObservableList<Difference> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<ListState> state = new ReadOnlyObjectWrapper<>(ListState.LOADING);
    private final ReadOnlyObjectWrapper<Difference> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Opened> laid = new ReadOnlyObjectWrapper<>();
    private final StringProperty problem = new SimpleStringProperty("");
    private final StringProperty done = new SimpleStringProperty("");
    private final Set<String> later = new LinkedHashSet<>();
    private final ReadOnlyObjectWrapper<Undoable> undoable = new ReadOnlyObjectWrapper<>();
    private Runnable onChange = () -> {};
    private String wanted = "";
    private boolean busy;
    private long asked;

    DifferencesModel(QualityDoors doors, Person person, Kit kit) {
        this.doors = doors;
        this.person = person;
        this.kit = kit;
        problems = new QualityProblems(kit.texts(), doors.book());
        apart = new ApartCase(doors.means(), kit, this::looked);
        apart.item().untimed();
    }

    /** Whether this person resolves differences at all. */
    boolean leads() {
        return Rights.has(person, Right.RESOLVE_DIFFERENCE);
    }

    ApartCase apart() {
        return apart;
    }

    /** What is put off stands last; what is with the team stands beneath it. */
    ObservableList<Difference> rows() {
        return rows;
    }

    ReadOnlyObjectProperty<ListState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Null for none. */
    ReadOnlyObjectProperty<Difference> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** The case of it as the first person found it; null while it is not read. */
    ReadOnlyObjectProperty<Opened> laidProperty() {
        return laid.getReadOnlyProperty();
    }

    /** What went wrong, in words; empty for nothing. */
    StringProperty problemProperty() {
        return problem;
    }

    /** What was done last, in words; empty for nothing. */
    StringProperty doneProperty() {
        return done;
    }

    /** What was resolved last and can be taken back; null for nothing. */
    ReadOnlyObjectProperty<Undoable> undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    /** What was done, in words, and until when it can be taken back. */
    record Undoable(String reviewId, String itemId, String words, Instant until) {}

    boolean mayUndo() {
        Undoable now = undoable.get();
        return now != null && now().isBefore(now.until()) && !busy;
    }

    /** Takes back what was resolved last: it lies there again, to be resolved anew. */
    void undo() {
        Undoable last = undoable.get();
        if (last == null || !mayUndo()) {
            return;
        }
        busy = true;
        kit.background()
                .run(
                        () -> {
                            doors.differences().undo(person, last.reviewId());
                            return true;
                        },
                        _ -> {
                            busy = false;
                            wanted = last.reviewId();
                            undoable.set(null);
                            done.set("");
                            done.set(kit.texts().get("quality.undone", SafeLine.of(last.itemId())));
                            onChange.run();
                            refresh();
                        },
                        failed -> {
                            busy = false;
                            undoable.set(null);
                            problem.set(problems.of(failed));
                        });
    }

    /** Told when something has been resolved. */
    void onChange(Runnable told) {
        onChange = told;
    }

    Instant now() {
        return kit.clock().instant();
    }

    /** Looks at this one once the list is there, as from a decision. */
    void open(String reviewId) {
        wanted = reviewId;
        refresh();
    }

    /** Compares what has been answered since, and asks the store anew. */
    void refresh() {
        if (!leads()) {
            return;
        }
        String keep = kept();
        kit.background()
                .run(
                        () -> {
                            var _ = doors.differences().compare(person);
                            List<Difference> all =
                                    new ArrayList<>(doors.differences().open(person));
                            all.addAll(doors.differences().inCalibration(person));
                            if (!keep.isEmpty()
                                    && all.stream()
                                            .noneMatch(one -> one.reviewId().equals(keep))) {
                                doors.differences().find(person, keep).ifPresent(all::add);
                            }
                            return all;
                        },
                        this::show,
                        _ -> state.set(ListState.LOST));
    }

    private void show(List<Difference> found) {
        List<Difference> ordered = new ArrayList<>(found.stream()
                .filter(one -> !one.inCalibration() && !later.contains(one.reviewId()))
                .toList());
        ordered.addAll(found.stream()
                .filter(one -> !one.inCalibration() && later.contains(one.reviewId()))
                .toList());
        ordered.addAll(found.stream().filter(Difference::inCalibration).toList());
        String keep = kept();
        boolean missed = !wanted.isEmpty()
                && ordered.stream().noneMatch(one -> one.reviewId().equals(keep));
        if (!ordered.equals(rows)) {
            rows.setAll(ordered);
        }
        state.set(ListState.THERE);
        wanted = "";
        select(rows.stream()
                .filter(one -> one.reviewId().equals(keep))
                .findFirst()
                .orElse(rows.isEmpty() ? null : rows.getFirst()));
        if (missed) {
            problem.set(kit.texts().get("quality.difference.gone"));
        }
    }

    /** The one to look at once the list is there; empty for none. */
    private String kept() {
        Difference now = selected.get();
        return !wanted.isEmpty() ? wanted : now == null ? "" : now.reviewId();
    }

    /** Looks at the next (1) or previous (-1). */
    void move(int by) {
        if (!rows.isEmpty()) {
            int at = rows.indexOf(selected.get());
            select(rows.get(at < 0 ? 0 : Math.clamp(at + by, 0, rows.size() - 1)));
        }
    }

    void select(@Nullable Difference one) {
        Difference before = selected.get();
        if (one != null && one.equals(before)) {
            return;
        }
        long question = ++asked;
        laid.set(null);
        apart.leave();
        selected.set(one);
        problem.set("");
        if (one == null) {
            return;
        }
        kit.background()
                .run(
                        () -> doors.seconds().layOut(one.decisionId(), person),
                        found -> {
                            if (question == asked) {
                                found.ifPresent(opened -> lay(one, opened));
                            }
                        },
                        failed -> {
                            if (question == asked) {
                                problem.set(problems.of(failed));
                            }
                        });
    }

    private void lay(Difference one, Opened opened) {
        Set<EvidenceMark> marks = new LinkedHashSet<>(one.first().evidence());
        marks.addAll(one.second().evidence());
        apart.look(opened, List.copyOf(marks));
        laid.set(opened);
    }

    /** Whether the one that is looked at can be resolved by this person, now. */
    boolean mayResolve() {
        Difference one = selected.get();
        return one != null && one.against() == null && !busy;
    }

    /** Puts the one that is looked at last, for as long as this window is open. */
    void later() {
        Difference one = selected.get();
        if (one != null && rows.size() > 1) {
            later.remove(one.reviewId());
            later.add(one.reviewId());
            int at = rows.indexOf(one);
            select(rows.get((at + 1) % rows.size()));
            show(List.copyOf(rows));
        }
    }

    void resolve(Verdict verdict, String note) {
        Difference one = selected.get();
        if (one == null || !mayResolve()) {
            return;
        }
        busy = true;
        apart.coverAll();
        kit.background()
                .run(
                        () -> doors.differences().resolve(person, one.reviewId(), verdict, note),
                        recorded -> {
                            busy = false;
                            resolved(one, verdict, recorded);
                        },
                        failed -> {
                            busy = false;
                            problem.set(problems.of(failed));
                            refresh();
                        });
    }

    private void resolved(Difference one, Verdict verdict, Optional<Recorded> recorded) {
        boolean waits = recorded.filter(made -> made.state() == DecisionState.AWAITING_SECOND)
                .isPresent();
        int at = rows.indexOf(one);
        rows.setAll(rows.stream().filter(row -> !row.equals(one)).toList());
        select(rows.isEmpty() ? null : rows.get(Math.clamp(at, 0, rows.size() - 1)));
        String words = kit.texts().get("quality.done." + (waits ? "WAITS" : verdict), SafeLine.of(one.itemId()));
        done.set("");
        if (verdict == Verdict.OVERTURNED) {
            undoable.set(null);
            done.set(words);
        } else {
            Instant until = now().plus(doors.differences().undoWindow());
            undoable.set(new Undoable(one.reviewId(), one.itemId(), words, until));
        }
        onChange.run();
        refresh();
    }

    private void looked(Opened opened, Look look) {
        kit.background()
                .run(
                        () -> {
                            doors.review().recordReading(opened, look);
                            return true;
                        },
                        _ -> {},
                        failed -> problem.set(problems.of(failed)));
    }
}
