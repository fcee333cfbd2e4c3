package org.moderationdesk.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;

@OnBothStores
class StoredEventsTest {
    private final AtomicLong now = new AtomicLong(1_000);
    private final Store store = TestStore.create();
    private final EventLog log = new StoredEventLog(store, () -> Instant.ofEpochMilli(now.get()));
    private final StoredEvents events = new StoredEvents(store);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void theEventsOfAnItemComeNewestFirst() {
        say("v1", EventKind.CLAIMED, Map.of("token", 3));
        say("v2", EventKind.CLAIMED, Map.of());
        say("v1", EventKind.RELEASED, Map.of());

        assertThat(events.ofItem("v1")).extracting(LoggedEvent::seq).containsExactly(3L, 1L);
        assertThat(events.ofItem("v1", 1)).extracting(LoggedEvent::kind).containsExactly(EventKind.RELEASED);
        assertThat(events.ofItem("v1").getLast().facts().path("token").intValue())
                .isEqualTo(3);
        assertThat(events.ofItem("v3")).isEmpty();
    }

    @Test
    void anExportIsInOrderAndWithinItsTime() {
        for (int i = 0; i < 50; i++) {
            now.set(1_000 + i);
            say("v" + i, EventKind.CLAIMED, Map.of());
        }
        var all = new ArrayList<Long>();
        var some = new ArrayList<Long>();

        assertThat(events.stream(event -> all.add(event.seq()))).isEqualTo(50);
        assertThat(events.stream(
                        Instant.ofEpochMilli(1_010), Instant.ofEpochMilli(1_020), event -> some.add(event.seq())))
                .isEqualTo(10);

        assertThat(all).hasSize(50).isSorted();
        assertThat(some).containsExactly(11L, 12L, 13L, 14L, 15L, 16L, 17L, 18L, 19L, 20L);
    }

    @Test
    void anExportIsOfOneMomentWhateverIsWrittenMeanwhile() {
        for (int i = 0; i < 20; i++) {
            say("v" + i, EventKind.CLAIMED, Map.of());
        }

        long rows = events.stream(event -> say("later", EventKind.RELEASED, Map.of("of", event.seq())));

        assertThat(rows).isEqualTo(20);
    }

    private void say(String item, EventKind kind, Map<String, ?> facts) {
        long seq = log.record("anna", act -> act.append(new Entry(kind, 1L, item, facts, List.of())));
        assertThat(seq).isPositive();
    }
}
