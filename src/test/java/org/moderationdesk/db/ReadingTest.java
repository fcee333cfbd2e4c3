package org.moderationdesk.db;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What reading leaves behind. */
@OnBothStores
class ReadingTest {
    @Test
    void whatAReadChangesIsUndone() {
        try (Store store = TestStore.create()) {
            int changed = store.read(handle -> handle.execute("update log_head set seq = 7"));

            assertThat(changed).isEqualTo(1);
            assertThat(head(store)).isZero();
        }
    }

    @Test
    void whatAReadThatFailsHasChangedIsUndone() {
        try (Store store = TestStore.create()) {
            try {
                Object unused = store.read(handle -> {
                    int changed = handle.execute("update log_head set seq = 7");
                    throw new IllegalStateException("after " + changed);
                });
            } catch (IllegalStateException expected) {
                assertThat(expected).hasMessage("after 1");
            }

            assertThat(head(store)).isZero();
        }
    }

    private static long head(Store store) {
        return store.read(handle ->
                handle.createQuery("select seq from log_head").mapTo(Long.class).one());
    }
}
