package org.moderationdesk.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An entry as it stands in the log.
 *
 * @param body its canonical JSON
 * @param hash SHA-256 over the hash of the entry before and the body
 */
public record LoggedEvent(
        long seq,
        Instant at,
        EventKind kind,
        String by,
        @Nullable Long caseId,
        @Nullable String itemId,
        String body,
        String hash) {
    static LoggedEvent of(StoredEntry entry) {
        return new LoggedEvent(
                entry.seq(),
                Instant.ofEpochMilli(entry.at()),
                EventKind.valueOf(entry.kind()),
                entry.person(),
                entry.caseId(),
                entry.itemId(),
                entry.body(),
                entry.hash());
    }

    /** What happened, as the room that told it wrote it. */
    public JsonNode facts() {
        return JsonMapper.shared().readTree(body).path("facts");
    }
}
