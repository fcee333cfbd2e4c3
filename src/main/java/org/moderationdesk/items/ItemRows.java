package org.moderationdesk.items;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.db.StoreException;
import org.moderationdesk.log.RowState;

/** The rows of one batch: those that the store has already, and those to be written. */
final class ItemRows {
    private static final String INSERT_ACCOUNT =
            "insert into account (handle, display_name, content, event_seq, id) values (?, ?, ?, ?, ?)";
    private static final String UPDATE_ACCOUNT =
            "update account set handle = ?, display_name = ?, content = ?, event_seq = ? where id = ?";
    private static final String INSERT_ITEM =
            "insert into item (kind, version, account_id, event_seq, id) values (?, ?, ?, ?, ?)";
    private static final String UPDATE_ITEM =
            "update item set kind = ?, version = ?, account_id = ?, event_seq = ? where id = ?";
    private static final String INSERT_VERSION = """
        insert into item_version (item_id, version, content, text_hash, arrived_at, event_seq)
        values (?, ?, ?, ?, ?, ?)
        """;
    private static final String INSERT_MEDIA = """
        insert into item_media (item_id, version, position, sha256, state, event_seq)
        values (?, ?, ?, ?, ?, ?)
        """;
    private static final String INSERT_REPORT = """
        insert into report (item_id, id, case_id, source, reporter, at, arrived_at, sections, content, event_seq)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;

    final Map<String, ItemRow> items = new HashMap<>();
    final Map<String, AccountRow> accounts = new HashMap<>();
    /** Keys of the reports that the store has, as {@link ItemTables#reportKey} makes them. */
    final Set<String> reports = new HashSet<>();
    /** Items that are there, and that the store does not show to who is here. */
    final Set<String> hidden = new HashSet<>();

    private final List<VersionRow> newVersions = new ArrayList<>();
    private final List<MediaRow> newMedia = new ArrayList<>();
    private final List<ReportRow> newReports = new ArrayList<>();

    ItemRow add(ItemRow row) {
        items.put(row.id, row);
        return row;
    }

    AccountRow add(AccountRow row) {
        accounts.put(row.id, row);
        return row;
    }

    void add(VersionRow row) {
        newVersions.add(row);
    }

    void add(MediaRow row) {
        newMedia.add(row);
    }

    void add(ReportRow row) {
        newReports.add(row);
        reports.add(ItemTables.reportKey(row.itemId, row.report.id()));
    }

    void write(Handle handle) {
        batch(handle, INSERT_ACCOUNT, writing(accounts.values(), Writing.INSERT), AccountRow::bind);
        batch(handle, UPDATE_ACCOUNT, writing(accounts.values(), Writing.UPDATE), AccountRow::bind);
        batch(handle, INSERT_ITEM, writing(items.values(), Writing.INSERT), ItemRow::bind);
        batch(handle, UPDATE_ITEM, writing(items.values(), Writing.UPDATE), ItemRow::bind);
        batch(handle, INSERT_VERSION, newVersions, VersionRow::bind);
        batch(handle, INSERT_MEDIA, newMedia, MediaRow::bind);
        batch(handle, INSERT_REPORT, newReports, ReportRow::bind);
        accounts.values().forEach(row -> row.writing = Writing.NOTHING);
        items.values().forEach(row -> row.writing = Writing.NOTHING);
        newVersions.clear();
        newMedia.clear();
        newReports.clear();
    }

    private static <R extends Row> List<R> writing(Collection<R> rows, Writing writing) {
        return rows.stream().filter(row -> row.writing == writing).toList();
    }

    private static <R> void batch(Handle handle, String sql, List<R> rows, Binding<R> binding) {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
            for (R row : rows) {
                binding.bind(row, statement);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException failed) {
            throw StoreException.wordless(failed);
        }
    }

    private interface Binding<R> {
        void bind(R row, PreparedStatement statement) throws SQLException;
    }

    private enum Writing {
        NOTHING,
        INSERT,
        UPDATE
    }

    /** A row that may change more than once in a batch and is written once. */
    private abstract static class Row {
        final String id;
        long eventSeq;
        Writing writing = Writing.NOTHING;

        Row(String id) {
            this.id = id;
        }

        void known(long seq) {
            eventSeq = seq;
        }

        void changed(long seq) {
            if (writing == Writing.NOTHING) {
                writing = eventSeq == 0 ? Writing.INSERT : Writing.UPDATE;
            }
            eventSeq = seq;
        }
    }

    /** A row of {@code account}. */
    static final class AccountRow extends Row {
        @Nullable
        String handle;

        @Nullable
        String displayName;

        String content = "";

        AccountRow(String id) {
            super(id);
        }

        void become(@Nullable String newHandle, @Nullable String newName, String newContent, long seq) {
            handle = column(newHandle, 1_000);
            displayName = column(newName, 1_000);
            content = newContent;
            changed(seq);
        }

        RowState told(@Nullable Long was) {
            return was == null
                    ? ItemTables.ACCOUNT.added(id, handle, displayName, content)
                    : ItemTables.ACCOUNT.changed(id, was, handle, displayName, content);
        }

        private void bind(PreparedStatement row) throws SQLException {
            text(row, 1, handle);
            text(row, 2, displayName);
            row.setString(3, content);
            row.setLong(4, eventSeq);
            row.setString(5, id);
        }
    }

    /** A row of {@code item}. */
    static final class ItemRow extends Row {
        final ItemKind kind;
        int version;

        @Nullable
        String accountId;

        ItemRow(String id, ItemKind kind) {
            super(id);
            this.kind = kind;
        }

        void become(int newVersion, @Nullable String newAccountId, long seq) {
            version = newVersion;
            accountId = newAccountId;
            changed(seq);
        }

        RowState told(@Nullable Long was) {
            return was == null
                    ? ItemTables.ITEM.added(id, kind, version, accountId)
                    : ItemTables.ITEM.changed(id, was, kind, version, accountId);
        }

        private void bind(PreparedStatement row) throws SQLException {
            row.setString(1, kind.name());
            row.setInt(2, version);
            text(row, 3, accountId);
            row.setLong(4, eventSeq);
            row.setString(5, id);
        }
    }

    /** A row of {@code item_version}. */
    record VersionRow(
            String itemId,
            int version,
            String content,
            @Nullable String textHash,
            long arrivedAt,
            long eventSeq) {
        RowState told() {
            return ItemTables.VERSION.added(ItemTables.versionKey(itemId, version), content, textHash, arrivedAt);
        }

        private void bind(PreparedStatement row) throws SQLException {
            row.setString(1, itemId);
            row.setInt(2, version);
            row.setString(3, content);
            text(row, 4, textHash);
            row.setLong(5, arrivedAt);
            row.setLong(6, eventSeq);
        }
    }

    /** A row of {@code item_media}. */
    record MediaRow(String itemId, int version, int position, StoredMedia media, long eventSeq) {
        RowState told() {
            return ItemTables.MEDIA.added(
                    ItemTables.mediaKey(itemId, version, position), media.sha256(), media.state());
        }

        private void bind(PreparedStatement row) throws SQLException {
            row.setString(1, itemId);
            row.setInt(2, version);
            row.setInt(3, position);
            text(row, 4, media.sha256());
            row.setString(5, media.state().name());
            row.setLong(6, eventSeq);
        }
    }

    /** A row of {@code report}. */
    record ReportRow(String itemId, Report report, long caseId, long arrivedAt, String content, long eventSeq) {
        private static final int LONGEST_SECTIONS = 100_000;
        private static final Pattern CODE = Pattern.compile("[^\\s\\p{Cntrl}]{1,40}");

        RowState told() {
            return ItemTables.REPORT.added(
                    ItemTables.reportKey(itemId, report.id()),
                    caseId,
                    report.source(),
                    column(report.reporter(), 1_000),
                    report.at().toEpochMilli(),
                    arrivedAt,
                    sections(),
                    content);
        }

        private void bind(PreparedStatement row) throws SQLException {
            row.setString(1, itemId);
            row.setString(2, report.id());
            row.setLong(3, caseId);
            row.setString(4, report.source().name());
            text(row, 5, column(report.reporter(), 1_000));
            row.setLong(6, report.at().toEpochMilli());
            row.setLong(7, arrivedAt);
            row.setString(8, sections());
            row.setString(9, content);
            row.setLong(10, eventSeq);
        }

        /** The codes to ask for, separated by spaces: what cannot be one stands in the content alone. */
        private String sections() {
            return report.sections().stream()
                    .filter(code -> CODE.matcher(code).matches())
                    .limit(LONGEST_SECTIONS / 41)
                    .collect(Collectors.joining(" "));
        }
    }

    /** As much as the column holds, for asking; the content keeps the whole. */
    private static @Nullable String column(@Nullable String text, int most) {
        if (text == null || text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    private static void text(PreparedStatement row, int index, @Nullable String text) throws SQLException {
        if (text == null) {
            row.setNull(index, Types.VARCHAR);
        } else {
            row.setString(index, text);
        }
    }
}
