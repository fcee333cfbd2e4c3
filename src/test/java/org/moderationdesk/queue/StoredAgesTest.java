package org.moderationdesk.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moderationdesk.queue.QueueDesk.ANNA;
import static org.moderationdesk.queue.QueueDesk.UNCLEARED;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.RightRefused;
import org.moderationdesk.staff.Role;

@OnBothStores
class StoredAgesTest {
    private final QueueDesk desk = new QueueDesk();
    private final StoredAges ages = new StoredAges(desk.store(), desk.clock());

    @AfterEach
    void close() {
        desk.close();
    }

    /** Due after 4 hours in 5.1 (high) and after 72 in 9.1 (low): of the two that are 5 hours old one is late. */
    @Test
    void casesStandInTheBandOfTheirAgeAndLateOnesAreCounted() {
        desk.flag("v1", "5.1");
        desk.flag("v2", "9.1");
        desk.clock().advance(Duration.ofHours(5).minusMinutes(20));
        desk.flag("v3", "9.1");
        desk.clock().advance(Duration.ofMinutes(20));
        desk.flag("v4", "9.1");

        QueueAges read = ages.read(ANNA, "");

        assertThat(read.bands())
                .filteredOn(band -> band.open() > 0)
                .containsExactly(
                        new QueueAges.Band(Duration.ZERO, 1, 0),
                        new QueueAges.Band(Duration.ofMinutes(15), 1, 0),
                        new QueueAges.Band(Duration.ofHours(4), 2, 1));
        assertThat(read.open()).isEqualTo(4);
        assertThat(read.late()).isEqualTo(1);
    }

    @Test
    void aCaseIsOldEnoughForABandToTheMillisecond() {
        desk.flag("v1", "9.1");
        desk.clock().advance(Duration.ofMinutes(15).minusMillis(1));
        assertThat(ages.read(ANNA, "").bands().getFirst().open()).isEqualTo(1);

        desk.clock().advance(Duration.ofMillis(1));

        assertThat(ages.read(ANNA, "").bands().get(1).open()).isEqualTo(1);
    }

    @Test
    void casesThatSomebodyHoldsAreOpenToo() {
        desk.flag("v1", "9.1");
        desk.flag("v2", "9.1");
        desk.claim("v1", ANNA);

        QueueAges read = ages.read(ANNA, "general");

        assertThat(read.open()).isEqualTo(2);
        assertThat(read.held()).isEqualTo(1);
    }

    @Test
    void childSafetyCasesAreInNoCountWithoutTheClearance() {
        desk.flag("v1", "8.4");
        desk.flag("v2", "9.1");
        desk.clock().advance(Duration.ofHours(100));

        assertThat(ages.read(ANNA, "").late()).isEqualTo(2);
        QueueAges without = ages.read(UNCLEARED, "");

        assertThat(without.open()).isEqualTo(1);
        assertThat(without.late()).isEqualTo(1);
    }

    @Test
    void aReviewerLearnsNoAges() {
        var reviewer = new Person("cas", Set.of(Role.REVIEWER), true);

        assertThatThrownBy(() -> ages.read(reviewer, "")).isInstanceOf(RightRefused.class);
        assertThatThrownBy(() -> ages.queues(reviewer)).isInstanceOf(RightRefused.class);
    }
}
