package org.moderationdesk.insights;

import java.time.Instant;
import java.util.List;
import org.moderationdesk.agreement.BlindPair;
import org.moderationdesk.staff.Person;

/** What second reviews tell. */
public interface SecondReviews {
    /** Of a desk without second reviews. */
    SecondReviews NONE = new SecondReviews() {
        @Override
        public List<BlindPair> pairs(Person viewer, Instant from, Instant to) {
            return List.of();
        }

        @Override
        public List<Checked> checked(Person viewer, Instant since) {
            return List.of();
        }
    };

    /** Blind pairs that this person may know of, whose second judgement came in this span. */
    List<BlindPair> pairs(Person viewer, Instant from, Instant to);

    /** Second reviews that are over, of decisions made since then. */
    List<Checked> checked(Person viewer, Instant since);
}
