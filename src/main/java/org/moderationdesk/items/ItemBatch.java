package org.moderationdesk.items;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.moderationdesk.items.ItemRows.AccountRow;
import org.moderationdesk.items.ItemRows.ItemRow;
import org.moderationdesk.items.ItemRows.MediaRow;
import org.moderationdesk.items.ItemRows.ReportRow;
import org.moderationdesk.items.ItemRows.VersionRow;
import org.moderationdesk.items.LineRefused.Reason;
import org.moderationdesk.items.PreparedItem.Form;
import org.moderationdesk.items.PreparedItem.PreparedReport;
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
     * @throws LineRefused for a lower version or another kind than the desk holds, and for what a shared store does not
     *     show to who imports
     */
    public ItemNews news(PreparedItem line) {
        Item item = line.item();
        ItemRow row = rows.items.get(item.id());
        if (rows.hidden.contains(item.id())) {
            throw new LineRefused(Reason.NOT_CLEARED);
        }
        if (row != null && row.kind != item.kind()) {
            throw new LineRefused(Reason.KIND_CHANGED);
        }
        if (row != null && row.version > item.version()) {
            throw new LineRefused(Reason.LOWER_VERSION);
        }
        List<PreparedReport> added = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (PreparedReport report : line.reports()) {
            String id = report.report().id();
            if (!rows.reports.contains(ItemTables.reportKey(item.id(), id)) && seen.add(id)) {
                added.add(report);
            }
        }
        return new ItemNews(row == null || row.version < item.version(), added);
    }

    /**
     * Writes the account, and the version if it is new.
     *
     * @param media what became of the item's media files, in their order
     */
    public void write(PreparedItem line, ItemNews news, List<StoredMedia> media) {
        Author author = line.item().author();
        Form alone = line.account();
        if (author != null && alone != null) {
            writeAccount(line, author, alone);
        }
        if (news.version()) {
            writeVersion(line, media);
        } else if (author != null) {
            linkAccount(line.item().id(), author.id());
        }
    }

    /** Writes the new reports under the case that they opened or joined. */
    public void writeReports(Item item, ItemNews news, long caseId) {
        for (PreparedReport added : news.added()) {
            Form form = added.form();
            var row = new ReportRow(
                    item.id(), added.report(), caseId, act.at().toEpochMilli(), form.content(), act.next());
            rows.add(row);
            Map<String, Object> facts = Map.of("report", added.report().id(), "sha256", form.sha256());
            act.append(new Entry(EventKind.REPORT_ADDED, caseId, item.id(), facts, List.of(row.told())));
        }
    }

    /** Writes the rows. */
    public void flush() {
        rows.write(act.handle());
    }

    private void writeAccount(PreparedItem line, Author author, Form alone) {
        AccountRow row = rows.accounts.get(author.id());
        if (row == null) {
            row = rows.add(new AccountRow(author.id()));
            row.become(author.handle(), author.displayName(), alone.content(), act.next());
            tellAccount(line, alone, row.told(null));
            return;
        }
        String content = AccountMerge.merge(
                row.content, alone.content(), author, line.flagged().historyGiven());
        if (!row.content.equals(content)) {
            long was = row.eventSeq;
            Author merged = StoredJson.author(content);
            row.become(merged.handle(), merged.displayName(), content, act.next());
            tellAccount(line, Form.of(content), row.told(was));
        }
    }

    private void tellAccount(PreparedItem line, Form form, RowState told) {
        Map<String, Object> facts = Map.of("sha256", form.sha256());
        act.append(new Entry(EventKind.ACCOUNT_SEEN, null, line.item().id(), facts, List.of(told)));
    }

    /** An item whose author was not known is his from now on. */
    private void linkAccount(String itemId, String accountId) {
        ItemRow row = rows.items.get(itemId);
        if (row != null && row.accountId == null) {
            long was = row.eventSeq;
            row.become(row.version, accountId, act.next());
            act.append(new Entry(EventKind.ACCOUNT_SEEN, null, itemId, Map.of(), List.of(row.told(was))));
        }
    }

    private void writeVersion(PreparedItem line, List<StoredMedia> media) {
        Item item = line.item();
        long seq = act.next();
        List<RowState> told = new ArrayList<>();
        ItemRow row = rows.items.get(item.id());
        Long was = row == null ? null : (Long) row.eventSeq;
        if (row == null) {
            row = rows.add(new ItemRow(item.id(), item.kind()));
        }
        // A version that names no author leaves the one known.
        row.become(
                item.version(),
                item.author() == null ? row.accountId : item.author().id(),
                seq);
        told.add(row.told(was));
        var version = new VersionRow(
                item.id(),
                item.version(),
                line.version().content(),
                line.textHash(),
                act.at().toEpochMilli(),
                seq);
        rows.add(version);
        told.add(version.told());
        for (int i = 0; i < media.size(); i++) {
            var file = new MediaRow(item.id(), item.version(), i, media.get(i), seq);
            rows.add(file);
            told.add(file.told());
        }
        Map<String, Object> facts =
                Map.of("version", item.version(), "sha256", line.version().sha256());
        act.append(new Entry(EventKind.VERSION_ADDED, null, item.id(), facts, told));
    }
}
