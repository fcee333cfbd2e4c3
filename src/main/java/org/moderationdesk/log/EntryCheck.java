package org.moderationdesk.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Sha256;

/** Holds one entry after another against the chain, its own columns, and the rows that name it. */
final class EntryCheck {
    private static final int FEW = 24;

    private final MessageDigest sha = Sha256.digest();
    private final Superseded superseded;
    private final Set<String> tables;

    /** @param tables the names of all projected tables */
    EntryCheck(Superseded superseded, List<String> tables) {
        this.superseded = superseded;
        this.tables = Set.copyOf(tables);
    }

    /** The first thing that does not hold; null where all does. */
    @Nullable
    Finding check(StoredEntry entry, String hashBefore, List<CurrentRow> rows) {
        byte[] body = entry.body().getBytes(StandardCharsets.UTF_8);
        sha.update(hashBefore.getBytes(StandardCharsets.US_ASCII));
        if (!HexFormat.of().formatHex(sha.digest(body)).equals(entry.hash())) {
            return Finding.of(entry.seq(), "chain");
        }
        BodyScanner.Scanned scanned;
        try {
            scanned = BodyScanner.scan(body);
        } catch (IllegalArgumentException malformed) {
            return Finding.of(entry.seq(), "form");
        }
        if (!saysTheSame(entry, scanned)) {
            return Finding.of(entry.seq(), "columns");
        }
        return rows(scanned, rows);
    }

    private static boolean saysTheSame(StoredEntry entry, BodyScanner.Scanned scanned) {
        return entry.seq() == scanned.seq()
                && entry.at() == scanned.at()
                && entry.kind().equals(scanned.kind())
                && entry.person().equals(scanned.by())
                && Objects.equals(entry.caseId(), scanned.caseId())
                && Objects.equals(entry.itemId(), scanned.itemId());
    }

    private @Nullable Finding rows(BodyScanner.Scanned entry, List<CurrentRow> rows) {
        Map<String, CurrentRow> byName = rows.size() > FEW ? byName(rows) : Map.of();
        for (Told told : entry.rows()) {
            CurrentRow row = rows.size() > FEW ? byName.get(name(told.table(), told.key())) : find(rows, told);
            Finding finding = row(entry, told, row);
            if (finding != null) {
                return finding;
            }
        }
        for (CurrentRow row : rows) {
            if (!row.isTold()) {
                return Finding.of(entry.seq(), "unknownRow", row.table(), row.key());
            }
        }
        return null;
    }

    private @Nullable Finding row(BodyScanner.Scanned entry, Told told, @Nullable CurrentRow row) {
        if (!tables.contains(told.table())) {
            return Finding.of(entry.seq(), "unknownTable", told.table());
        }
        if (row != null) {
            if (told.digest() == null || row.isTold() || !row.hasDigest(told.digest())) {
                return Finding.of(entry.seq(), "changedRow", told.table(), told.key());
            }
            row.tell();
        } else if (told.digest() != null) {
            superseded.add(entry.seq(), told.table(), told.key());
        } else if (told.table().equals(PersonalTexts.TABLE) && !entry.kind().equals(EventKind.ERASED.name())) {
            return Finding.of(entry.seq(), "erasedOtherwise", told.key());
        }
        if (told.was() != 0 && !superseded.remove(told.was(), told.table(), told.key())) {
            return Finding.of(entry.seq(), "setBack", told.table(), told.key(), Long.toString(told.was()));
        }
        return null;
    }

    private static @Nullable CurrentRow find(List<CurrentRow> rows, Told told) {
        for (CurrentRow row : rows) {
            if (row.is(told.table(), told.key())) {
                return row;
            }
        }
        return null;
    }

    private static Map<String, CurrentRow> byName(List<CurrentRow> rows) {
        var byName = new HashMap<String, CurrentRow>();
        rows.forEach(row -> byName.put(name(row.table(), row.key()), row));
        return byName;
    }

    private static String name(String table, String key) {
        return table + ' ' + key;
    }
}
