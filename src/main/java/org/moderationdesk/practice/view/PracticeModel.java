package org.moderationdesk.practice.view;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.practice.Assignment;
import org.moderationdesk.practice.PracticeSet;
import org.moderationdesk.practice.Reminder;
import org.moderationdesk.practice.Run;
import org.moderationdesk.practice.SetState;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/** The sets that a person may see, what they are asked to practise, and how far they are. JavaFX thread only. */
final class PracticeModel {
    private final PracticeDoors doors;
    private final Person person;
    private final Kit kit;
    private final PracticeProblems problems;
    private final ReadOnlyObjectWrapper<Overview> overview = new ReadOnlyObjectWrapper<>(Overview.none());
    private final ReadOnlyObjectWrapper<ListState> state = new ReadOnlyObjectWrapper<>(ListState.LOADING);
    private final ReadOnlyObjectWrapper<PracticeSet> selected = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<SetState> shelf = new SimpleObjectProperty<>(SetState.PUBLISHED);
    private final StringProperty problem = new SimpleStringProperty("");
    private Runnable onChange = () -> {};
    /** The id of a set that is to be looked at as soon as it is there; empty for none. */
    private String wanted = "";

    /**
     * All of it at one moment.
     *
     * @param asked what stands of what this person is asked to do, the newest first
     * @param standing what everybody is asked to do, for who trains; empty for others
     * @param own this person's runs, the newest first
     * @param reminders of what is due and what ends
     */
    record Overview(
            List<PracticeSet> sets,
            List<Assignment> asked,
            List<Assignment> standing,
            List<Run> own,
            List<Reminder> reminders) {
        static Overview none() {
            return new Overview(List.of(), List.of(), List.of(), List.of(), List.of());
        }

        List<PracticeSet> on(SetState shelf) {
            return sets.stream().filter(set -> set.state() == shelf).toList();
        }

        Optional<Assignment> asked(String setId) {
            return asked.stream().filter(one -> one.setId().equals(setId)).findFirst();
        }

        List<Run> runs(String setId) {
            return own.stream().filter(run -> run.setId().equals(setId)).toList();
        }

        Optional<Run> unfinished(String setId) {
            return runs(setId).stream().filter(run -> !run.isOver()).findFirst();
        }

        /** How many people are asked to practise a set. */
        long people(String setId) {
            return standing.stream()
                    .filter(one -> one.setId().equals(setId))
                    .flatMap(one -> one.people().stream())
                    .distinct()
                    .count();
        }
    }

    PracticeModel(PracticeDoors doors, Person person, Kit kit) {
        this.doors = doors;
        this.person = person;
        this.kit = kit;
        problems = new PracticeProblems(kit.texts(), doors.book());
    }

    PracticeDoors doors() {
        return doors;
    }

    Person person() {
        return person;
    }

    Kit kit() {
        return kit;
    }

    boolean trains() {
        return Rights.has(person, Right.TRAIN);
    }

    ReadOnlyObjectProperty<Overview> overviewProperty() {
        return overview.getReadOnlyProperty();
    }

    Overview overview() {
        return overview.get();
    }

    ReadOnlyObjectProperty<ListState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The set that is looked at; null for none. */
    ReadOnlyObjectProperty<PracticeSet> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** Which sets are listed. */
    ObjectProperty<SetState> shelfProperty() {
        return shelf;
    }

    /** What went wrong, in words; empty for nothing. */
    StringProperty problemProperty() {
        return problem;
    }

    /** Told when something has been recorded here. */
    void onChange(Runnable told) {
        onChange = told;
    }

    /** Asks the store anew. */
    void refresh() {
        kit.background()
                .run(
                        () -> new Overview(
                                doors.sets().all(person),
                                doors.assignments().own(person),
                                trains() ? doors.assignments().standing(person) : List.of(),
                                doors.running().runs().own(person),
                                doors.told().reminders().of(person)),
                        this::show,
                        _ -> state.set(ListState.LOST));
    }

    private void show(Overview now) {
        PracticeSet before = selected.get();
        state.set(ListState.THERE);
        overview.set(now);
        String looked = wanted.isEmpty() ? before == null ? "" : before.id() : wanted;
        PracticeSet found = now.sets().stream()
                .filter(set -> set.id().equals(looked))
                .findFirst()
                .orElse(null);
        if (found == null) {
            selected.set(now.on(shelf.get()).stream().findFirst().orElse(null));
        } else if (wanted.isEmpty()) {
            selected.set(found);
        } else {
            lookAt(found);
        }
    }

    private void lookAt(PracticeSet set) {
        wanted = "";
        shelf.set(set.state());
        selected.set(set);
    }

    /** Looks at a set; what went wrong with another is no longer said. */
    void select(@Nullable PracticeSet set) {
        PracticeSet before = selected.get();
        if (set != null && (before == null || !before.id().equals(set.id()))) {
            problem.set("");
        }
        selected.set(set);
    }

    /** Looks at a set by its id, once it is there. */
    void open(String setId) {
        wanted = setId;
        overview.get().sets().stream()
                .filter(set -> set.id().equals(setId))
                .findFirst()
                .ifPresent(this::lookAt);
    }

    void move(int by) {
        List<PracticeSet> listed = overview.get().on(shelf.get());
        PracticeSet now = selected.get();
        int at = now == null ? -1 : listed.indexOf(now);
        if (!listed.isEmpty()) {
            select(listed.get(Math.clamp(at + by, 0, listed.size() - 1)));
        }
    }

    /** Reads something; what goes wrong is said. */
    <T> void read(Callable<T> question, Consumer<T> onAnswer) {
        read(question, onAnswer, () -> {});
    }

    /** The same, told also when it went wrong. */
    <T> void read(Callable<T> question, Consumer<T> onAnswer, Runnable onFailed) {
        kit.background().run(question, onAnswer, failure -> {
            problem.set(problems.of(failure));
            onFailed.run();
        });
    }

    /** Does something that changes the store; then all is asked anew. */
    <T> void act(Callable<T> act, Consumer<T> onDone) {
        problem.set("");
        kit.background()
                .run(
                        act,
                        done -> {
                            refresh();
                            onChange.run();
                            onDone.accept(done);
                        },
                        failure -> problem.set(problems.of(failure)));
    }

    /** The same, of a form that stays open where it did not happen. */
    <T> void act(Callable<T> act, Consumer<T> onDone, Consumer<String> onRefused) {
        kit.background()
                .run(
                        act,
                        done -> {
                            problem.set("");
                            refresh();
                            onChange.run();
                            onDone.accept(done);
                        },
                        failure -> onRefused.accept(problems.of(failure)));
    }
}
