package org.moderationdesk.review.view;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.fx.Background;
import org.moderationdesk.queue.Claim;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.Review;

/**
 * What goes on by itself while a case is open: unsent answers are saved, the lease lives as long as there is input, and
 * reports that come meanwhile are shown. JavaFX thread only.
 */
final class CaseWatch {
    static final Duration HEARTBEAT = Duration.ofSeconds(60);
    static final Duration TIDY = Duration.ofMinutes(1);
    static final Duration LOOK_FOR_REPORTS = Duration.ofSeconds(15);

    private final OpenCase open;
    private final Review review;
    private final Background background;
    private final InstantSource clock;
    private final Consumer<ReviewNews> tell;
    static final Duration LOOK_FOR_OTHERS = Duration.ofSeconds(20);

    private Instant heartbeatAt = Instant.EPOCH;
    private Instant othersAskedAt = Instant.EPOCH;
    private Instant reportsAskedAt = Instant.EPOCH;
    private Instant tidiedAt = Instant.EPOCH;

    CaseWatch(OpenCase open, Review review, Background background, InstantSource clock, Consumer<ReviewNews> tell) {
        this.open = open;
        this.review = review;
        this.background = background;
        this.clock = clock;
        this.tell = tell;
    }

    /** Another case has been opened. */
    void begin() {
        heartbeatAt = clock.instant();
        reportsAskedAt = heartbeatAt;
        othersAskedAt = Instant.EPOCH;
    }

    /**
     * The store answers again. Leases did not count here meanwhile, and it alone knows whether this one ended there: one
     * that did is taken again where nobody else has, with the answers as they stand.
     */
    void back() {
        Opened held = open.opened();
        if (held == null || held.claim() == null || !open.holds()) {
            return;
        }
        Claim claim = held.claim();
        background.run(
                () -> {
                    Optional<Instant> until = review.heartbeat(held);
                    Optional<Opened> again = until.isPresent()
                            ? Optional.empty()
                            : review.open(held.row().itemId(), held.facts().person());
                    return new Back(
                            until.orElse(null),
                            again.filter(one -> one.claim() != null).orElse(null));
                },
                back -> back(held, claim, back),
                _ -> tell.accept(new ReviewNews.Failed()));
    }

    private void back(Opened held, Claim claim, Back back) {
        Proposal proposal = open.proposal();
        if (!held.equals(open.opened()) || proposal == null) {
            return;
        }
        if (back.until() != null) {
            open.extendLease(claim, back.until());
        } else if (back.again() != null) {
            open.showAgain(back.again(), proposal);
        } else {
            lose(held);
        }
    }

    /** What became of a lease meanwhile: it goes on, or the case was taken again, or neither. */
    private record Back(@Nullable Instant until, @Nullable Opened again) {}

    /** To be called every second while nothing is being recorded. */
    void tick() {
        saveDraft();
        tidy(clock.instant());
        Opened held = open.opened();
        if (held != null) {
            lookForOthers(held, clock.instant());
        }
        if (held != null && held.claim() != null && open.holds()) {
            Instant now = clock.instant();
            keepLease(held, held.claim(), now);
            lookForReports(held, now);
        }
    }

    /** Saves unsent answers at once. */
    void saveDraft() {
        Opened now = open.opened();
        Proposal draft = open.proposal();
        if (now != null && draft != null && open.holds() && open.takeUnsaved()) {
            background.run(
                    () -> {
                        review.saveDraft(now, draft);
                        return true;
                    },
                    _ -> open.saved(now),
                    _ -> {
                        open.notSaved(now);
                        tell.accept(new ReviewNews.Failed());
                    });
        }
    }

    /** Cases that somebody left behind go back to their queue. */
    private void tidy(Instant now) {
        if (Duration.between(tidiedAt, now).compareTo(TIDY) >= 0) {
            tidiedAt = now;
            background.run(
                    () -> {
                        review.tidy();
                        return true;
                    },
                    _ -> {},
                    _ -> tell.accept(new ReviewNews.Failed()));
        }
    }

    /** Colleagues who have the same case open; that nobody answers is told by what matters more. */
    private void lookForOthers(Opened here, Instant now) {
        if (Duration.between(othersAskedAt, now).compareTo(LOOK_FOR_OTHERS) >= 0) {
            othersAskedAt = now;
            background.run(
                    () -> review.viewers()
                            .look(here.facts().person(), here.row().id()),
                    others -> {
                        if (here.equals(open.opened())) {
                            open.othersProperty().set(others);
                        }
                    },
                    _ -> {});
        }
    }

    private void keepLease(Opened held, Claim claim, Instant now) {
        Instant until = open.item().leaseUntilProperty().get();
        if (until != null && !now.isBefore(until)) {
            lose(held);
            return;
        }
        @Nullable Instant input = open.active().lastInput();
        boolean wanted = input != null && input.isAfter(heartbeatAt);
        if (wanted && Duration.between(heartbeatAt, now).compareTo(HEARTBEAT) >= 0) {
            heartbeatAt = now;
            background.run(
                    () -> review.heartbeat(held),
                    longer -> {
                        if (held.equals(open.opened())) {
                            longer.ifPresentOrElse(end -> open.extendLease(claim, end), () -> lose(held));
                        }
                    },
                    _ -> tell.accept(new ReviewNews.Failed()));
        }
    }

    private void lose(Opened held) {
        // Afterwards nothing is saved any more, and it is said that the answers are kept.
        saveDraft();
        open.loseLease();
        tell.accept(new ReviewNews.LeaseLost(held.row().itemId()));
    }

    private void lookForReports(Opened held, Instant now) {
        if (Duration.between(reportsAskedAt, now).compareTo(LOOK_FOR_REPORTS) >= 0) {
            reportsAskedAt = now;
            background.run(
                    () -> review.reportsSince(held),
                    reports -> {
                        if (!reports.isEmpty() && held.equals(open.opened()) && open.holds()) {
                            showNewReports(held, reports.size());
                        }
                    },
                    _ -> tell.accept(new ReviewNews.Failed()));
        }
    }

    /** Shows reports that have come meanwhile; what was answered stays. */
    void showNewReports(Opened now, int count) {
        background.run(
                () -> review.refresh(now),
                fresh -> {
                    Proposal proposal = open.proposal();
                    if (now.equals(open.opened()) && proposal != null) {
                        open.showAgain(fresh, proposal);
                        tell.accept(new ReviewNews.NewReports(count));
                    }
                },
                _ -> tell.accept(new ReviewNews.Failed()));
    }
}
