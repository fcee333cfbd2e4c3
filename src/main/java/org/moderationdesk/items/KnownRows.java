package org.moderationdesk.items;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.db.Dialect;
import org.moderationdesk.db.StoreException;
import org.moderationdesk.items.ItemRows.AccountRow;
import org.moderationdesk.items.ItemRows.ItemRow;

/** Asks the store, once a batch, for what it has of the items that the batch names. */
final class KnownRows {
    static final String ITEMS = """
        select i.id, i.kind, i.version, i.account_id, i.event_seq
          from unnest(cast(? as varchar array)) as wanted(id)
          join item i on i.id = wanted.id
        """;
    static final String ACCOUNTS = """
        select a.id, a.handle, a.display_name, a.content, a.event_seq
          from unnest(cast(? as varchar array)) as wanted(id)
          join account a on a.id = wanted.id
        """;
    static final String REPORTS = """
        select r.item_id, r.id
          from unnest(cast(? as varchar array), cast(? as varchar array)) as wanted(item_id, id)
          join report r on r.item_id = wanted.item_id and r.id = wanted.id
        """;

    /** Of a shared store. */
    private static final String HIDDEN = "select desk_hides(cast(? as varchar array))";

    private final Connection connection;
    private final ItemRows known = new ItemRows();

    private KnownRows(Connection connection) {
        this.connection = connection;
    }

    static ItemRows of(Handle handle, List<FlaggedItem> lines) {
        var rows = new KnownRows(handle.getConnection());
        try {
            rows.items(lines);
            if (Dialect.of(handle).isShared()) {
                rows.hidden(lines);
            }
            rows.accounts(lines);
            rows.reports(lines);
        } catch (SQLException failed) {
            throw StoreException.wordless(failed);
        }
        return rows.known;
    }

    /** The versions that the store has of these items. */
    static Map<String, Integer> versions(Handle handle, List<FlaggedItem> lines) {
        var rows = new KnownRows(handle.getConnection());
        try {
            rows.items(lines);
        } catch (SQLException failed) {
            throw StoreException.wordless(failed);
        }
        Map<String, Integer> versions = new HashMap<>();
        rows.known.items.values().forEach(row -> versions.put(row.id, row.version));
        return versions;
    }

    private void items(List<FlaggedItem> lines) throws SQLException {
        Set<String> ids = new LinkedHashSet<>();
        lines.forEach(line -> ids.add(line.item().id()));
        try (PreparedStatement query = connection.prepareStatement(ITEMS)) {
            query.setArray(1, array(ids));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    var row = new ItemRow(rows.getString(1), ItemKind.valueOf(rows.getString(2)));
                    row.version = rows.getInt(3);
                    row.accountId = rows.getString(4);
                    row.known(rows.getLong(5));
                    known.add(row);
                }
            }
        }
    }

    /** Without asking, they would be taken for new, and the whole batch would fail on them. */
    private void hidden(List<FlaggedItem> lines) throws SQLException {
        List<String> unknown = lines.stream()
                .map(line -> line.item().id())
                .filter(id -> !known.items.containsKey(id))
                .distinct()
                .toList();
        if (unknown.isEmpty()) {
            return;
        }
        try (PreparedStatement query = connection.prepareStatement(HIDDEN)) {
            query.setArray(1, array(unknown));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    known.hidden.add(rows.getString(1));
                }
            }
        }
    }

    private void accounts(List<FlaggedItem> lines) throws SQLException {
        Set<String> ids = new LinkedHashSet<>();
        lines.stream()
                .map(line -> line.item().author())
                .filter(Objects::nonNull)
                .forEach(author -> ids.add(author.id()));
        if (ids.isEmpty()) {
            return;
        }
        try (PreparedStatement query = connection.prepareStatement(ACCOUNTS)) {
            query.setArray(1, array(ids));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    var row = new AccountRow(rows.getString(1));
                    row.handle = rows.getString(2);
                    row.displayName = rows.getString(3);
                    row.content = rows.getString(4);
                    row.known(rows.getLong(5));
                    known.add(row);
                }
            }
        }
    }

    /** Only of items that the store has: a new item has no reports. */
    private void reports(List<FlaggedItem> lines) throws SQLException {
        List<String[]> wanted = lines.stream()
                .filter(line -> known.items.containsKey(line.item().id()))
                .flatMap(line -> line.reports().stream()
                        .map(report -> new String[] {line.item().id(), report.id()}))
                .toList();
        if (wanted.isEmpty()) {
            return;
        }
        try (PreparedStatement query = connection.prepareStatement(REPORTS)) {
            query.setArray(1, array(wanted.stream().map(pair -> pair[0]).toList()));
            query.setArray(2, array(wanted.stream().map(pair -> pair[1]).toList()));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    known.reports.add(ItemTables.reportKey(rows.getString(1), rows.getString(2)));
                }
            }
        }
    }

    private Array array(Collection<String> values) throws SQLException {
        return connection.createArrayOf("varchar", values.toArray());
    }
}
