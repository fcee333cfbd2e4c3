package org.moderationdesk.app;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.moderationdesk.db.DailyBackup;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.Progress;
import org.moderationdesk.log.Verdict;
import org.moderationdesk.queue.CutOffMoves;
import org.moderationdesk.shell.Unexpected;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an open desk does by itself: ended leases go back, cut-off moves go on, the log is verified once, decisions
 * are drawn for a second review, practice lets go of what it may not keep, and each day has a backup.
 */
final class Housekeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final int PATIENCE_SECONDS = 20;

    private final OpenDesk desk;
    private final Consumer<Verdict> onVerified;
    private final CutOffMoves moves;
    private final AtomicReference<Optional<Person>> person = new AtomicReference<>(Optional.empty());
    private final AtomicBoolean closing = new AtomicBoolean();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("housekeeping").daemon().factory());

    /** @param onVerified told the verdict on the log, on the JavaFX thread */
    Housekeeping(OpenDesk desk, Consumer<Verdict> onVerified) {
        this.desk = desk;
        this.onVerified = onVerified;
        this.moves = new CutOffMoves(desk.store(), desk.rerouting());
    }

    /** Says who works at the desk from now on. Any thread. */
    void works(Person now) {
        person.set(Optional.of(now));
    }

    /** Starts; the sample desk, which is nobody's, is not backed up. */
    void start(DeskFolder folder, boolean sample, InstantSource clock) {
        var _ = thread.scheduleWithFixedDelay(guarded(desk.review()::tidy), 30, 30, TimeUnit.SECONDS);
        var _ = thread.scheduleWithFixedDelay(
                guarded(() -> moves.tidy(person.get(), progress())), 30, 30, TimeUnit.SECONDS);
        var _ = thread.scheduleWithFixedDelay(guarded(this::compareLeft), 45, 60, TimeUnit.SECONDS);
        var _ = thread.scheduleWithFixedDelay(guarded(this::draw), 90, 600, TimeUnit.SECONDS);
        var _ = thread.scheduleWithFixedDelay(guarded(() -> letGo(clock)), 75, 60, TimeUnit.SECONDS);
        if (desk.backup().isPresent()) {
            // Not in the first seconds, in which a person waits for the first case. A shared log is not read through by
            // each of fifty desks at the start of a day, nor can who has no clearance.
            var _ = thread.schedule(guarded(this::verify), 4, TimeUnit.SECONDS);
        }
        if (!sample) {
            desk.backup()
                    .map(backup -> new DailyBackup(backup, folder, clock, ZoneId.systemDefault()))
                    .ifPresent(daily -> {
                        var _ = thread.scheduleWithFixedDelay(
                                guarded(() -> daily.runIfDue(progress())), 60, 3_600, TimeUnit.SECONDS);
                    });
        }
    }

    /** Of second reviews that were answered at a desk that was cut off before they were compared. */
    private void compareLeft() {
        person.get().ifPresent(now -> {
            int _ = desk.secondReviews().tidy(now);
            if (Rights.has(now, Right.RESOLVE_DIFFERENCE)) {
                int _ = desk.differences().compare(now);
            }
        });
    }

    /** Once a day for the whole store, whichever desks are open: how far it has come is kept with it. */
    private void draw() {
        var _ = desk.sampling().passIfDue(person.get(), progress());
    }

    /** Copies of what is gone or sealed, and what was decided on hidden tests. */
    private void letGo(InstantSource clock) {
        Optional<Person> trainer = person.get().filter(now -> Rights.has(now, Right.TRAIN));
        if (trainer.isPresent()) {
            int _ = desk.copies().sweep(trainer.get(), clock.instant());
            int _ = desk.hidden().drop(trainer.get());
        }
    }

    private void verify() {
        Verdict verdict = desk.verifier().verify(progress());
        Platform.runLater(() -> onVerified.accept(verdict));
    }

    private Progress progress() {
        return new Progress() {
            @Override
            public void at(long done, long total) {}

            @Override
            public boolean isCancelled() {
                return closing.get();
            }
        };
    }

    private Runnable guarded(Chore chore) {
        return () -> {
            try {
                chore.run();
            } catch (Exception failure) {
                if (!closing.get()) {
                    LOG.error("housekeeping failed", Unexpected.wordless(failure));
                }
            }
        };
    }

    /** Stops, waiting for the chore under way. */
    @Override
    public void close() {
        closing.set(true);
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("housekeeping did not end in time");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        desk.search().close();
    }

    @FunctionalInterface
    private interface Chore {
        void run() throws Exception;
    }
}
