package org.moderationdesk.practice.view;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.practice.Dispute;
import org.moderationdesk.practice.PracticeSet;
import org.moderationdesk.practice.Reviewed;
import org.moderationdesk.practice.Run;
import org.moderationdesk.practice.Score;
import org.moderationdesk.practice.ScoringRules;
import org.moderationdesk.practice.TrainerNote;
import org.moderationdesk.staff.Person;

/** The result of a run that is looked at. JavaFX thread only. */
final class ResultModel {
    /** From so many items on, reading a result takes longer than a moment. */
    private static final int MANY = 1_000;

    private final PracticeModel model;
    private final FiguresOf figures;
    private final ReadOnlyObjectWrapper<Result> shown = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Reviewed> chosen = new SimpleObjectProperty<>();
    private final ReadOnlyIntegerWrapper reading = new ReadOnlyIntegerWrapper();
    private @Nullable Run wanted;

    /**
     * A run that is over, and what is told of it.
     *
     * @param attempts of the same person at the whole set, the first one first
     * @param medianBefore of the active time on an item in the attempt before, in milliseconds; 0 without one
     * @param medians of everybody by attempt, in hundredths of a percent
     * @param disputes what is questioned in this set, as far as the viewer knows of it
     * @param notes what trainers said of it, the oldest first
     */
    record Result(
            Run run,
            Score score,
            PracticeSet set,
            List<Reviewed> items,
            List<Reviewed> missed,
            Figures figures,
            List<Run> attempts,
            long medianBefore,
            Map<Integer, Double> medians,
            List<Dispute> disputes,
            List<TrainerNote> notes) {
        /** How many have no answer: their keys stay unknown. */
        int unanswered() {
            return run.items() - items.size();
        }

        boolean isMissed(Reviewed one) {
            return missed.stream()
                    .anyMatch(other -> other.item().id().equals(one.item().id()));
        }

        /** What trainers said of one item of it. */
        List<TrainerNote> notes(Reviewed one) {
            return notes.stream()
                    .filter(note -> one.item().id().equals(note.itemId()))
                    .toList();
        }

        Optional<Dispute> questioned(String itemId) {
            return disputes.stream().filter(one -> one.itemId().equals(itemId)).findFirst();
        }
    }

    ResultModel(PracticeModel model, FiguresOf figures) {
        this.model = model;
        this.figures = figures;
    }

    PracticeModel home() {
        return model;
    }

    /** Null while none is looked at. */
    ReadOnlyObjectProperty<Result> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** The item that is chosen in the list; null for none. */
    ObjectProperty<Reviewed> chosenProperty() {
        return chosen;
    }

    /** How many items a result has that is being read just now; 0 while none is that takes longer than a moment. */
    ReadOnlyIntegerProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    boolean isShown() {
        return shown.get() != null;
    }

    boolean isOf(String setId) {
        return wanted != null && wanted.setId().equals(setId);
    }

    /** Whether it is the viewer's own. */
    boolean isOwn() {
        return wanted != null && wanted.person().equals(model.person().name());
    }

    int attempt() {
        return wanted == null ? 0 : wanted.attempt();
    }

    /** Looks at a run that is over. */
    void open(Run over) {
        wanted = over;
        model.open(over.setId());
        refresh();
    }

    /** The same, of one that is only named. */
    void openNamed(String runId) {
        model.read(() -> model.doors().results().find(model.person(), runId), this::open);
    }

    void close() {
        wanted = null;
        shown.set(null);
    }

    /** Asks the store anew. */
    void refresh() {
        Run of = wanted;
        if (of != null) {
            reading.set(of.items() < MANY ? 0 : of.items());
            model.read(
                    () -> read(of),
                    result -> {
                        reading.set(0);
                        if (wanted != null && wanted.id().equals(result.run().id())) {
                            shown.set(result);
                        }
                    },
                    () -> reading.set(0));
        }
    }

    private Result read(Run of) {
        PracticeDoors doors = model.doors();
        Person viewer = model.person();
        Run run = doors.results().find(viewer, of.id());
        PracticeSet set = doors.sets().find(viewer, run.setId());
        ScoringRules rules = set.newest().terms().scoring();
        List<Reviewed> items = doors.results().reviewed(viewer, run.id());
        List<Run> attempts = attempts(run, viewer);
        long before = attempts.stream()
                .filter(one -> one.attempt() < run.attempt())
                .max(Comparator.comparingInt(Run::attempt))
                .map(one -> median(doors.results().times(viewer, one.id())))
                .orElse(0L);
        Score score = run.score();
        Figures told = figures.of(rules, items, run.items() - items.size());
        return new Result(
                run,
                score == null ? told.score() : score,
                set,
                items,
                told.missed(),
                told,
                attempts,
                before,
                doors.medians().of(viewer, run.setId()),
                model.trains()
                        ? doors.disputes().ofSet(viewer, run.setId())
                        : doors.disputes().own(viewer),
                doors.notes().ofRun(viewer, run.id()));
    }

    private List<Run> attempts(Run run, Person viewer) {
        List<Run> all = run.person().equals(viewer.name())
                ? model.doors().running().runs().own(viewer)
                : model.doors().results().ofSet(viewer, run.setId(), null, 1_000);
        return all.stream()
                .filter(one -> one.setId().equals(run.setId())
                        && one.person().equals(run.person())
                        && one.missedOf() == null
                        && one.score() != null)
                .sorted(Comparator.comparingInt(Run::attempt))
                .toList();
    }

    private static long median(List<Long> times) {
        int middle = times.size() / 2;
        if (times.isEmpty()) {
            return 0;
        }
        return (times.size() & 1) == 1 ? times.get(middle) : (times.get(middle - 1) + times.get(middle)) / 2;
    }
}
