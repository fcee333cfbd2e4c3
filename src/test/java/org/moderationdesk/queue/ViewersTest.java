package org.moderationdesk.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;

@OnBothStores
class ViewersTest {
    private static final Person ANNA = new Person("anna", Set.of(Role.REVIEWER), false);
    private static final Person BRAM = new Person("bram", Set.of(Role.REVIEWER), false);
    private static final Person CLEO = new Person("cleo", Set.of(Role.REVIEWER), true);

    private final QueueDesk desk = new QueueDesk();
    private final TestClock clock = desk.clock();
    private final Viewers viewers = new Viewers(desk.store(), clock);

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void whoHasTheSameCaseOpenIsToldOfTheOther() {
        long one = flagged("V-1", "5.3");
        long another = flagged("V-2", "5.3");
        assertThat(viewers.look(ANNA, one)).isEmpty();
        assertThat(viewers.look(BRAM, another)).isEmpty();
        assertThat(viewers.look(BRAM, one)).containsExactly("anna");
        assertThat(viewers.look(ANNA, one)).containsExactly("bram");

        viewers.leave(BRAM);
        assertThat(viewers.look(ANNA, one)).isEmpty();
    }

    @Test
    void whoIsNotHeardOfLooksNoMore() {
        long one = flagged("V-1", "5.3");
        assertThat(viewers.look(BRAM, one)).isEmpty();
        clock.advance(Viewers.COUNTS);

        assertThat(viewers.look(ANNA, one)).isEmpty();
    }

    @Test
    void ofACaseThatTheyMayNotKnowOfNobodyIsToldWhoLooks() {
        long sealed = flagged("V-3", "8.1");
        assertThat(viewers.look(BRAM, sealed)).isEmpty();

        assertThat(viewers.look(ANNA, sealed)).isEmpty();
        assertThat(viewers.look(CLEO, sealed)).containsExactly("anna", "bram");
    }

    private long flagged(String item, String section) {
        var _ = desk.flag(item, section);
        return desk.row(item).id();
    }
}
