package org.moderationdesk.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;

@OnBothStores
class ViewersTest {
    private static final Person ANNA = new Person("anna", Set.of(Role.REVIEWER), false);
    private static final Person BRAM = new Person("bram", Set.of(Role.REVIEWER), false);

    private final Store store = TestStore.create();
    private final TestClock clock = new TestClock();
    private final Viewers viewers = new Viewers(store, clock);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whoHasTheSameCaseOpenIsToldOfTheOther() {
        assertThat(viewers.look(ANNA, 1)).isEmpty();
        assertThat(viewers.look(BRAM, 2)).isEmpty();
        assertThat(viewers.look(BRAM, 1)).containsExactly("anna");
        assertThat(viewers.look(ANNA, 1)).containsExactly("bram");

        viewers.leave(BRAM);
        assertThat(viewers.look(ANNA, 1)).isEmpty();
    }

    @Test
    void whoIsNotHeardOfLooksNoMore() {
        assertThat(viewers.look(BRAM, 1)).isEmpty();
        clock.advance(Viewers.COUNTS);

        assertThat(viewers.look(ANNA, 1)).isEmpty();
    }
}
