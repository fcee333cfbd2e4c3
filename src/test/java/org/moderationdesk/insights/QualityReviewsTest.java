package org.moderationdesk.insights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.quality.BlindPairs;
import org.moderationdesk.quality.QualityStates;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;

@OnBothStores
class QualityReviewsTest {
    /** RFC 9562, appendix A.6: an example of version 7, made on 22 February 2022, 19:22:22 UTC. */
    @Test
    void theMomentOfADecisionIsReadFromItsId() {
        assertThat(Instant.ofEpochMilli(QualityReviews.decidedAt("017f22e2-79b0-7cc3-98c4-dc0c0c07398f")))
                .isEqualTo(Instant.parse("2022-02-22T19:22:22Z"));
    }

    @Test
    void aDeskWithoutSecondReviewsHasNoPairsAndNothingChecked() {
        var lead = new Person("lea", Set.of(Role.TEAM_LEAD), true);
        try (Store store = TestStore.create()) {
            var reviews = new QualityReviews(new QualityStates(store), new BlindPairs(store));

            assertThat(reviews.pairs(lead, Instant.EPOCH, Instant.now())).isEmpty();
            assertThat(reviews.checked(lead, Instant.EPOCH)).isEmpty();
        }
    }
}
