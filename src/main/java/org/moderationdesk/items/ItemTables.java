package org.moderationdesk.items;

import java.util.List;
import org.moderationdesk.log.ProjectedTable;

/** The tables of this room that the log tells of. An id holds no control character, so a key is unambiguous. */
public final class ItemTables {
    static final ProjectedTable ACCOUNT =
            new ProjectedTable("account", "id", List.of("handle", "display_name", "content"));
    static final ProjectedTable ITEM = new ProjectedTable("item", "id", List.of("kind", "version", "account_id"));
    static final ProjectedTable VERSION = new ProjectedTable(
            "item_version", "version || ' ' || item_id", List.of("content", "text_hash", "arrived_at"));
    static final ProjectedTable MEDIA = new ProjectedTable(
            "item_media", "version || ' ' || position || ' ' || item_id", List.of("sha256", "state"));
    static final ProjectedTable REPORT = new ProjectedTable(
            "report",
            "char_length(item_id) || ' ' || item_id || ' ' || id",
            List.of("case_id", "source", "reporter", "at", "arrived_at", "sections", "content"));

    private ItemTables() {}

    public static List<ProjectedTable> all() {
        return List.of(ACCOUNT, ITEM, VERSION, MEDIA, REPORT);
    }

    static String versionKey(String itemId, int version) {
        return version + " " + itemId;
    }

    static String mediaKey(String itemId, int version, int position) {
        return version + " " + position + " " + itemId;
    }

    static String reportKey(String itemId, String id) {
        return itemId.length() + " " + itemId + " " + id;
    }
}
