package org.moderationdesk.db;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The tables and sequences of a store, as its database itself tells of them. Names are compared in small letters: the
 * one database keeps them so, the other in capitals.
 */
final class StoreShape {
    /** Kept by the migrations themselves, and true of each store alone. */
    private static final String HISTORY = "schema_history";

    private final Map<String, Table> tables;
    private final List<String> sequences;

    private StoreShape(Map<String, Table> tables, List<String> sequences) {
        this.tables = tables;
        this.sequences = sequences;
    }

    /** Beside the store's own schema, what has one for itself and moves with it. */
    private static final List<String> BESIDE = List.of("practice");

    /**
     * A table.
     *
     * @param schema as the database writes it
     * @param name as the database writes it
     * @param columns by their names in small letters, without those that the database computes
     */
    record Table(String schema, String name, Map<String, Column> columns) {
        Table {
            columns = new TreeMap<>(columns);
        }

        String quoted() {
            return '"' + schema + "\".\"" + name + '"';
        }
    }

    /**
     * A column.
     *
     * @param type of {@link java.sql.Types}
     * @param numbered whether the database gives it numbers of its own
     */
    record Column(String name, int type, boolean numbered) {
        String quoted() {
            return '"' + name + '"';
        }
    }

    static StoreShape of(Connection connection) throws SQLException {
        DatabaseMetaData meta = connection.getMetaData();
        Map<String, Table> found = new TreeMap<>();
        Map<String, Set<String>> needs = new HashMap<>();
        for (String schema : schemas(connection)) {
            boolean own = schema.equals(connection.getSchema());
            for (String name : names(meta, connection, schema)) {
                String key = own ? small(name) : small(schema + "." + name);
                found.put(key, new Table(schema, name, columns(meta, connection, schema, name)));
                needs.put(key, own ? needed(meta, connection, name) : Set.of());
            }
        }
        return new StoreShape(inOrder(found, needs), sequences(connection));
    }

    private static List<String> schemas(Connection connection) throws SQLException {
        List<String> schemas = new ArrayList<>(List.of(connection.getSchema()));
        try (ResultSet rows = connection.getMetaData().getSchemas()) {
            while (rows.next()) {
                String schema = rows.getString("TABLE_SCHEM");
                if (BESIDE.contains(small(schema))) {
                    schemas.add(schema);
                }
            }
        }
        return schemas;
    }

    private static List<String> names(DatabaseMetaData meta, Connection connection, String schema) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows =
                meta.getTables(connection.getCatalog(), schema, "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (rows.next()) {
                String name = rows.getString("TABLE_NAME");
                if (!small(name).equals(HISTORY)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    /** By name in small letters, beside the own schema with that before it; a table comes after those that its foreign keys name. */
    Map<String, Table> tables() {
        return tables;
    }

    /** One of them, which must be there. */
    Table table(String name) {
        return Objects.requireNonNull(tables.get(name), name);
    }

    /** Names of sequences, in small letters. */
    List<String> sequences() {
        return sequences;
    }

    /** What the other has and this has not, or the other way round; empty where they are alike. */
    Set<String> differsFrom(StoreShape other) {
        Set<String> names = new TreeSet<>(tables.keySet());
        names.addAll(other.tables.keySet());
        names.removeIf(name -> {
            Table mine = tables.get(name);
            Table theirs = other.tables.get(name);
            return mine != null
                    && theirs != null
                    && mine.columns().keySet().equals(theirs.columns().keySet());
        });
        Set<String> numbers = new TreeSet<>(sequences);
        numbers.addAll(other.sequences);
        numbers.removeIf(name -> sequences.contains(name) && other.sequences.contains(name));
        names.addAll(numbers);
        return names;
    }

    private static Map<String, Column> columns(
            DatabaseMetaData meta, Connection connection, String schema, String table) throws SQLException {
        Map<String, Column> columns = new TreeMap<>();
        try (ResultSet rows = meta.getColumns(connection.getCatalog(), schema, literally(meta, table), "%")) {
            while (rows.next()) {
                if (!"YES".equals(rows.getString("IS_GENERATEDCOLUMN"))) {
                    String name = rows.getString("COLUMN_NAME");
                    boolean numbered = "YES".equals(rows.getString("IS_AUTOINCREMENT"));
                    columns.put(small(name), new Column(name, rows.getInt("DATA_TYPE"), numbered));
                }
            }
        }
        return columns;
    }

    private static Set<String> needed(DatabaseMetaData meta, Connection connection, String table) throws SQLException {
        Set<String> needed = new TreeSet<>();
        try (ResultSet rows = meta.getImportedKeys(connection.getCatalog(), connection.getSchema(), table)) {
            while (rows.next()) {
                needed.add(small(rows.getString("PKTABLE_NAME")));
            }
        }
        needed.remove(small(table));
        return needed;
    }

    private static Map<String, Table> inOrder(Map<String, Table> tables, Map<String, Set<String>> needs) {
        Map<String, Table> ordered = new LinkedHashMap<>();
        Set<String> left = new LinkedHashSet<>(tables.keySet());
        while (!left.isEmpty()) {
            List<String> ready = left.stream()
                    .filter(name -> ordered.keySet().containsAll(needs.getOrDefault(name, Set.of())))
                    .toList();
            if (ready.isEmpty()) {
                throw new IllegalStateException("tables name each other in a circle: " + left);
            }
            ready.forEach(name -> ordered.put(name, tables.get(name)));
            ready.forEach(left::remove);
        }
        return ordered;
    }

    private static List<String> sequences(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (var query = connection.prepareStatement("""
            select sequence_name
              from information_schema.sequences
             where sequence_schema = ? and sequence_name not like 'SYSTEM_SEQUENCE%'
               and sequence_name not like '%\\_seq'
             order by sequence_name
            """)) {
            query.setString(1, connection.getSchema());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    names.add(small(rows.getString(1)));
                }
            }
        }
        return names;
    }

    /** In a pattern an underscore stands for any letter. */
    private static String literally(DatabaseMetaData meta, String name) throws SQLException {
        return name.replace("_", meta.getSearchStringEscape() + "_");
    }

    private static String small(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
