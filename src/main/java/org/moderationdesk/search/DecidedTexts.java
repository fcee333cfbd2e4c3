package org.moderationdesk.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads the words of decisions from the store: what was decided about, and what was written in deciding. */
final class DecidedTexts {
    private static final String SELECT = """
        select d.id, d.item_id, d.body, v.content, i.account_id,
               exists (select 1 from open_case c where c.item_id = d.item_id and c.child_safety) as child_safety,
               exists (select 1 from open_case c where c.item_id = d.item_id and c.sealed) as sealed
          from decision d
          join item i on i.id = d.item_id
          join item_version v on v.item_id = d.item_id and v.version = d.item_version
        """;
    static final String AFTER = SELECT + " where d.id > :after order by d.id fetch first :limit rows only";
    private static final String OF_ITEMS = SELECT + " where d.item_id in (<items>) order by d.id";
    private static final String TEXTS = "select id, words from personal_text where id in (<ids>)";
    /** Personal texts lie beside a decision, whose body names them by their ids. */
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private static final int AT_ONCE = 500;

    private DecidedTexts() {}

    /**
     * One decision as it is searched.
     *
     * @param parts words, folded; no phrase reaches from one part into the next
     * @param sealed is not to be found at all
     */
    record DecidedText(
            UUID id,
            String itemId,
            @Nullable String accountId,
            List<List<String>> parts,
            boolean childSafety,
            boolean sealed) {}

    /** Decisions behind this id, in the order of ids. */
    static List<DecidedText> after(Handle handle, String id, int limit) {
        return read(handle, handle.createQuery(AFTER).bind("after", id).bind("limit", limit));
    }

    static List<DecidedText> ofItems(Handle handle, Collection<String> items) {
        List<String> all = List.copyOf(items);
        List<DecidedText> found = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            found.addAll(read(
                    handle,
                    handle.createQuery(OF_ITEMS)
                            .bindList("items", all.subList(from, Math.min(all.size(), from + AT_ONCE)))));
        }
        return found;
    }

    private static List<DecidedText> read(Handle handle, Query query) {
        List<Row> rows = query.map((row, _) -> Row.of(row)).list();
        Map<String, String> texts = texts(handle, rows);
        return rows.stream().map(row -> row.with(texts)).toList();
    }

    private static Map<String, String> texts(Handle handle, List<Row> rows) {
        Set<String> wanted = new HashSet<>();
        rows.forEach(row -> wanted.addAll(row.named()));
        List<String> ids = List.copyOf(wanted);
        Map<String, String> texts = new HashMap<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            handle.createQuery(TEXTS)
                    .bindList("ids", ids.subList(from, Math.min(ids.size(), from + AT_ONCE)))
                    .map((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                    .forEach(text -> texts.put(text.getKey(), text.getValue()));
        }
        return texts;
    }

    private record Row(
            UUID id,
            String itemId,
            List<String> named,
            String content,
            @Nullable String accountId,
            boolean childSafety,
            boolean sealed) {
        static Row of(ResultSet row) throws SQLException {
            boolean sealed = row.getBoolean("sealed");
            return new Row(
                    UUID.fromString(row.getString("id")),
                    row.getString("item_id"),
                    ID.matcher(row.getString("body"))
                            .results()
                            .map(MatchResult::group)
                            .toList(),
                    sealed ? "" : row.getString("content"),
                    row.getString("account_id"),
                    row.getBoolean("child_safety"),
                    sealed);
        }

        DecidedText with(Map<String, String> texts) {
            List<List<String>> parts = new ArrayList<>();
            if (!sealed) {
                List<String> written =
                        named.stream().map(text -> texts.getOrDefault(text, "")).toList();
                int left = FoldedWords.LONGEST_TEXT;
                for (String text : Stream.concat(written.stream(), ContentWords.of(content).stream())
                        .toList()) {
                    parts.add(FoldedWords.of(text.substring(0, Math.min(left, text.length()))));
                    left -= Math.min(left, text.length());
                }
                parts.removeIf(List::isEmpty);
            }
            return new DecidedText(id, itemId, accountId, parts, childSafety, sealed);
        }
    }
}
