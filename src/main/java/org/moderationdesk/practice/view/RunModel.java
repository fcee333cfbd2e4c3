package org.moderationdesk.practice.view;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.view.DecisionActs;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.media.Look;
import org.moderationdesk.practice.OpenItem;
import org.moderationdesk.practice.Practising;
import org.moderationdesk.practice.Reviewed;
import org.moderationdesk.practice.Run;
import org.moderationdesk.practice.RunState;
import org.moderationdesk.review.view.ApartCase;
import org.moderationdesk.staff.Person;
import org.moderationdesk.wellbeing.BreakFirst;

/** The run that a person is in, the item that lies there, and what the key says once it may. JavaFX thread only. */
final class RunModel implements DecisionActs {
    private final PracticeDoors doors;
    private final Practising practising;
    private final Person person;
    private final Kit kit;
    private final PracticeProblems problems;
    private final ApartCase apart;
    private final ReadOnlyObjectWrapper<Run> run = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<OpenItem> item = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Reviewed>> told = new ReadOnlyObjectWrapper<>(List.of());
    private final StringProperty problem = new SimpleStringProperty("");
    private Consumer<Run> onOver = _ -> {};
    private Runnable onLeft = () -> {};
    private Runnable onLook = () -> {};
    private BiConsumer<Duration, Runnable> onBreak = (_, _) -> {};
    private @Nullable Proposal saved;
    private boolean saving;

    /**
     * What came of something.
     *
     * @param next the next item, if there is one
     * @param told what the key says by now
     * @param owed of a break that must come before the next item; zero for none
     */
    private record Step(Run run, Optional<OpenItem> next, List<Reviewed> told, Duration owed) {
        Step(Run run, Optional<OpenItem> next, List<Reviewed> told) {
            this(run, next, told, Duration.ZERO);
        }
    }

    RunModel(PracticeDoors doors, Person person, Kit kit) {
        this.doors = doors;
        this.practising = doors.running().practising();
        this.person = person;
        this.kit = kit;
        problems = new PracticeProblems(kit.texts(), doors.book());
        apart = new ApartCase(doors.means(), kit, (_, look) -> looked(look));
        apart.item().untimed();
    }

    ApartCase apart() {
        return apart;
    }

    /** The run that is gone through; null while none is. */
    ReadOnlyObjectProperty<Run> runProperty() {
        return run.getReadOnlyProperty();
    }

    /** The item that lies there to be answered; null while what the key says is read, and without a run. */
    ReadOnlyObjectProperty<OpenItem> itemProperty() {
        return item.getReadOnlyProperty();
    }

    /** What the key says of what was answered just now; empty while an item lies there. */
    ReadOnlyObjectProperty<List<Reviewed>> toldProperty() {
        return told.getReadOnlyProperty();
    }

    /** What went wrong, in words; empty for nothing. */
    StringProperty problemProperty() {
        return problem;
    }

    /** Told of a run when it is over. */
    void onOver(Consumer<Run> listener) {
        onOver = listener;
    }

    /** Told when a run was left before it is over. */
    void onLeft(Runnable listener) {
        onLeft = listener;
    }

    /** Told when a look has been counted. */
    void onLook(Runnable listener) {
        onLook = listener;
    }

    /**
     * Told that the next item waits for a break: how long that is to be, and what to do once it has been. The run rests
     * meanwhile.
     */
    void onBreak(BiConsumer<Duration, Runnable> listener) {
        onBreak = listener;
    }

    boolean isRunning() {
        return run.get() != null;
    }

    /** Begins a run through a set. */
    void start(String setId, @Nullable String assignmentId) {
        enter(() -> doors.running().runs().start(person, setId, assignmentId));
    }

    /** Begins a run through what was missed in one that is over. */
    void startMissed(Run over) {
        enter(() -> doors.running().runs().startMissed(person, over.id()));
    }

    /** Goes on with a run where it was left. */
    void resume(Run left) {
        enter(() -> left.state() == RunState.PAUSED ? practising.resume(person, left.id()) : left);
    }

    private void enter(Callable<Run> begin) {
        if (isRunning() || apart.isBusy()) {
            return;
        }
        problem.set("");
        apart.busy(true);
        kit.background()
                .run(
                        () -> {
                            practising.rested(person);
                            return on(begin.call(), 0, List.of());
                        },
                        this::took,
                        failure -> {
                            if (failure instanceof BreakFirst first) {
                                apart.busy(false);
                                onBreak.accept(first.owed(), () -> enter(begin));
                            } else {
                                failed(failure);
                            }
                        });
    }

    private Step on(Run now, int after, List<Reviewed> said) {
        if (!said.isEmpty()) {
            return new Step(now, Optional.empty(), said);
        }
        try {
            Optional<OpenItem> next = practising.next(person, now.id(), after);
            if (next.isEmpty() && after > 0) {
                next = practising.next(person, now.id(), 0);
            }
            // Where nothing is left to answer and nothing to read, the run is over.
            return next.isEmpty()
                    ? new Step(practising.finish(person, now.id(), false), next, said)
                    : new Step(now, next, said);
        } catch (BreakFirst first) {
            // What was answered is in; the rest waits, and its time does not run.
            return now.answered() == now.items()
                    ? new Step(practising.finish(person, now.id(), false), Optional.empty(), said)
                    : new Step(practising.pause(person, now.id()), Optional.empty(), said, first.owed());
        }
    }

    private void step(Callable<Step> work) {
        apart.busy(true);
        kit.background().run(work, this::took, this::failed);
    }

    private void took(Step step) {
        apart.busy(false);
        problem.set("");
        run.set(step.run());
        if (step.run().isOver()) {
            end();
            onOver.accept(step.run());
        } else if (step.run().state() == RunState.PAUSED) {
            end();
            onLeft.run();
            if (step.owed().isPositive()) {
                onBreak.accept(step.owed(), () -> resume(step.run()));
            }
        } else if (!step.told().isEmpty()) {
            clear();
            told.set(step.told());
        } else {
            step.next().ifPresent(this::lay);
        }
    }

    private void lay(OpenItem open) {
        told.set(List.of());
        saved = open.draft();
        apart.show(open.opened(), open.draft(), open.opened().facts());
        item.set(open);
    }

    private void clear() {
        saved = null;
        // First, so that a look that ends here is still counted to its item.
        apart.leave();
        item.set(null);
    }

    private void end() {
        clear();
        told.set(List.of());
        run.set(null);
    }

    /** For how long the person has been at this item so far, in milliseconds. */
    long activeMillis() {
        OpenItem open = item.get();
        return open == null ? 0 : open.activeMs() + apart.activeMillis();
    }

    /** Takes the answer; afterwards comes what the key says, where it may, or else the next item. */
    @Override
    public void submit(boolean next) {
        Run now = run.get();
        OpenItem open = item.get();
        Proposal proposal = apart.proposalProperty().get();
        if (now == null || open == null || proposal == null || apart.isBusy()) {
            return;
        }
        apart.coverAll();
        long activeMs = activeMillis();
        step(() -> {
            Run answered = practising.answer(person, now.id(), proposal, activeMs);
            List<Reviewed> said =
                    doors.running().after().shown(person, now.id(), open.item().id());
            Step onward = on(answered, open.place(), said);
            return next || !said.isEmpty() || onward.run().isOver()
                    ? onward
                    : new Step(practising.pause(person, now.id()), Optional.empty(), said);
        });
    }

    /** Leaves it for later in the run. */
    @Override
    public void skip() {
        Run now = run.get();
        OpenItem open = item.get();
        if (now == null || open == null || apart.isBusy()) {
            return;
        }
        keep();
        apart.coverAll();
        step(() -> on(now, open.place(), List.of()));
    }

    /** Nothing is undone here: an answer is given once. */
    @Override
    public void undo() {}

    /** What the key says has been read. */
    @Override
    public void next() {
        Run now = run.get();
        if (now != null && item.get() == null && !apart.isBusy()) {
            told.set(List.of());
            step(() -> on(now, 0, List.of()));
        }
    }

    /** Lets the run lie still, and leaves it. */
    void pause() {
        Run now = run.get();
        if (now == null || apart.isBusy()) {
            return;
        }
        OpenItem open = item.get();
        Proposal draft = apart.proposalProperty().get();
        long activeMs = activeMillis();
        apart.coverAll();
        apart.busy(true);
        kit.background()
                .run(
                        () -> {
                            if (open != null && draft != null) {
                                practising.keepDraft(person, now.id(), draft, activeMs);
                            }
                            return practising.pause(person, now.id());
                        },
                        _ -> {
                            apart.busy(false);
                            end();
                            onLeft.run();
                        },
                        this::failed);
    }

    /** Ends the run; what is not answered counts as wrong. */
    void finish() {
        Run now = run.get();
        if (now != null && !apart.isBusy()) {
            apart.coverAll();
            step(() -> new Step(practising.finish(person, now.id(), true), Optional.empty(), List.of()));
        }
    }

    private void failed(Exception failure) {
        apart.busy(false);
        if (item.get() == null) {
            problem.set(problems.of(failure));
        } else {
            apart.say(problems.of(failure));
        }
    }

    /** To be called every second while the run is seen. */
    void tick() {
        if (!apart.isBusy()) {
            keep();
        }
    }

    /** The desk is locked, or another screen comes to the front: what was answered is kept, and nothing counts. */
    void rest() {
        keep();
        apart.coverAll();
        apart.pause();
    }

    /** Keeps what is answered so far where it has changed. */
    private void keep() {
        Run now = run.get();
        Proposal draft = apart.proposalProperty().get();
        if (now == null || item.get() == null || draft == null || saving || draft.equals(saved)) {
            return;
        }
        saving = true;
        saved = draft;
        long activeMs = activeMillis();
        kit.background()
                .run(
                        () -> {
                            practising.keepDraft(person, now.id(), draft, activeMs);
                            return true;
                        },
                        _ -> saving = false,
                        _ -> {
                            saving = false;
                            saved = null;
                            apart.say(kit.texts().get("practice.run.not-kept"));
                        });
    }

    private void looked(Look look) {
        Run now = run.get();
        OpenItem open = item.get();
        if (now == null || open == null) {
            return;
        }
        var from = kit.clock().instant().minusMillis(look.millis());
        kit.background()
                .run(
                        () -> {
                            practising.looked(person, now.id(), open.item().id(), look, from);
                            return true;
                        },
                        _ -> onLook.run(),
                        failure -> problem.set(problems.of(failure)));
    }
}
