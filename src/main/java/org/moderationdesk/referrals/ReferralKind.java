package org.moderationdesk.referrals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.staff.Person;

/** One kind of referral, as the list of all of them asks it. Called within a transaction, on any thread but the JavaFX one. */
public interface ReferralKind {
    ReferralTarget target();

    /** Whether this person may know how far referrals of this kind have come. */
    default boolean isFor(Person viewer) {
        return true;
    }

    /** A query of the ids of those that have arrived where they are for; empty where it knows of none. */
    default String arrived() {
        return "";
    }

    /** A query of the ids of those that are found by the number {@code :number}; empty where they have none. */
    default String numbered() {
        return "";
    }

    /** How far they have come; those that are left out have not been begun. */
    Map<String, Progress> progress(Handle handle, List<String> referrals, Instant now);

    /** What happened of one since it was decided, the oldest first. */
    List<ReferralEvent> events(Handle handle, String referral);

    /** A kind of which this desk keeps nothing beside the decision. */
    static ReferralKind notBegun(ReferralTarget target) {
        return new ReferralKind() {
            @Override
            public ReferralTarget target() {
                return target;
            }

            @Override
            public Map<String, Progress> progress(Handle handle, List<String> referrals, Instant now) {
                return Map.of();
            }

            @Override
            public List<ReferralEvent> events(Handle handle, String referral) {
                return List.of();
            }
        };
    }
}
