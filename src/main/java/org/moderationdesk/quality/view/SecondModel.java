package org.moderationdesk.quality.view;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.view.DecisionActs;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.media.Look;
import org.moderationdesk.quality.QualityRefused;
import org.moderationdesk.quality.SecondReviews;
import org.moderationdesk.queue.Claim;
import org.moderationdesk.review.CaseLooks;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.view.ApartCase;
import org.moderationdesk.staff.Person;
import org.moderationdesk.wellbeing.BreakFirst;

/** What waits for this person to review blind, and the one that they hold. JavaFX thread only. */
final class SecondModel implements DecisionActs {
    static final Duration HEARTBEAT = Duration.ofSeconds(60);

    private final QualityDoors doors;
    private final Person person;
    private final Kit kit;
    private final QualityProblems problems;
    private final CaseLooks looks;
    private final ApartCase apart;
    private final ObservableList<SecondReviews.Waiting> waiting = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<ListState> state = new ReadOnlyObjectWrapper<>(ListState.LOADING);
    private final ReadOnlyObjectWrapper<Opened> held = new ReadOnlyObjectWrapper<>();
    private final StringProperty problem = new SimpleStringProperty("");
    private Runnable onChange = () -> {};
    private Runnable onLook = () -> {};
    private BiConsumer<Duration, Runnable> onBreak = (_, _) -> {};
    private Instant heartbeatAt = Instant.EPOCH;
    private @Nullable Proposal saved;
    private boolean lost;

    private record Told(List<SecondReviews.Waiting> waiting, Optional<Opened> held) {}

    /** @param notNow why no next one came */
    private record Sent(@Nullable Opened next, @Nullable RuntimeException notNow) {}

    SecondModel(QualityDoors doors, Person person, Kit kit) {
        this.doors = doors;
        this.person = person;
        this.kit = kit;
        problems = new QualityProblems(kit.texts(), doors.book());
        looks = doors.seconds().looks();
        apart = new ApartCase(doors.means(), kit, this::looked);
        apart.sealedBy(looks, (opening, millis) -> record(() -> looks.endSealed(opening, millis)));
    }

    ApartCase apart() {
        return apart;
    }

    ObservableList<SecondReviews.Waiting> waiting() {
        return waiting;
    }

    ReadOnlyObjectProperty<ListState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The second review that lies there; null for none. */
    ReadOnlyObjectProperty<Opened> heldProperty() {
        return held.getReadOnlyProperty();
    }

    /** What went wrong, or is to be known, in words; empty for nothing. */
    StringProperty problemProperty() {
        return problem;
    }

    /** Told when a second answer has been recorded. */
    void onChange(Runnable told) {
        onChange = told;
    }

    /** Told how long a break must last before the next one, and what comes after it. */
    void onBreak(BiConsumer<Duration, Runnable> told) {
        onBreak = told;
    }

    /** Told when a look has been counted. */
    void onLook(Runnable told) {
        onLook = told;
    }

    Instant now() {
        return kit.clock().instant();
    }

    /** Asks the store anew; what this person holds from before is laid out again. */
    void refresh() {
        boolean none = held.get() == null;
        kit.background()
                .run(
                        () -> {
                            var _ = doors.seconds().tidy(person);
                            return new Told(
                                    doors.seconds().waiting(person),
                                    none ? doors.seconds().held(person) : Optional.empty());
                        },
                        told -> {
                            if (!told.waiting().equals(waiting)) {
                                waiting.setAll(told.waiting());
                            }
                            state.set(ListState.THERE);
                            if (held.get() == null && !apart.isBusy()) {
                                told.held().ifPresent(this::lay);
                            }
                        },
                        _ -> state.set(ListState.LOST));
    }

    /** Takes the one that is due first. */
    @Override
    public void next() {
        if (held.get() != null || apart.isBusy()) {
            return;
        }
        apart.busy(true);
        kit.background()
                .run(
                        () -> doors.seconds().takeNext(person),
                        taken -> {
                            apart.busy(false);
                            taken.ifPresentOrElse(
                                    this::lay, () -> problem.set(kit.texts().get("quality.second.none-left")));
                            refresh();
                        },
                        this::failed);
    }

    private void lay(Opened opened) {
        problem.set("");
        lost = false;
        saved = opened.draft();
        heartbeatAt = now();
        apart.show(opened, opened.draft(), opened.facts());
        held.set(opened);
    }

    private void layNone() {
        saved = null;
        held.set(null);
        apart.leave();
    }

    /** Gives it back: somebody else may take it. */
    @Override
    public void skip() {
        Opened now = held.get();
        if (now == null || apart.isBusy()) {
            return;
        }
        boolean mine = !lost;
        layNone();
        kit.background()
                .run(
                        () -> {
                            if (mine) {
                                doors.seconds().release(now);
                            }
                            return true;
                        },
                        _ -> refresh(),
                        this::failed);
    }

    /** Nothing is undone here: an answer is given once. */
    @Override
    public void undo() {}

    @Override
    public void submit(boolean next) {
        Opened now = held.get();
        Proposal proposal = apart.proposalProperty().get();
        if (now == null || proposal == null || apart.isBusy()) {
            return;
        }
        apart.coverAll();
        long activeMs = apart.activeMillis();
        apart.busy(true);
        kit.background().run(() -> send(now, proposal, activeMs, next), this::sent, this::failed);
    }

    private Sent send(Opened now, Proposal proposal, long activeMs, boolean next) {
        doors.seconds().submit(now, proposal, activeMs);
        if (!next) {
            return new Sent(null, null);
        }
        try {
            return new Sent(doors.seconds().takeNext(person).orElse(null), null);
        } catch (RuntimeException notNow) {
            // The answer is recorded all the same, and that must be said.
            return new Sent(null, notNow);
        }
    }

    private void sent(Sent sent) {
        apart.busy(false);
        layNone();
        if (sent.next() != null) {
            lay(sent.next());
        }
        problem.set("");
        if (sent.notNow() instanceof BreakFirst first) {
            onBreak.accept(first.owed(), this::next);
        } else if (sent.notNow() != null) {
            problem.set(problems.of(sent.notNow()));
        }
        onChange.run();
        refresh();
    }

    private void failed(Exception failure) {
        apart.busy(false);
        if (failure instanceof BreakFirst first) {
            onBreak.accept(first.owed(), this::next);
            return;
        }
        if (failure instanceof QualityRefused refused && refused.why() == QualityRefused.Why.NOT_YOURS) {
            lose();
        }
        if (held.get() == null) {
            problem.set(problems.of(failure));
        } else {
            apart.say(problems.of(failure));
        }
    }

    /** To be called every second while the screen is seen. */
    void tick() {
        Opened now = held.get();
        if (now == null || lost || apart.isBusy()) {
            return;
        }
        saveDraft();
        Instant until = apart.heldUntil();
        if (until != null && !now().isBefore(until)) {
            lose();
            return;
        }
        Instant input = apart.lastInput();
        boolean wanted = input != null && input.isAfter(heartbeatAt);
        if (wanted && Duration.between(heartbeatAt, now()).compareTo(HEARTBEAT) >= 0) {
            heartbeatAt = now();
            heartbeat(now);
        }
    }

    /** Keeps unsent answers where they have changed. */
    private void saveDraft() {
        Opened now = held.get();
        Proposal draft = apart.proposalProperty().get();
        if (now == null || draft == null || lost || draft.equals(saved)) {
            return;
        }
        saved = draft;
        kit.background()
                .run(
                        () -> {
                            doors.seconds().saveDraft(now, draft);
                            return true;
                        },
                        _ -> {},
                        _ -> {
                            saved = null;
                            apart.say(kit.texts().get("quality.failed"));
                        });
    }

    private void heartbeat(Opened now) {
        Claim claim = now.claim();
        if (claim == null) {
            return;
        }
        kit.background()
                .run(
                        () -> doors.seconds().heartbeat(now),
                        longer -> {
                            if (now.equals(held.get())) {
                                longer.ifPresentOrElse(until -> apart.extend(claim, until), this::lose);
                            }
                        },
                        _ -> apart.say(kit.texts().get("quality.failed")));
    }

    /** The time was over: what was answered stays on screen. */
    private void lose() {
        lost = true;
        apart.lose();
        problem.set(kit.texts().get("quality.second.lost"));
    }

    /** The desk is locked, or another screen comes to the front. */
    void pause() {
        saveDraft();
        apart.coverAll();
        apart.pause();
    }

    private void looked(Opened opened, Look look) {
        record(() -> looks.record(opened, look));
    }

    private void record(Runnable look) {
        kit.background()
                .run(
                        () -> {
                            look.run();
                            return true;
                        },
                        _ -> onLook.run(),
                        failure -> problem.set(problems.of(failure)));
    }
}
