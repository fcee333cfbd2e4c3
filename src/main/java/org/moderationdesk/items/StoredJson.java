package org.moderationdesk.items;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** Reads back what the desk keeps in canonical JSON. Safe for any thread. */
final class StoredJson {
    private static final JsonLine JSON = JsonLine.ours();
    private static final ItemReader READER = new ItemReader(Instant.MAX);

    private StoredJson() {}

    static Map<String, Object> map(String content) {
        return JSON.read(content.getBytes(StandardCharsets.UTF_8));
    }

    static Author author(String content) {
        return READER.author(map(content));
    }

    static Item item(String content) {
        return READER.item(map(content));
    }

    static Report report(String content) {
        return READER.report(map(content));
    }
}
