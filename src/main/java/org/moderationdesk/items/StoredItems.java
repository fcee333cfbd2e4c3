package org.moderationdesk.items;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.db.Store;
import org.moderationdesk.items.AccountFile.OtherItem;
import org.moderationdesk.items.Duplicate.Why;

/** Reads items, their accounts and what belongs to them. Asks the store: not for the JavaFX thread. */
public final class StoredItems {
    private static final int MOST_OTHERS = 200;
    private static final int EXCERPT = 120;

    static final String ITEM = """
        select v.content, v.version, v.arrived_at, i.account_id, a.content as account
          from item i
          join item_version v on v.item_id = i.id and v.version = coalesce(cast(:version as int), i.version)
          left join account a on a.id = i.account_id
         where i.id = :item
        """;
    private static final String VERSIONS =
            "select version from item_version where item_id = :item order by item_id desc, version desc";
    private static final String MEDIA =
            "select state from item_media where item_id = :item and version = :version order by position";
    static final String SAME_FILE = """
        select distinct other.item_id
          from item_media mine
          join item_media other on other.sha256 = mine.sha256
          join item i on i.id = other.item_id and i.version = other.version
         where mine.item_id = :item and mine.version = :version and other.item_id <> :item
         fetch first 200 rows only
        """;
    // By account, of which one has few items, rather than by text, of which spam has many.
    static final String SAME_TEXT = """
        select i.id
          from item i
          join item_version v on v.item_id = i.id and v.version = i.version
         where i.account_id = :account and i.id <> :item
           and v.text_hash = (select text_hash from item_version where item_id = :item and version = :version)
         fetch first 200 rows only
        """;
    static final String OF_ACCOUNT = """
        select id from item
         where account_id = :account and id <> :item
         order by account_id, id
         fetch first 2000 rows only
        """;
    static final String LISTED = """
        select i.id, i.kind, i.account_id,
               case when char_length(v.content) < 200000 then v.content else '' end as content
          from unnest(cast(? as varchar array)) as wanted(id)
          join item i on i.id = wanted.id
          join item_version v on v.item_id = i.id and v.version = i.version
        """;

    private static final String MEDIA_HASH =
            "select sha256 from item_media where item_id = ? and version = ? and position = ? and state = 'STORED'";

    private final Store store;
    private final OpenCases openCases;
    private final StoredReports reports = new StoredReports();

    public StoredItems(Store store, OpenCases openCases) {
        this.store = store;
        this.openCases = openCases;
    }

    /** Whether nothing was ever imported. */
    public boolean isEmpty() {
        return store.read(handle -> handle.createQuery("select 1 from item fetch first 1 row only")
                .mapTo(Integer.class)
                .findOne()
                .isEmpty());
    }

    /** All that the desk knows of this item, in its newest version. */
    public Optional<ItemFile> file(String itemId) {
        return store.read(handle -> file(handle, itemId));
    }

    /** As {@link #file(String)}, in a transaction that is already open. */
    public Optional<ItemFile> file(Handle handle, String itemId) {
        return row(handle, itemId, null).map(row -> {
            @Nullable Long openCase = openCases.of(handle, List.of(itemId)).get(itemId);
            StoredReports.Found found = reports.of(handle, itemId, openCase);
            return new ItemFile(
                    row.item(),
                    versions(handle, itemId),
                    row.arrivedAt(),
                    found.reports(),
                    found.groups(),
                    found.inAll(),
                    mediaStates(handle, itemId, row.item().version()),
                    account(handle, row),
                    duplicates(handle, row));
        });
    }

    /**
     * What the desk knew of an item at a moment, in one version: no later version, report or measure taken elsewhere, and
     * not how often those who reported were right since. Of the account the desk keeps what it is now.
     *
     * @param caseId whose reports are shown as the open ones
     */
    public Optional<ItemFile> fileAt(Handle handle, String itemId, int version, long caseId, Instant moment) {
        return row(handle, itemId, version).map(row -> {
            StoredReports.Found found = reports.at(handle, itemId, caseId, moment);
            @Nullable AccountFile account = account(handle, row);
            return new ItemFile(
                    row.item().as(moment),
                    versions(handle, itemId).stream()
                            .filter(one -> one <= version)
                            .toList(),
                    row.arrivedAt(),
                    found.reports(),
                    found.groups(),
                    found.inAll(),
                    mediaStates(handle, itemId, version),
                    account == null ? null : new AccountFile(account.author().at(moment), account.otherItems()),
                    List.of());
        });
    }

    /** One version of the item, with its account as it is known now. */
    public Optional<Item> version(String itemId, int version) {
        return store.read(handle -> version(handle, itemId, version));
    }

    /** As {@link #version(String, int)}, in a transaction that is already open. */
    public Optional<Item> version(Handle handle, String itemId, int version) {
        return row(handle, itemId, version).map(ItemRow::item);
    }

    /** Under which SHA-256 the desk holds a file of an item; empty where it holds none. */
    public Optional<String> mediaHash(String itemId, int version, int position) {
        return store.read(handle -> mediaHash(handle, itemId, version, position));
    }

    /** As {@link #mediaHash(String, int, int)}, in the open transaction. */
    public Optional<String> mediaHash(Handle handle, String itemId, int version, int position) {
        return handle.select(MEDIA_HASH, itemId, version, position)
                .mapTo(String.class)
                .findOne();
    }

    /** The newest version of the item, with its account as it is known now. */
    public Optional<Item> newest(Handle handle, String itemId) {
        return row(handle, itemId, null).map(ItemRow::item);
    }

    /** Reports of an open case that arrived at or after this moment, oldest first, in an open transaction. */
    public List<CaseReport> reportsSince(Handle handle, long openCase, Instant since) {
        return reports.since(handle, openCase, since);
    }

    private static Optional<ItemRow> row(Handle handle, String itemId, @Nullable Integer version) {
        return handle.createQuery(ITEM)
                .bind("item", itemId)
                .bind("version", version)
                .map((row, _) -> new ItemRow(
                        StoredJson.item(row.getString("content")),
                        Instant.ofEpochMilli(row.getLong("arrived_at")),
                        row.getString("account_id"),
                        row.getString("account")))
                .findOne();
    }

    private static List<Integer> versions(Handle handle, String itemId) {
        return handle.createQuery(VERSIONS)
                .bind("item", itemId)
                .mapTo(Integer.class)
                .list();
    }

    private static List<MediaFile.State> mediaStates(Handle handle, String itemId, int version) {
        return handle.createQuery(MEDIA)
                .bind("item", itemId)
                .bind("version", version)
                .map((row, _) -> MediaFile.State.valueOf(row.getString("state")))
                .list();
    }

    private @Nullable AccountFile account(Handle handle, ItemRow row) {
        if (row.account() == null || row.accountId() == null) {
            return null;
        }
        List<String> ids = handle.createQuery(OF_ACCOUNT)
                .bind("account", row.accountId())
                .bind("item", row.item().id())
                .mapTo(String.class)
                .list();
        Set<String> open = ids.isEmpty() ? Set.of() : openCases.of(handle, ids).keySet();
        List<String> shown = new ArrayList<>(ids.stream().filter(open::contains).toList());
        ids.stream().filter(id -> !open.contains(id)).forEach(shown::add);
        List<String> first = shown.subList(0, Math.min(MOST_OTHERS, shown.size()));
        Map<String, Listed> listed = listed(handle, first);
        List<OtherItem> others = first.stream()
                .map(listed::get)
                .filter(found -> found != null)
                .map(found -> new OtherItem(found.id(), found.kind(), open.contains(found.id()), found.excerpt()))
                .toList();
        return new AccountFile(StoredJson.author(row.account()), others);
    }

    private List<Duplicate> duplicates(Handle handle, ItemRow row) {
        Map<String, Why> found = new LinkedHashMap<>();
        handle.createQuery(SAME_FILE)
                .bind("item", row.item().id())
                .bind("version", row.item().version())
                .mapTo(String.class)
                .forEach(id -> found.put(id, Why.SAME_FILE));
        if (row.accountId() != null) {
            handle.createQuery(SAME_TEXT)
                    .bind("item", row.item().id())
                    .bind("version", row.item().version())
                    .bind("account", row.accountId())
                    .mapTo(String.class)
                    .forEach(id -> found.putIfAbsent(id, Why.SAME_TEXT_AND_AUTHOR));
        }
        if (found.isEmpty()) {
            return List.of();
        }
        List<String> ids = found.keySet().stream().limit(MOST_OTHERS).toList();
        Set<String> open = new HashSet<>(openCases.of(handle, ids).keySet());
        Map<String, Listed> listed = listed(handle, ids);
        return ids.stream()
                .map(listed::get)
                .filter(other -> other != null)
                .map(other -> new Duplicate(
                        other.id(),
                        other.kind(),
                        found.getOrDefault(other.id(), Why.SAME_FILE),
                        open.contains(other.id()),
                        other.excerpt(),
                        other.accountId()))
                .toList();
    }

    private static Map<String, Listed> listed(Handle handle, List<String> ids) {
        Map<String, Listed> listed = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            handle.createQuery(LISTED)
                    .bindArray(0, String.class, ids.toArray())
                    .map((row, _) -> new Listed(
                            row.getString("id"),
                            ItemKind.valueOf(row.getString("kind")),
                            row.getString("account_id"),
                            excerpt(row.getString("content"))))
                    .forEach(found -> listed.put(found.id(), found));
        }
        return listed;
    }

    private static String excerpt(String content) {
        if (content.isEmpty()) {
            return "";
        }
        @Nullable String text = StoredJson.item(content).text();
        return text == null ? "" : HostileText.firstWords(text, EXCERPT);
    }

    private record Listed(
            String id, ItemKind kind, @Nullable String accountId, String excerpt) {}

    /** An item and its account as they lie in the store. */
    private record ItemRow(
            Item content,
            Instant arrivedAt,
            @Nullable String accountId,
            @Nullable String account) {
        /** With the account as it is now; for kind ACCOUNT the account as the version had it is the content. */
        Item item() {
            if (content.kind() == ItemKind.ACCOUNT || account == null) {
                return content;
            }
            return content.by(StoredJson.author(account));
        }
    }
}
