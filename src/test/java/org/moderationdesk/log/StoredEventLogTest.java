package org.moderationdesk.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moderationdesk.base.Sha256;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;

@OnBothStores
class StoredEventLogTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123456Z");

    private final Store store = TestStore.create();
    private final EventLog log = new StoredEventLog(store, InstantSource.fixed(NOW));

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void anEntryIsCanonicalJsonChainedToTheOneBefore() {
        log.record("anna", act -> act.append(entry(Map.of("to", "bram"))));
        log.record("bram", act -> act.append(entry(Map.of())));

        var bodies = texts("select body from event order by seq");
        var hashes = texts("select hash from event order by seq");
        assertThat(bodies.getFirst())
                .isEqualTo("{\"at\":1795341600123,\"by\":\"anna\",\"case\":7,\"facts\":{\"to\":\"bram\"},"
                        + "\"item\":\"v1\",\"kind\":\"HANDED_OVER\",\"personal\":[],\"rows\":[],\"seq\":1}");
        assertThat(hashes.get(0)).isEqualTo(Sha256.of("0".repeat(64) + bodies.get(0)));
        assertThat(hashes.get(1)).isEqualTo(Sha256.of(hashes.get(0) + bodies.get(1)));
        assertThat(texts("select hash from log_head")).containsExactly(hashes.get(1));
    }

    @Test
    void numbersAreKnownBeforeAnEntryIsAppended() {
        long seq = log.record("anna", act -> {
            long expected = act.next();
            assertThat(act.append(entry(Map.of()))).isEqualTo(expected);
            return act.next();
        });

        assertThat(seq).isEqualTo(2);
    }

    @Test
    void whatIsRecordedWithoutWaitingIsChainedLikeTheRest() {
        log.record("anna", act -> act.append(entry(Map.of("to", "bram"))));
        log.recordSoon("bram", act -> act.append(entry(Map.of())));
        log.record("anna", act -> act.append(entry(Map.of())));

        var bodies = texts("select body from event order by seq");
        var hashes = texts("select hash from event order by seq");
        assertThat(hashes.get(1)).isEqualTo(Sha256.of(hashes.get(0) + bodies.get(1)));
        assertThat(hashes.get(2)).isEqualTo(Sha256.of(hashes.get(1) + bodies.get(2)));
        assertThat(texts("select hash from log_head")).containsExactly(hashes.get(2));
    }

    @Test
    void anActThatThrowsLeavesNothing() {
        assertThatThrownBy(() -> log.record("anna", act -> {
                    act.append(entry(Map.of()));
                    throw new IllegalStateException("stopped");
                }))
                .hasMessage("stopped");

        assertThat(texts("select body from event")).isEmpty();
        assertThat(texts("select seq from log_head")).containsExactly("0");
    }

    @Test
    void aLargeActIsWrittenWhole() {
        log.record("desk", act -> {
            for (int i = 0; i < 10_000; i++) {
                act.append(entry(Map.of("n", i)));
            }
            return 0;
        });

        assertThat(texts("select count(*) from event")).containsExactly("10000");
        assertThat(texts("select seq from log_head")).containsExactly("10000");
    }

    @Test
    void personalTextLiesBesideTheLogUnderASaltedHash() {
        String id = log.record("anna", act -> {
            String kept = act.keep("spoke with the author");
            act.append(entry(Map.of()));
            return kept;
        });

        String salt = texts("select salt from personal_text").getFirst();
        assertThat(texts("select body from event").getFirst())
                .doesNotContain("spoke")
                .contains("[[\"" + id + "\",\"" + Sha256.of(salt + "spoke with the author") + "\"]]");
    }

    @Test
    void personalTextWithoutAnEntryIsRefused() {
        assertThatThrownBy(() -> log.record("anna", act -> act.keep("words")))
                .isInstanceOf(IllegalStateException.class);
    }

    private List<String> texts(String sql) {
        return store.read(handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    private static Entry entry(Map<String, ?> facts) {
        return new Entry(EventKind.HANDED_OVER, 7L, "v1", facts, List.of());
    }
}
