package org.moderationdesk.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;

class ActsTakeTurnsTest {
    @Test
    void aPersonsActGetsInBetweenTheBatchesOfAnImport() throws InterruptedException {
        try (Store store = TestStore.create()) {
            EventLog log = new StoredEventLog(store, InstantSource.system());
            var batches = new AtomicInteger();
            var over = new AtomicBoolean();
            var begun = new CountDownLatch(1);
            Thread importing = Thread.ofPlatform().start(() -> {
                while (!over.get()) {
                    long unused = log.record("desk", act -> {
                        batches.incrementAndGet();
                        begun.countDown();
                        return entries(act, 300);
                    });
                }
            });
            try {
                begun.await();
                var between = new ArrayList<Integer>();
                for (int i = 0; i < 21; i++) {
                    int before = batches.get();
                    long unused = log.record("anna", act -> entries(act, 1));
                    between.add(batches.get() - before);
                }
                // the middle one: a thread put aside between counting and asking may see one more pass
                assertThat(between.stream().sorted().toList().get(10)).isLessThanOrEqualTo(2);
            } finally {
                over.set(true);
                importing.join();
            }
        }
    }

    private static long entries(Act act, int count) {
        long last = 0;
        for (int i = 0; i < count; i++) {
            last = act.append(new Entry(EventKind.SHOWN, null, "v1", Map.of("n", i), List.of()));
        }
        return last;
    }
}
