package org.moderationdesk.review.view;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.Review;

/**
 * Keeps what is unsaved of the open case before it is left; what the store does not take then is carried along. JavaFX
 * thread only, but for what it answers, which is to be run in the background.
 */
final class Keeping {
    private final ReviewDesk desk;
    private final Review review;
    private final OpenCase open;
    private final InstantSource clock;

    Keeping(ReviewDesk desk, OpenCase open, InstantSource clock) {
        this.desk = desk;
        this.review = desk.review();
        this.open = open;
        this.clock = clock;
    }

    /** Keeps it, and gives the case back. */
    Runnable andRelease() {
        return and(review::release);
    }

    /** Keeps it, and then does something with the case where the person holds it. */
    Runnable and(Consumer<Opened> then) {
        open.item().coverAll();
        Opened now = open.opened();
        if (now == null || !open.holds()) {
            return this::write;
        }
        Proposal unsaved = open.isUnsaved() ? open.proposal() : null;
        Instant at = clock.instant();
        boolean unused = open.takeUnsaved();
        return () -> {
            keep(now, unsaved, at);
            then.accept(now);
        };
    }

    /** While the store does not answer nothing is asked of it: what is unsaved is carried along at once. */
    void carry() {
        open.item().coverAll();
        Opened now = open.opened();
        Proposal answers = open.proposal();
        if (now != null && answers != null && open.isUnsaved()) {
            desk.carried().add(now, answers, clock.instant());
        }
    }

    private void keep(Opened now, @Nullable Proposal unsaved, Instant at) {
        try {
            write();
            if (unsaved != null) {
                review.saveDraft(now, unsaved);
            }
        } catch (RuntimeException notTaken) {
            if (unsaved != null) {
                desk.carried().add(now, unsaved, at);
            }
            throw notTaken;
        }
    }

    /** Brings what is carried, and looks that wait, to the store; not on the JavaFX thread. */
    List<String> write() {
        return desk.carried().write(review, desk.person());
    }
}
