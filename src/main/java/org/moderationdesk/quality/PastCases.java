package org.moderationdesk.quality;

import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.BlindItems;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.review.Opened;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/** Cases as they were when the one who decided claimed them, escalations too. Any thread but the JavaFX one may ask. */
public final class PastCases {
    private static final String DUE = "select due_at from open_case where id = ?";
    private static final String SEALED_NOW = "select count(*) from open_case where item_id = ? and sealed = true";

    private final Store store;
    private final InstantSource clock;
    private final QualityRooms rooms;

    public PastCases(Store store, InstantSource clock, QualityRooms rooms) {
        this.store = store;
        this.clock = clock;
        this.rooms = rooms;
    }

    /**
     * The case that was decided, to read only. What has been sealed since is sealed.
     *
     * @return empty for a decision that is not there or concerns child safety that this person may not know of, whose
     *     item they review blind, and where what was decided about has been erased
     */
    public Optional<Opened> of(String decisionId, Person viewer) {
        Rights.require(viewer, Right.LOOK);
        return store.read(handle -> {
            var reader = new DecidedReader(handle, rooms.items(), rooms.rules().inForce());
            return reader.any(decisionId)
                    .map(stored -> reader.read(stored, SamplingPlan.none()))
                    .filter(found -> Rights.sees(viewer, found.childSafety()))
                    .filter(found -> !BlindItems.of(handle, viewer.name())
                            .contains(found.stored().itemId()))
                    .flatMap(found -> layOut(handle, found, viewer));
        });
    }

    private Optional<Opened> layOut(Handle handle, Decided found, Person viewer) {
        CaseAsItWas then =
                new Snapshot(handle, rooms.items(), rooms.rules().inForce()).of(found.stored(), clock.instant(), 1);
        long due =
                handle.createQuery(DUE).bind(0, then.caseId()).mapTo(Long.class).one();
        CaseAsItWas was = then.known(due, then.sealed() || isSealedNow(handle, then.itemId()));
        try {
            return Optional.of(new AsItWas(handle, rooms)
                    .layOut(
                            was,
                            null,
                            Proposal.empty(was.itemId()),
                            found.id(),
                            new AsItWas.Who(viewer, clock.instant())));
        } catch (QualityRefused erased) {
            return Optional.empty();
        }
    }

    private static boolean isSealedNow(Handle handle, String itemId) {
        return handle.createQuery(SEALED_NOW)
                        .bind(0, itemId)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }
}
