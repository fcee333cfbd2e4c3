package org.moderationdesk.items;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.CanonicalJson;
import org.moderationdesk.log.Erasing;
import org.moderationdesk.media.MediaStore;

/**
 * Takes out of the store what items, reports and accounts say, and leaves that they were: ids, kinds, versions, times and
 * sections. Each method works in an open act.
 */
public final class ItemErasure {
    private static final String VERSIONS =
            "select version, content, arrived_at, event_seq from item_version where item_id = ? order by version";
    private static final String UPDATE_VERSION = """
        update item_version set content = ?, text_hash = null, event_seq = ? where item_id = ? and version = ?
        """;
    private static final String MEDIA =
            "select version, position, sha256, event_seq from item_media where item_id = ? order by version, position";
    private static final String DELETE_MEDIA =
            "delete from item_media where item_id = ? and version = ? and position = ?";
    private static final String STILL_USED =
            "select item_id from item_media where sha256 = ? order by sha256, item_id fetch first 1 row only";
    private static final String REPORTS = """
        select id, case_id, source, reporter, at, arrived_at, sections, content, event_seq
          from report
         where item_id = :item and (:case = 0 or case_id = :case) and (:reporter = '' or reporter = :reporter)
         order by id
        """;
    private static final String UPDATE_REPORT =
            "update report set reporter = null, content = ?, event_seq = ? where item_id = ? and id = ?";
    private static final String ACCOUNT = "select content, event_seq from account where id = ?";
    private static final String NAMES = "select handle, display_name from account where id = ?";
    private static final String UPDATE_ACCOUNT =
            "update account set handle = null, display_name = null, content = ?, event_seq = ? where id = ?";
    private static final String ITEMS_OF = "select id from item where account_id = ? order by account_id, id";
    private static final String ACCOUNTS_OF =
            "select id, account_id from item where id in (<items>) and account_id is not null";
    private static final String ACCOUNTS = "select id from account where id > ? order by id fetch first ? rows only";
    private static final String REPORTED_BY = "select distinct item_id from report where reporter = ? order by item_id";
    private static final String APPEALS =
            "select distinct case_id from report where item_id in (<items>) and source = 'APPEAL'";
    private static final String FORGET_SOURCE = "delete from report_source where reporter = ?";
    private static final Set<String> STAYS_OF_REPORT = Set.of("id", "source", "sections", "at");
    private static final String EXTRA = "extra";
    private static final String ERASED = "erased";

    private final MediaStore media;
    private final NamesBeside beside;

    public ItemErasure(MediaStore media) {
        this(media, NamesBeside.NOTHING);
    }

    /** @param beside loses an account's names with its facts */
    public ItemErasure(MediaStore media, NamesBeside beside) {
        this.media = media;
        this.beside = beside;
    }

    /**
     * Erases what every version of the item says, and drops the keys of its files that no other item has.
     *
     * @param day when, as the item shows it from now on
     * @return the files whose keys are dropped; to be deleted once the act is done
     */
    public List<String> content(Erasing to, String itemId, String day) {
        for (Version row : to.handle()
                .createQuery(VERSIONS)
                .bind(0, itemId)
                .map((found, _) -> new Version(found.getInt(1), found.getString(2), found.getLong(3), found.getLong(4)))
                .list()) {
            Map<String, Object> was = StoredJson.map(row.content());
            if (!row.content().equals(CanonicalJson.write(empty(was, erasedOn(was))))) {
                String content = CanonicalJson.write(empty(was, day));
                to.handle().execute(UPDATE_VERSION, content, to.seq(), itemId, row.version());
                to.tell(ItemTables.VERSION.changed(
                        ItemTables.versionKey(itemId, row.version()), row.seq(), content, null, row.arrivedAt()));
            }
        }
        return files(to, itemId);
    }

    private List<String> files(Erasing to, String itemId) {
        List<String> dropped = new ArrayList<>();
        for (File row : to.handle()
                .createQuery(MEDIA)
                .bind(0, itemId)
                .map((found, _) -> new File(found.getInt(1), found.getInt(2), found.getString(3), found.getLong(4)))
                .list()) {
            to.handle().execute(DELETE_MEDIA, itemId, row.version(), row.position());
            to.tell(ItemTables.MEDIA.gone(ItemTables.mediaKey(itemId, row.version(), row.position()), row.seq()));
            String sha256 = row.sha256();
            if (sha256 != null && !isUsed(to.handle(), sha256) && media.dropKey(to.handle(), sha256)) {
                dropped.add(sha256);
            }
        }
        return dropped;
    }

    private static boolean isUsed(Handle handle, String sha256) {
        return handle.createQuery(STILL_USED)
                .bind(0, sha256)
                .mapTo(String.class)
                .findOne()
                .isPresent();
    }

    /** Erases who reported a case, and what they wrote; answers with how many reports said anything. */
    public int reports(Erasing to, String itemId, long caseId) {
        return reports(to, itemId, caseId, "");
    }

    /** The same for every case of the item. */
    public int reports(Erasing to, String itemId) {
        return reports(to, itemId, 0, "");
    }

    /** The same for what one reporter reported of the item. */
    public int reportsBy(Erasing to, String itemId, String reporter) {
        return reports(to, itemId, 0, reporter);
    }

    private static int reports(Erasing to, String itemId, long caseId, String reporter) {
        int erased = 0;
        for (Made row : to.handle()
                .createQuery(REPORTS)
                .bind("item", itemId)
                .bind("case", caseId)
                .bind("reporter", reporter)
                .map((found, _) -> Made.read(found))
                .list()) {
            var map = new LinkedHashMap<>(StoredJson.map(row.content()));
            boolean says = map.keySet().retainAll(STAYS_OF_REPORT);
            if (says || row.reporter() != null) {
                String content = CanonicalJson.write(map);
                to.handle().execute(UPDATE_REPORT, content, to.seq(), itemId, row.id());
                to.tell(ItemTables.REPORT.changed(
                        ItemTables.reportKey(itemId, row.id()),
                        row.seq(),
                        row.caseId(),
                        row.source(),
                        null,
                        row.at(),
                        row.arrivedAt(),
                        row.sections(),
                        content));
                erased++;
            }
        }
        return erased;
    }

    /** Erases names and all other facts of an account but its id; answers with whether there were any. */
    public boolean account(Erasing to, String accountId) {
        String content = CanonicalJson.write(Map.of("id", accountId));
        Optional<Account> was = to.handle()
                .createQuery(ACCOUNT)
                .bind(0, accountId)
                .map((row, _) -> new Account(row.getString(1), row.getLong(2)))
                .findOne()
                .filter(row -> !row.content().equals(content));
        beside.erase(to.handle(), names(to.handle(), accountId));
        was.ifPresent(row -> {
            to.handle().execute(UPDATE_ACCOUNT, content, to.seq(), accountId);
            to.tell(ItemTables.ACCOUNT.changed(accountId, row.seq(), null, null, content));
        });
        return was.isPresent();
    }

    private static List<String> names(Handle handle, String accountId) {
        var names = new ArrayList<String>();
        names.add(accountId);
        handle.createQuery(NAMES)
                .bind(0, accountId)
                .map((row, _) -> Stream.of(row.getString(1), row.getString(2)))
                .findOne()
                .ifPresent(found -> found.filter(Objects::nonNull)
                        .map(name -> name.replaceFirst("^@", "").strip())
                        .filter(name -> !name.isEmpty())
                        .forEach(names::add));
        return names;
    }

    /** Forgets how often a reporter was right. */
    public void forgetSource(Handle handle, String reporter) {
        handle.execute(FORGET_SOURCE, reporter);
    }

    public List<String> itemsOf(Handle handle, String accountId) {
        return handle.createQuery(ITEMS_OF)
                .bind(0, accountId)
                .mapTo(String.class)
                .list();
    }

    /** Whose these items are, by item. */
    public Map<String, String> accountsOf(Handle handle, Collection<String> items) {
        Map<String, String> accounts = new HashMap<>();
        if (!items.isEmpty()) {
            handle.createQuery(ACCOUNTS_OF)
                    .bindList("items", List.copyOf(items))
                    .map((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                    .forEach(entry -> accounts.put(entry.getKey(), entry.getValue()));
        }
        return accounts;
    }

    /** Accounts by id, behind the one that is named. */
    public List<String> accountsAfter(Handle handle, String id, int limit) {
        return handle.createQuery(ACCOUNTS)
                .bind(0, id)
                .bind(1, limit)
                .mapTo(String.class)
                .list();
    }

    /** What the store says of the account, as canonical JSON; empty where it knows none. */
    public Optional<String> accountJson(Handle handle, String id) {
        return handle.createQuery(ACCOUNT)
                .bind(0, id)
                .map((row, _) -> row.getString(1))
                .findOne();
    }

    /** Items that somebody reported. Reads every report there is. */
    public List<String> reportedBy(Handle handle, String reporter) {
        return handle.createQuery(REPORTED_BY)
                .bind(0, reporter)
                .mapTo(String.class)
                .list();
    }

    /** Cases of these items that an appeal belongs to. */
    public Set<Long> casesWithAppeal(Handle handle, Collection<String> items) {
        return items.isEmpty()
                ? Set.of()
                : handle.createQuery(APPEALS)
                        .bindList("items", List.copyOf(items))
                        .mapTo(Long.class)
                        .set();
    }

    /** Only which item, which version, and since when it says nothing. */
    private static Map<String, Object> empty(Map<String, Object> version, String day) {
        var left = new LinkedHashMap<String, Object>();
        for (String key : List.of("id", "kind", "version")) {
            Object value = version.get(key);
            if (value != null) {
                left.put(key, value);
            }
        }
        if (version.get("author") instanceof Map<?, ?> author) {
            left.put("author", Map.of("id", Objects.requireNonNullElse(author.get("id"), "")));
        }
        left.put(EXTRA, Map.of(ERASED, day));
        return left;
    }

    private static String erasedOn(Map<String, Object> version) {
        return version.get(EXTRA) instanceof Map<?, ?> extra && extra.get(ERASED) instanceof String day ? day : "";
    }

    private record Version(int version, String content, long arrivedAt, long seq) {}

    private record File(int version, int position, @Nullable String sha256, long seq) {}

    private record Account(String content, long seq) {}

    /** A row of {@code report}. */
    private record Made(
            String id,
            long caseId,
            String source,
            @Nullable String reporter,
            long at,
            long arrivedAt,
            String sections,
            String content,
            long seq) {
        static Made read(ResultSet row) throws SQLException {
            return new Made(
                    row.getString(1),
                    row.getLong(2),
                    row.getString(3),
                    row.getString(4),
                    row.getLong(5),
                    row.getLong(6),
                    row.getString(7),
                    row.getString(8),
                    row.getLong(9));
        }
    }
}
