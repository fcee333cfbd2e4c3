package org.moderationdesk.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.quality.QualityDesk.ANNA;
import static org.moderationdesk.quality.QualityDesk.BRAM;
import static org.moderationdesk.quality.QualityDesk.LARS;
import static org.moderationdesk.quality.QualityDesk.RUTH;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moderationdesk.approvals.Notice;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.quality.Differences.Verdict;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.review.Proposed;
import org.moderationdesk.staff.Person;

@OnBothStores
class RepliesTest {
    private final TestClock clock = new TestClock();
    private QualityDesk desk;
    private String review;

    @BeforeEach
    void open() {
        desk = new QualityDesk(clock);
        String decision = desk.decided(ANNA, "5.3", Proposed.removal("v1"));
        clock.advance(Duration.ofMinutes(5));
        review = desk.second(decision, BRAM, Proposed.of("v1", """
            "answers":{"5.3.1":"NO","5.3.2":"NO","5.3.3":"NO"},"outcome":"NO_VIOLATION","rationale":"a juggling lesson with wooden props"
            """));
    }

    @AfterEach
    void close() {
        assertThat(desk.desk().verify().intact()).isTrue();
        desk.close();
    }

    @Test
    void theFirstReviewerIsToldOfWhatWasResolvedAndRepliesOnceWhichTheLeadIsToldOf() {
        assertThat(notices(ANNA)).as("before it is resolved").isEmpty();
        assertThat(desk.replies().of(ANNA, Instant.EPOCH)).isEmpty();
        desk.differences().resolve(LARS, review, Verdict.KEPT, "the blade is real");

        assertThat(notices(ANNA)).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(Notice.Kind.QUALITY_RESOLVED);
            assertThat(notice.about()).isEqualTo(review);
            assertThat(notice.who()).isEqualTo("lars");
            assertThat(notice.words()).isEqualTo("the blade is real");
        });
        assertThat(notices(BRAM)).isEmpty();
        assertThat(desk.replies().of(ANNA, Instant.EPOCH)).singleElement().satisfies(found -> {
            assertThat(found.verdict()).isEqualTo(Verdict.KEPT);
            assertThat(found.fields()).containsExactlyInAnyOrder("OUTCOME", "ANSWERS");
            assertThat(found.second().rationale()).isEqualTo("a juggling lesson with wooden props");
            assertThat(found.mayReply()).isTrue();
        });

        Resolved replied = desk.replies().reply(ANNA, review, "thank you, I had not seen the second half");

        assertThat(replied.mayReply()).isFalse();
        assertThat(refused(ANNA, "and another thing")).isEqualTo(QualityRefused.Why.REPLIED_ALREADY);
        assertThat(notices(LARS)).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(Notice.Kind.QUALITY_REPLIED);
            assertThat(notice.who()).isEqualTo("anna");
            assertThat(notice.words()).isEqualTo("thank you, I had not seen the second half");
        });
        assertThat(desk.replies().all(RUTH, Instant.EPOCH))
                .singleElement()
                .extracting(Resolved::replies)
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(1);
    }

    @Test
    void nobodyRepliesToWhatIsNotTheirsNotResolvedOrWithNothing() {
        assertThat(refused(ANNA, "too early")).isEqualTo(QualityRefused.Why.NO_SUCH_REVIEW);
        desk.differences().resolve(LARS, review, Verdict.OVERTURNED, "");

        assertThat(refused(ANNA, " ")).isEqualTo(QualityRefused.Why.REPLY_EMPTY);
        assertThat(refused(RUTH, "a lead who had no part in it")).isEqualTo(QualityRefused.Why.NO_SUCH_REVIEW);
        assertThat(desk.replies()
                        .reply(BRAM, review, "the second one may as well")
                        .replies())
                .hasSize(1);
    }

    private List<Notice> notices(Person person) {
        return new QualityNotices(desk.desk().store(), clock).of(person);
    }

    private QualityRefused.Why refused(Person person, String words) {
        try {
            Resolved unexpected = desk.replies().reply(person, review, words);
            throw new AssertionError("not refused: " + unexpected.reviewId());
        } catch (QualityRefused refused) {
            return refused.why();
        }
    }
}
