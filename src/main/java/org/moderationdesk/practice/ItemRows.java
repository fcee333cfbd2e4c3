package org.moderationdesk.practice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.moderationdesk.items.DeskFormat;
import org.moderationdesk.items.FlaggedItem;
import tools.jackson.databind.JsonNode;

/** The items of a set, as they are stored. */
final class ItemRows {
    /** What is stored was within its limits when it came. */
    private static final DeskFormat FORMAT = new DeskFormat(Instant.parse("9000-01-01T00:00:00Z"));

    private static final String COLUMNS = "select item_id, position, body from practice.set_item ";
    static final String PAGE = COLUMNS + """
         where set_id = ? and position > ? and since <= ? and until > ? order by set_id, position fetch first ? rows only
        """;
    private static final String FIND = COLUMNS + " where set_id = ? and item_id = ? and since <= ? and until > ?";
    private static final String SOME =
            COLUMNS + " where set_id = :set and item_id in (<ids>) and since <= :version and until > :version";
    private static final String IDS = """
        select item_id, section from practice.set_item where set_id = ? and since <= ? and until > ? order by set_id, position
        """;
    private static final String LAST = "select coalesce(max(position), 0) from practice.set_item where set_id = ?";
    private static final String POSITIONS = """
        select item_id, position from practice.set_item where set_id = ? and until > ?
        """;
    private static final String DELETE = """
        delete from practice.set_item where set_id = :set and item_id in (<ids>) and since = :version
        """;
    private static final String END = """
        update practice.set_item set until = :version where set_id = :set and item_id in (<ids>) and until > :version
        """;
    private static final String INSERT = """
        insert into practice.set_item (set_id, item_id, since, until, position, section, body) values (?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String COUNT =
            "select count(*) from practice.set_item where set_id = ? and since <= ? and until > ?";
    private static final String FORGET_SOURCE =
            "delete from practice.item_source where set_id = ? and item_id = ? and source_item = ?";
    private static final String INSERT_SOURCE = """
        insert into practice.item_source (set_id, item_id, source_item, decision_id) values (?, ?, ?, ?)
        """;

    private ItemRows() {}

    /** In their order, those after a position. */
    static List<PracticeItem> page(Handle handle, String set, int version, int after, int limit) {
        return handle.createQuery(PAGE)
                .bind(0, set)
                .bind(1, after)
                .bind(2, version)
                .bind(3, version)
                .bind(4, limit)
                .map((row, _) -> read(row))
                .list();
    }

    static Optional<PracticeItem> find(Handle handle, String set, int version, String id) {
        return handle.createQuery(FIND)
                .bind(0, set)
                .bind(1, id)
                .bind(2, version)
                .bind(3, version)
                .map((row, _) -> read(row))
                .findOne();
    }

    static List<PracticeItem> some(Handle handle, String set, int version, Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : handle.createQuery(SOME)
                        .bind("set", set)
                        .bind("version", version)
                        .bindList("ids", List.copyOf(ids))
                        .map((row, _) -> read(row))
                        .list();
    }

    /** What is there, and which section it is practised under, in order. */
    static List<Named> ids(Handle handle, String set, int version) {
        return handle.createQuery(IDS)
                .bind(0, set)
                .bind(1, version)
                .bind(2, version)
                .map((row, _) -> new Named(row.getString(1), row.getString(2)))
                .list();
    }

    /** An item by id, and its section. */
    record Named(String id, String section) {}

    private static PracticeItem read(ResultSet row) throws SQLException {
        JsonNode body = Json.object(row.getString("body"), "item");
        FlaggedItem content = FORMAT.read(Json.text(body.path("content")));
        return new PracticeItem(
                row.getString("item_id"), row.getInt("position"), Json.told(body, "title", "item"), content);
    }

    static String body(Told title, FlaggedItem content) {
        return Json.kept(
                Map.of("title", Json.map(title), "content", DeskFormat.toMap(content)),
                content.item().id());
    }

    /**
     * Puts items in, at the end or where one of the same id was.
     *
     * @param version from which they are there
     */
    static void put(Handle handle, String set, int version, List<Changes.Put> items) {
        if (items.isEmpty()) {
            return;
        }
        List<String> ids = items.stream().map(one -> one.content().item().id()).toList();
        Map<String, Integer> places = new TreeMap<>();
        handle.createQuery(POSITIONS)
                .bind(0, set)
                .bind(1, version)
                .map((row, _) -> Map.entry(row.getString(1), row.getInt(2)))
                .forEach(one -> places.put(one.getKey(), one.getValue()));
        remove(handle, set, version, Parts.there(ids, places.keySet()));
        int last = handle.createQuery(LAST).bind(0, set).mapTo(Integer.class).one();
        PreparedBatch rows = handle.prepareBatch(INSERT);
        PreparedBatch sources = handle.prepareBatch(INSERT_SOURCE);
        for (Changes.Put one : items) {
            String id = one.content().item().id();
            int place = places.containsKey(id) ? places.get(id) : ++last;
            rows.add(
                    set,
                    id,
                    version,
                    SetRow.OPEN,
                    place,
                    PracticeFacts.section(one.content()),
                    body(one.title(), one.content()));
            if (one.source() != null) {
                handle.execute(FORGET_SOURCE, set, id, one.source().itemId());
                sources.add(set, id, one.source().itemId(), one.source().decisionId());
            }
        }
        rows.execute();
        if (sources.size() > 0) {
            sources.execute();
        }
    }

    /** Takes items out from this version on; from a version that is being written, altogether. */
    static void remove(Handle handle, String set, int version, Collection<String> ids) {
        for (List<String> some : Parts.of(ids)) {
            for (String sql : List.of(DELETE, END)) {
                handle.createUpdate(sql)
                        .bind("set", set)
                        .bind("version", version)
                        .bindList("ids", some)
                        .execute();
            }
        }
    }

    static int count(Handle handle, String set, int version) {
        return handle.createQuery(COUNT)
                .bind(0, set)
                .bind(1, version)
                .bind(2, version)
                .mapTo(Integer.class)
                .one();
    }
}
