package org.moderationdesk.queue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.items.Author;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.items.LiveStream;
import org.moderationdesk.items.Reach;
import org.moderationdesk.items.Report;

/** Items and reports for tests, everything plain but what a test names. */
public final class FlaggedItems {
    private FlaggedItems() {}

    public static Item item(String id) {
        return item(id, ItemKind.VIDEO, 1, "Tossing a pancake behind my back", null, null, null);
    }

    public static Item item(
            String id,
            ItemKind kind,
            int version,
            @Nullable String text,
            @Nullable Author author,
            @Nullable LiveStream live,
            @Nullable Reach reach) {
        return new Item(
                id, kind, version, text, "nl", "NL", null, null, author, List.of(), List.of(), List.of(), live,
                List.of(), reach, List.of(), List.of(), Map.of());
    }

    public static Item live(String id) {
        var live = new LiveStream(LiveStream.State.RUNNING, null, 12L, 15_000L, Map.of());
        return item(id, ItemKind.LIVESTREAM, 1, "Cooking live", null, live, null);
    }

    public static Item of(String id, Author author) {
        return item(id, ItemKind.VIDEO, 1, "Tossing a pancake", author, null, null);
    }

    public static Author author(String id, String handle, @Nullable Integer age) {
        return new Author(
                id,
                handle,
                null,
                null,
                null,
                age,
                Author.AgeSource.SELF_DECLARED,
                null,
                null,
                List.of(),
                List.of(),
                Map.of());
    }

    public static Report report(String id, String... sections) {
        return report(id, Report.Source.USER, "u-" + id, sections);
    }

    public static Report report(String id, Report.Source source, @Nullable String reporter, String... sections) {
        return new Report(
                id,
                source,
                reporter,
                "Seems wrong",
                null,
                List.of(sections),
                Instant.parse("2026-11-02T11:00:00Z"),
                Map.of());
    }
}
