package org.moderationdesk.referrals;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.referrals.FilingNext.Ask;
import org.moderationdesk.referrals.FilingNext.Filed;
import org.moderationdesk.referrals.FilingNext.Halted;
import org.moderationdesk.referrals.FilingNext.TakenBack;
import org.moderationdesk.referrals.FilingNext.Wait;

/**
 * How far a filing has come, by its history alone, so that it goes on after a crash as it would have without one.
 *
 * <p>Until it was asked to finish a report, an unknown is never built upon: a report of which it is not known what arrived
 * is taken back, and another is opened. One that was opened without its number becoming known lapses unfinished, after 24
 * hours. Once it was asked to finish one, no other is opened unless NCMEC says that it no longer has that one (5001): so
 * there are never two.
 */
final class FilingState {
    /** Of one request, one after the other, until a person is called: within about seven hours. */
    static final int MOST_TRIES = 10;
    /** How often another report is opened instead, until a person is called. */
    static final int MOST_REPORTS = 6;

    /** NCMEC deletes what is not finished at the later of the two (formats 1.2). */
    private static final Duration LAPSE_OPENED = Duration.ofHours(24);

    private static final Duration LAPSE_FILLED = Duration.ofHours(1);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(2);

    private final Map<Integer, String> arrived = new HashMap<>();
    private final Set<Integer> described = new HashSet<>();
    private @Nullable Long report;
    private @Nullable Long toRetract;
    private Instant lapses = Instant.EPOCH;
    private boolean finishAsked;
    private boolean wantedBack;
    private int reports;
    private int tries;
    private Instant lastAsked = Instant.EPOCH;
    private Outcome last = Outcome.DONE;
    /** The last that was not done. */
    private Outcome trouble = Outcome.DONE;

    private @Nullable FilingNext end;

    private FilingState() {}

    static FilingState of(FilingHistory history) {
        var state = new FilingState();
        state.hear(history, 0);
        int requests = 0;
        for (FilingStep step : history.steps()) {
            state.see(step);
            state.hear(history, ++requests);
        }
        return state;
    }

    /** @param files how many are sent */
    FilingNext next(int files, Instant now) {
        if (end != null) {
            return end;
        }
        if (tries >= MOST_TRIES) {
            return new Halted(trouble, null);
        }
        Instant until = lastAsked.plus(pause(tries));
        if (tries > 0 && now.isBefore(until)) {
            return new Wait(until, trouble);
        }
        return toRetract == null ? ahead(files) : new Ask(What.RETRACT, toRetract, FilingStep.NO_FILE);
    }

    /** When NCMEC deletes the report that is open there, unless it is finished before; empty while none is. */
    Optional<Instant> lapsesAt() {
        boolean ended = end instanceof Filed || end instanceof TakenBack;
        return report == null || ended ? Optional.empty() : Optional.of(lapses);
    }

    /** Whether it can still be taken back: not once it was asked to finish. */
    boolean mayBeTakenBack() {
        return !finishAsked && !(end instanceof Filed) && !(end instanceof TakenBack);
    }

    /** Number of the file there. */
    String fileId(int file) {
        return Objects.requireNonNull(arrived.get(file));
    }

    private FilingNext ahead(int files) {
        if (report == null) {
            return reports < MOST_REPORTS ? new Ask(What.OPEN, null, FilingStep.NO_FILE) : new Halted(trouble, null);
        }
        for (int file = 0; file < files; file++) {
            if (!arrived.containsKey(file)) {
                return new Ask(What.UPLOAD, report, file);
            }
            if (!described.contains(file)) {
                return new Ask(What.DESCRIBE, report, file);
            }
        }
        return new Ask(What.FINISH, report, FilingStep.NO_FILE);
    }

    private void hear(FilingHistory history, int requests) {
        for (FilingWish wish : history.wishesAfter(requests)) {
            switch (wish.kind()) {
                case GO_ON -> {
                    end = end instanceof Halted ? null : end;
                    tries = 0;
                    reports = 0;
                }
                case TAKE_BACK -> takeBack();
            }
        }
    }

    private void takeBack() {
        if (!mayBeTakenBack()) {
            return;
        }
        wantedBack = true;
        tries = 0;
        reports = 0;
        toRetract = report == null ? toRetract : report;
        report = null;
        end = toRetract == null ? new TakenBack() : null;
    }

    private void see(FilingStep step) {
        lastAsked = step.asked();
        last = step.outcome();
        switch (step.what()) {
            case OPEN -> opened(step);
            case UPLOAD, DESCRIBE -> filled(step);
            case FINISH -> finished(step);
            case RETRACT -> retracted(step);
            case STATUS, SCHEMA -> {}
        }
        trouble = last == Outcome.DONE ? trouble : last;
    }

    private void opened(FilingStep step) {
        FilingReply reply = step.reply();
        if (last == Outcome.DONE && reply != null && reply.report() != null) {
            report = reply.report();
            // From when it was asked: it cannot have been opened before.
            lapses = step.asked().plus(LAPSE_OPENED);
            finishAsked = false;
            reports++;
            tries = 0;
        } else if (last == Outcome.DONE) {
            last = Outcome.LOST;
            tries++;
        } else {
            again(step);
        }
    }

    private void filled(FilingStep step) {
        switch (last) {
            case DONE -> {
                tries = 0;
                Instant later = step.asked().plus(LAPSE_FILLED);
                lapses = later.isAfter(lapses) ? later : lapses;
                if (step.what() == What.DESCRIBE) {
                    described.add(step.file());
                } else if (step.reply() != null && step.reply().fileId() != null) {
                    arrived.put(step.file(), step.reply().fileId());
                } else {
                    last = Outcome.LOST;
                    instead(step.report());
                }
            }
            case LOST, DAMAGED, FILE_GONE -> instead(step.report());
            case REPORT_GONE, RETRACTED -> instead(null);
            default -> again(step);
        }
    }

    private void finished(FilingStep step) {
        boolean askedBefore = finishAsked;
        finishAsked = true;
        long number = Objects.requireNonNull(step.report());
        switch (last) {
            case DONE -> end = new Filed(number, came(step), true);
            case FINISHED -> {
                if (askedBefore) {
                    end = new Filed(number, came(step), false);
                } else {
                    halt(step);
                }
            }
            case REPORT_GONE -> {
                finishAsked = false;
                instead(null);
            }
            case LOST -> tries++;
            default -> again(step);
        }
    }

    private void retracted(FilingStep step) {
        switch (last) {
            case DONE, RETRACTED, REPORT_GONE -> {
                toRetract = null;
                tries = 0;
                end = wantedBack ? new TakenBack() : null;
            }
            case LOST, RETRY, NO_CONNECTION -> {
                tries++;
                // Only a report that nobody waits for: it lapses by itself.
                toRetract = wantedBack ? toRetract : null;
            }
            default -> halt(step);
        }
    }

    /** Another report instead of this one. */
    private void instead(@Nullable Long retracting) {
        toRetract = retracting;
        report = null;
        arrived.clear();
        described.clear();
        tries++;
    }

    private void again(FilingStep step) {
        switch (last) {
            case RETRY, NO_CONNECTION, LOST -> tries++;
            default -> halt(step);
        }
    }

    private void halt(FilingStep step) {
        end = new Halted(last, step.reply() == null ? null : step.reply().code());
    }

    private static Instant came(FilingStep step) {
        return Objects.requireNonNull(step.reply()).came();
    }

    /** Twice as long each time. */
    private static Duration pause(int tries) {
        Duration pause = FIRST_WAIT.multipliedBy(1L << Math.clamp(tries - 1L, 0, 30));
        return pause.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : pause;
    }
}
