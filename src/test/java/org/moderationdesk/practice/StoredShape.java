package org.moderationdesk.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/** All that the store holds outside practice, row by row: what tells of one item, and what says a word. */
final class StoredShape {
    /** What differs between any two cases: ids, times, words, and what follows from them. */
    private static final Pattern NATURAL = Pattern.compile(
            "@[\\w-]+|[A-Za-z]+-\\d+|[0-9a-f]{64}|[0-9a-f]{8}-[0-9a-f-]{27}|\"[^\"]*[ ][^\"]*\"|-?\\d+");

    private StoredShape() {}

    static List<String> tables(Handle handle) {
        return handle.createQuery("""
            select table_name from information_schema.tables
             where lower(table_schema) = 'public' and table_type = 'BASE TABLE'
             order by table_name
            """).mapTo(String.class).list().stream()
                .filter(name -> !name.toLowerCase(Locale.ROOT).startsWith("flyway"))
                .toList();
    }

    /** Every row of a table, by column. */
    static List<Map<String, Object>> rows(Handle handle, String table) {
        return handle.createQuery("select * from \"" + table + "\"").mapToMap().list();
    }

    /** What tells of an item, each value reduced to its shape. */
    static Map<String, Set<String>> of(Handle handle, String itemId, long caseId) {
        Map<String, Set<String>> shape = new TreeMap<>();
        for (String table : tables(handle)) {
            for (Map<String, Object> row : rows(handle, table)) {
                boolean concerns = row.values().stream().anyMatch(value -> itemId.equals(String.valueOf(value)))
                        || row.entrySet().stream()
                                .anyMatch(one -> one.getKey().equalsIgnoreCase("case_id")
                                        && String.valueOf(caseId).equals(String.valueOf(one.getValue())));
                if (concerns) {
                    var columns = new TreeMap<String, String>();
                    row.forEach((column, value) -> columns.put(
                            column,
                            value == null
                                    ? "null"
                                    : NATURAL.matcher(String.valueOf(value)).replaceAll("?")));
                    shape.computeIfAbsent(table, _ -> new TreeSet<>()).add(columns.toString());
                }
            }
        }
        return shape;
    }

    /** Where any of these words stands, in whatever table. */
    static List<String> saying(Handle handle, Set<String> words) {
        List<String> found = new ArrayList<>();
        for (String table : tables(handle)) {
            for (Map<String, Object> row : rows(handle, table)) {
                row.forEach((column, value) -> {
                    String text = String.valueOf(value);
                    words.stream()
                            .filter(text::contains)
                            .forEach(word -> found.add(table + "." + column + ": " + word));
                });
            }
        }
        return found;
    }
}
