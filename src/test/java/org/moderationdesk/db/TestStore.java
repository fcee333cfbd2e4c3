package org.moderationdesk.db;

import java.util.UUID;

/** An empty, migrated store in memory for one test. Close it, or it lives as long as the process. */
public final class TestStore {
    private TestStore() {}

    public static Store create() {
        var source = H2Engine.inMemory("test-" + UUID.randomUUID());
        new Migration(source).run();
        return new H2Store(source, null, _ -> {});
    }
}
