package org.moderationdesk.review;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.StoreDoor;
import org.moderationdesk.db.Unlock;
import org.moderationdesk.intake.ImportProgress;
import org.moderationdesk.intake.Intake;
import org.moderationdesk.intake.Receiver;
import org.moderationdesk.items.ItemWriter;
import org.moderationdesk.media.Look;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.media.MediaSpan;
import org.moderationdesk.media.MediaStore;
import org.moderationdesk.queue.CaseFilter;

/**
 * A desk in a process of its own, which imports and decides until it is killed. It says READY, and then, for each
 * decision that it was told is recorded, the word DECIDED and its id.
 */
final class DeskUnderFire {
    private final DeskFolder folder;
    private final Store store;
    private final ReviewDesk desk;
    private final PrintStream out;
    private final Random random;

    private DeskUnderFire(DeskFolder folder, Store store, PrintStream out, long seed) {
        this.folder = folder;
        this.store = store;
        this.out = out;
        this.random = new Random(seed);
        this.desk = new ReviewDesk(store, Clock.systemUTC());
    }

    /** @param args the desk's home, the file to import, the seed */
    public static void main(String[] args) throws Exception {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var folder = new DeskFolder(Path.of(args[0]));
        InstantSource clock = Clock.systemUTC();
        Store store = new StoreDoor(folder, clock).open(new Unlock.Alone());
        var desk = new DeskUnderFire(folder, store, out, Long.parseLong(args[2]));
        out.println("READY");
        Thread importing = Thread.ofPlatform().daemon().start(() -> desk.take(Path.of(args[1])));
        desk.decideOnAndOn();
        importing.join();
    }

    private void take(Path file) {
        try {
            intake(folder, store, desk, Clock.systemUTC()).importFile(file, "anna", ImportProgress.NONE);
            out.println("IMPORTED");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static Intake intake(DeskFolder folder, Store store, ReviewDesk desk, InstantSource clock) {
        var receiver = new Receiver(new ItemWriter(), desk.cases(), new MediaStore(folder.media(), store));
        return new Intake(store, desk.log(), receiver, clock);
    }

    private void decideOnAndOn() {
        Review review = desk.review();
        while (true) {
            Optional<Opened> next = review.openNext(ReviewDesk.ANNA, CaseFilter.all());
            if (next.isEmpty()) {
                LockSupport.parkNanos(2_000_000);
            } else {
                decide(review, next.get());
            }
        }
    }

    private void decide(Review review, Opened opened) {
        String item = opened.row().itemId();
        if (random.nextInt(4) == 0) {
            review.saveDraft(opened, Proposed.removal(item));
            review.recordLook(opened, new Look(0, LookForm.GREY, 700, new MediaSpan(0, 700)));
        }
        boolean escalate = opened.row().queue().equals("general") && random.nextInt(5) == 0;
        var proposal = escalate ? Proposed.escalation(item, "5.3.1", "legal") : Proposed.removal(item);
        if (review.submit(opened, proposal, 1_000) instanceof Submitted.Accepted accepted) {
            String id = accepted.decision().decisionId();
            out.println("DECIDED " + id);
            if (random.nextInt(10) == 0) {
                review.undo(id, ReviewDesk.ANNA);
            }
        }
    }
}
