package org.moderationdesk.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.search.WordIndex.Through;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What of the log concerns the words of decisions. */
final class LogSteps {
    private static final int PAGE = 2_000;
    private static final String HEAD = "select seq, hash from log_head where id = 1";
    private static final String BEHIND = """
        select seq, kind, item_id, hash, case when kind = 'ERASED' then body else '' end as body
          from event
         where seq > :seq
         order by seq
         fetch first :limit rows only
        """;
    private static final String HASH = "select hash from event where seq = :seq";
    private static final String ERASED =
            "select 1 from event where seq > :seq and kind = 'ERASED' fetch first 1 row only";
    private static final String ITEMS_OF_ACCOUNT = "select id from item where account_id = ? order by account_id, id";
    private static final String ITEM_OF_ENTRY = "select item_id from event where seq = ? and item_id is not null";
    /** Kinds after which other words are found, or others may find them. */
    private static final Set<String> TELLING =
            Set.of("DECIDED", "CASE_OPENED", "CASE_CHANGED", "CASE_CLOSED", "CASE_REOPENED", "ESCALATED", "ERASED");

    private LogSteps() {}

    /**
     * Some entries, read.
     *
     * @param items whose decisions are to be read anew
     * @param erased whether something was erased
     */
    record Step(Through through, Set<String> items, boolean erased) {}

    static Through head(Handle handle) {
        return handle.createQuery(HEAD)
                .map((row, _) -> new Through(row.getLong(1), row.getString(2)))
                .one();
    }

    static long last(Handle handle) {
        return head(handle).seq();
    }

    static long decisions(Handle handle) {
        return handle.createQuery("select count(*) from decision")
                .mapTo(Long.class)
                .one();
    }

    /** Whether the log at hand is the one that was read so far. */
    static boolean isOf(Handle handle, Through reached) {
        return handle.createQuery(HASH)
                .bind("seq", reached.seq())
                .mapTo(String.class)
                .findOne()
                .filter(reached.hash()::equals)
                .isPresent();
    }

    static boolean erasedSince(Handle handle, long seq) {
        return handle.createQuery(ERASED)
                .bind("seq", seq)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** The next entries behind this one. */
    static Step behind(Handle handle, Through from) {
        List<Row> rows = handle.createQuery(BEHIND)
                .bind("seq", from.seq())
                .bind("limit", PAGE)
                .map((row, _) -> new Row(
                        new Through(row.getLong("seq"), row.getString("hash")),
                        row.getString("kind"),
                        row.getString("item_id") == null ? "" : row.getString("item_id"),
                        row.getString("body")))
                .list();
        if (rows.isEmpty()) {
            return new Step(from, Set.of(), false);
        }
        Set<String> items = new HashSet<>();
        boolean erased = false;
        for (Row row : rows) {
            if (TELLING.contains(row.kind()) && !row.item().isEmpty()) {
                items.add(row.item());
            }
            if (!row.body().isEmpty()) {
                erased = true;
                items.addAll(erasedOf(handle, row.body()));
            }
        }
        return new Step(rows.getLast().through(), items, erased);
    }

    /** An act may erase more than the item that its entry names: an account with others, a text that belongs to none. */
    private static List<String> erasedOf(Handle handle, String body) {
        List<String> items = new ArrayList<>();
        for (JsonNode row : JsonMapper.shared().readTree(body).path("rows")) {
            String table = row.path(0).asString("");
            if (table.equals("account")) {
                items.addAll(handle.select(ITEMS_OF_ACCOUNT, row.path(1).asString(""))
                        .mapTo(String.class)
                        .list());
            } else if (table.equals("personal_text")) {
                items.addAll(handle.select(ITEM_OF_ENTRY, row.path(3).asLong(0))
                        .mapTo(String.class)
                        .list());
            }
        }
        return items;
    }

    private record Row(Through through, String kind, String item, String body) {}
}
