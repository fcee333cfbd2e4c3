package org.moderationdesk.items;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.CanonicalJson;
import org.moderationdesk.base.Sha256;
import org.moderationdesk.items.ItemRows.AccountRow;
import org.moderationdesk.items.ItemRows.ItemRow;
import org.moderationdesk.items.ItemRows.MediaRow;
import org.moderationdesk.items.ItemRows.ReportRow;
import org.moderationdesk.items.ItemRows.VersionRow;
import org.moderationdesk.items.LineRefused.Reason;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.RowState;

/**
 * Flagged items on their way into the store, many in one act. Entries are appended as items are written; the rows go to
 * the store with {@link #flush}. Lives inside its act.
 */
public final class ItemBatch {
    private final Act act;
    private final ItemRows rows;

    ItemBatch(Act act, ItemRows rows) {
        this.act = act;
        this.rows = rows;
    }

    /**
     * What the line brings, seen from the store and the lines written before it.
     *
     * @throws LineRefused for a lower version or another kind than the desk holds
     */
    public ItemNews news(FlaggedItem line) {
        Item item = line.item();
        ItemRow row = rows.items.get(item.id());
        if (row != null && row.kind != item.kind()) {
            throw new LineRefused(Reason.KIND_CHANGED);
        }
        if (row != null && row.version > item.version()) {
            throw new LineRefused(Reason.LOWER_VERSION);
        }
        List<Report> reports = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Report report : line.reports()) {
            if (!rows.reports.contains(ItemTables.reportKey(item.id(), report.id())) && seen.add(report.id())) {
                reports.add(report);
            }
        }
        return new ItemNews(row == null, row == null || row.version < item.version(), reports);
    }

    /**
     * Writes the account, and the version if it is new.
     *
     * @param media what became of the item's media files, in their order
     */
    public void write(FlaggedItem line, ItemNews news, List<StoredMedia> media) {
        Author author = line.item().author();
        if (author != null) {
            writeAccount(line.item().id(), author, line.historyGiven());
        }
        if (news.version()) {
            writeVersion(line.item(), media);
        }
    }

    /** Writes new reports of an item under the case that they opened or joined. */
    public void writeReports(Item item, List<Report> reports, long caseId) {
        for (Report report : reports) {
            String content = CanonicalJson.write(ItemFields.report(report));
            var row = new ReportRow(item.id(), report, caseId, act.at().toEpochMilli(), content, act.next());
            rows.add(row);
            Map<String, Object> facts = Map.of("report", report.id(), "sha256", Sha256.of(content));
            act.append(new Entry(EventKind.REPORT_ADDED, caseId, item.id(), facts, List.of(row.told())));
        }
    }

    /** Writes the rows. */
    public void flush() {
        rows.write(act.handle());
    }

    private void writeAccount(String itemId, Author author, boolean historyGiven) {
        AccountRow row = rows.accounts.get(author.id());
        String content = AccountMerge.merge(row == null ? null : row.content, author, historyGiven);
        if (row != null && row.content.equals(content)) {
            return;
        }
        Long was = row == null ? null : (Long) row.eventSeq;
        if (row == null) {
            row = rows.add(new AccountRow(author.id()));
        }
        Author merged = StoredJson.author(content);
        row.become(merged.handle(), merged.displayName(), content, act.next());
        Map<String, Object> facts = Map.of("account", author.id(), "sha256", Sha256.of(content));
        act.append(new Entry(EventKind.ACCOUNT_SEEN, null, itemId, facts, List.of(row.told(was))));
    }

    private void writeVersion(Item item, List<StoredMedia> media) {
        String content = CanonicalJson.write(ItemFields.version(item));
        long seq = act.next();
        List<RowState> told = new ArrayList<>();
        ItemRow row = rows.items.get(item.id());
        Long was = row == null ? null : (Long) row.eventSeq;
        if (row == null) {
            row = rows.add(new ItemRow(item.id(), item.kind()));
        }
        row.become(item.version(), accountOf(item, row), seq);
        told.add(row.told(was));
        var version = new VersionRow(
                item.id(),
                item.version(),
                content,
                TextHash.of(item.text()),
                act.at().toEpochMilli(),
                seq);
        rows.add(version);
        told.add(version.told());
        for (int i = 0; i < media.size(); i++) {
            var file = new MediaRow(item.id(), item.version(), i, media.get(i), seq);
            rows.add(file);
            told.add(file.told());
        }
        Map<String, Object> facts = Map.of("version", item.version(), "sha256", Sha256.of(content));
        act.append(new Entry(EventKind.VERSION_ADDED, null, item.id(), facts, told));
    }

    /** A version that names no author leaves the one known. */
    private static @Nullable String accountOf(Item item, ItemRow row) {
        return item.author() == null
                ? row.accountId
                : Objects.requireNonNull(item.author()).id();
    }
}
