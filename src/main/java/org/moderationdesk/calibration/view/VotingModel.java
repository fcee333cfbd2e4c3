package org.moderationdesk.calibration.view;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.calibration.Session;
import org.moderationdesk.calibration.SessionCase;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.Standing;
import org.moderationdesk.decisions.view.DecisionActs;
import org.moderationdesk.media.Look;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.view.ApartCase;

/** One case of an open session, to be decided apart: blind, as on the review screen. JavaFX thread only. */
final class VotingModel implements DecisionActs {
    private final CalibrationModel sessions;
    private final ApartCase apart;
    private final Map<String, Proposal> drafts = new HashMap<>();
    private final ReadOnlyObjectWrapper<SessionCase> shown = new ReadOnlyObjectWrapper<>();
    private final CalibrationProblems problems;
    private long asked;

    VotingModel(CalibrationModel sessions) {
        this.sessions = sessions;
        problems =
                new CalibrationProblems(sessions.kit().texts(), sessions.doors().book());
        apart = new ApartCase(sessions.doors().means(), sessions.kit(), this::looked);
        apart.item().untimed();
        apart.proposalProperty().subscribe(this::keep);
    }

    ApartCase apart() {
        return apart;
    }

    /** The case that lies there to be decided; null while none does. */
    ReadOnlyObjectProperty<SessionCase> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    private void looked(Opened opened, Look look) {
        sessions.kit()
                .background()
                .run(
                        () -> {
                            sessions.doors().review().recordReading(opened, look);
                            return true;
                        },
                        _ -> {},
                        failed -> sessions.problemProperty().set(problems.of(failed)));
    }

    /** Unsent answers stay as long as the window does. */
    private void keep(@Nullable Proposal proposal) {
        SessionCase now = shown.get();
        if (now != null && proposal != null) {
            drafts.put(key(now), proposal);
        }
    }

    private static String key(SessionCase one) {
        return one.sessionId() + " " + one.position();
    }

    void show(@Nullable SessionCase one) {
        SessionCase before = shown.get();
        if (one != null && before != null && key(one).equals(key(before))) {
            return;
        }
        leave();
        if (one == null) {
            return;
        }
        long question = ++asked;
        sessions.kit()
                .background()
                .run(
                        () -> sessions.doors().calibration().layOut(sessions.person(), one.sessionId(), one.position()),
                        laid -> {
                            if (question == asked) {
                                lay(one, laid);
                            }
                        },
                        failed -> {
                            if (question == asked) {
                                sessions.problemProperty().set(problems.of(failed));
                            }
                        });
    }

    private void lay(SessionCase one, Opened laid) {
        Proposal draft = drafts.getOrDefault(key(one), laid.draft());
        apart.show(laid, draft, laid.facts().standing(new Standing.Held(1, Instant.MAX)));
        shown.set(one);
    }

    /** Shows no case: what was uncovered is covered. */
    void leave() {
        asked++;
        shown.set(null);
        apart.leave();
    }

    /** Keeps the answer for good, and goes on to the next case. */
    @Override
    public void submit(boolean next) {
        SessionCase one = shown.get();
        Proposal proposal = apart.proposalProperty().get();
        if (one == null || proposal == null || apart.isBusy()) {
            return;
        }
        long activeMs = apart.activeMillis();
        apart.busy(true);
        sessions.kit()
                .background()
                .run(
                        () -> sessions.doors()
                                .calibration()
                                .answer(sessions.person(), one.sessionId(), one.position(), proposal, activeMs),
                        session -> {
                            apart.busy(false);
                            drafts.remove(key(one));
                            leave();
                            sessions.problemProperty().set("");
                            goOn(session);
                        },
                        failed -> {
                            apart.busy(false);
                            apart.say(problems.of(failed));
                        });
    }

    /** Nothing is skipped or undone here: an answer is given once. */
    @Override
    public void skip() {}

    @Override
    public void undo() {}

    @Override
    public void next() {}

    private void goOn(Session session) {
        sessions.goTo(null);
        sessions.became(session);
    }
}
