package org.moderationdesk.retention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.db.Store;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds what is in a store to what was there before anything was erased, and to what the log tells of that. */
final class ErasureWitness {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** By table: the key as the log writes it, what is erased, and the item it belongs to. */
    private static final Map<String, String> ROWS = new TreeMap<>(Map.of(
            "look", "select id, person || form || millis, item_id from look",
            "personal_text", "select t.id, t.words, e.item_id from personal_text t join event e on e.seq = t.event_seq",
            "report", """
            select char_length(item_id) || ' ' || item_id || ' ' || id, coalesce(reporter, '') || content, item_id
              from report
            """,
            "item_version", "select version || ' ' || item_id, content, item_id from item_version",
            "item_media", "select version || ' ' || position || ' ' || item_id, sha256, item_id from item_media",
            "erased", """
            select 'PAPERS ' || p.order_id, p.sha256,
                   (select min(s.item_id) from authority_order_subject s where s.order_id = p.order_id)
              from authority_order_paper p
            """,
            "account", """
            select a.id, coalesce(a.handle, '') || a.content, (select min(i.id) from item i where i.account_id = a.id)
              from account a
            """));

    private final Set<String> held;
    private final Map<String, Map<String, Row>> before;

    private record Row(String content, @Nullable String item) {}

    /**
     * Looks at a store before anything of it is erased.
     *
     * @param held items of which nothing may go
     */
    ErasureWitness(Store store, Set<String> held) {
        this.held = Set.copyOf(held);
        this.before = rows(store);
    }

    /** What was erased untold, told and not erased, or held and erased. */
    List<String> problems(Store store) {
        List<String> problems = new ArrayList<>();
        Map<String, Map<String, Row>> now = rows(store);
        Set<String> told = told(store);
        before.forEach((table, rows) -> rows.forEach((key, was) -> {
            Row is = now.getOrDefault(table, Map.of()).get(key);
            boolean erased = is == null || !is.content().equals(was.content());
            String name = table + " " + key;
            if (erased && !told.contains(name)) {
                problems.add("untold: " + name);
            }
            if (!erased && told.contains(name)) {
                problems.add("told and still there: " + name);
            }
            if (erased && was.item() != null && held.contains(was.item())) {
                problems.add("held and gone: " + name);
            }
        }));
        strings(store, """
            select k.sha256 from media_key k
             where not exists (select 1 from item_media m where m.sha256 = k.sha256)
            """).forEach(file -> problems.add("file of nothing can still be read: " + file));
        strings(store, """
            select m.sha256 from item_media m
             where not exists (select 1 from media_key k where k.sha256 = m.sha256)
            """).forEach(file -> problems.add("file lost: " + file));
        return problems;
    }

    /** What of an item or account is not held and is still as it was. */
    List<String> left(Store store) {
        List<String> left = new ArrayList<>();
        Map<String, Map<String, Row>> now = rows(store);
        before.forEach((table, rows) -> rows.forEach((key, was) -> {
            boolean free = was.item() != null && !held.contains(was.item());
            if (free && was.equals(now.getOrDefault(table, Map.of()).get(key))) {
                left.add(table + " " + key);
            }
        }));
        return left;
    }

    /** How many subjects the log tells that were erased. */
    static int subjects(Store store) {
        return entries(store).size();
    }

    private static List<String> entries(Store store) {
        return strings(store, "select body from event where kind = 'ERASED'");
    }

    private static Set<String> told(Store store) {
        Set<String> told = new HashSet<>();
        for (String body : entries(store)) {
            for (JsonNode row : JSON.readTree(body).get("rows")) {
                told.add(row.get(0).asString() + " " + row.get(1).asString());
            }
        }
        return told;
    }

    private static Map<String, Map<String, Row>> rows(Store store) {
        Map<String, Map<String, Row>> all = new TreeMap<>();
        ROWS.forEach((table, query) -> all.put(table, store.read(handle -> {
            Map<String, Row> rows = new HashMap<>();
            handle.createQuery(query)
                    .map((row, _) -> Map.entry(row.getString(1), new Row(row.getString(2), row.getString(3))))
                    .forEach(entry -> rows.put(entry.getKey(), entry.getValue()));
            return rows;
        })));
        return all;
    }

    private static List<String> strings(Store store, String query) {
        return store.read(
                handle -> handle.createQuery(query).mapTo(String.class).list());
    }
}
