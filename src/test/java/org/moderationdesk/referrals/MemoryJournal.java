package org.moderationdesk.referrals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps a history in memory, and can die at one moment of one request: what was kept until then stays. */
class MemoryJournal implements FilingJournal {
    private final List<FilingStep> steps = new ArrayList<>();
    private final List<FilingWish> wishes = new ArrayList<>();
    private final List<Integer> asked = new ArrayList<>();
    private final List<Integer> answered = new ArrayList<>();
    private @Nullable Moment moment;
    private int untilDeath;

    /** Between what is kept and what goes out. */
    enum Moment {
        BEFORE_KEPT,
        AFTER_KEPT,
        AFTER_SENT,
        AFTER_ANSWER
    }

    /** As if the process had been killed: nothing after it is done. */
    static final class Died extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** @param request counted from now, from one */
    void dieAt(Moment when, int request) {
        moment = when;
        untilDeath = request;
    }

    void live() {
        moment = null;
    }

    void wish(FilingWish.Kind kind, Instant at) {
        wishes.add(new FilingWish(kind, at, "a person", steps.size()));
    }

    /** Lengths of what was kept of requests, in bytes. */
    List<Integer> asked() {
        return List.copyOf(asked);
    }

    /** Lengths of the answers that were kept, in bytes. */
    List<Integer> answered() {
        return List.copyOf(answered);
    }

    Cybertipline around(Cybertipline way) {
        return call -> {
            perhapsDie(Moment.AFTER_KEPT);
            Answer answer = way.send(call);
            perhapsDie(Moment.AFTER_SENT);
            return answer;
        };
    }

    @Override
    public FilingHistory history() {
        return new FilingHistory(steps, wishes);
    }

    @Override
    public void asks(FilingStep step, Call call) {
        untilDeath--;
        perhapsDie(Moment.BEFORE_KEPT);
        steps.add(step);
        asked.add(call.head().length);
    }

    @Override
    public void came(FilingReply reply, @Nullable Answer answer) {
        FilingStep last = steps.removeLast();
        steps.add(new FilingStep(last.what(), last.report(), last.file(), last.asked(), reply));
        if (answer != null) {
            answered.add(answer.body().length);
        }
        perhapsDie(Moment.AFTER_ANSWER);
    }

    private void perhapsDie(Moment now) {
        if (moment == now && untilDeath == 0) {
            moment = null;
            throw new Died();
        }
    }
}
