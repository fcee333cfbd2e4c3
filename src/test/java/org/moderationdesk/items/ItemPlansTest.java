package org.moderationdesk.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.Query;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;

/** How many rows the store looks at for each question of this room, with 20,000 items in it. */
@TestInstance(Lifecycle.PER_CLASS)
class ItemPlansTest {
    private static final int ITEMS = 20_000;
    private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

    private final Store store = TestStore.create();

    @BeforeAll
    void fill() {
        Object unused = store.write(handle -> {
            handle.execute(
                    "insert into account select 'u-' || x, '@u' || x, null, '{}', x from system_range(1, ?)", ITEMS);
            handle.execute(
                    "insert into item select 'i-' || x, 'TEXT', 1, 'u-' || (x / 10), x from system_range(1, ?)", ITEMS);
            handle.execute(
                    "insert into item_version select 'i-' || x, 1, '{}', 'h-' || mod(x, 5), 1, x from system_range(1,"
                            + " ?)",
                    ITEMS);
            handle.execute(
                    "insert into item_media select 'i-' || x, 1, 0, 's-' || (x / 4), 'STORED', x from system_range(1,"
                            + " ?)",
                    ITEMS);
            handle.execute(
                    "insert into report select 'i-' || (x / 3), 'r-' || mod(x, 3), x / 3, 'USER', 'u', 1, 1, '', '{}',"
                            + " x from system_range(1, ?)",
                    3 * ITEMS);
            handle.execute("analyze");
            return true;
        });
    }

    @AfterAll
    void close() {
        store.close();
    }

    @Test
    void whatABatchAsksIsFoundByItsIds() {
        String[] ids = numbered("i-");
        String[] reports = IntStream.range(0, 1_000).mapToObj(i -> "r-1").toArray(String[]::new);

        assertThat(scanned(KnownRows.ITEMS, query -> query.bindArray(0, String.class, (Object[]) ids)))
                .isLessThan(4_100);
        assertThat(scanned(KnownRows.ACCOUNTS, query -> query.bindArray(0, String.class, (Object[]) numbered("u-"))))
                .isLessThan(4_100);
        assertThat(scanned(KnownRows.REPORTS, query -> query.bindArray(0, String.class, (Object[]) ids)
                        .bindArray(1, String.class, (Object[]) reports)))
                .isLessThan(4_100);
        assertThat(scanned(StoredItems.LISTED, query -> query.bindArray(0, String.class, (Object[]) ids)))
                .isLessThan(6_200);
    }

    @Test
    void whatAnItemsFileAsksIsFoundByItsIndexes() {
        assertThat(scanned(StoredItems.ITEM, query -> query.bind("item", "i-77").bind("version", (Integer) null)))
                .isLessThan(20);
        assertThat(scanned(StoredItems.SAME_FILE, query -> query.bind("item", "i-77")
                        .bind("version", 1)))
                .isLessThan(40);
        assertThat(scanned(
                        StoredItems.SAME_TEXT,
                        query -> query.bind("item", "i-77").bind("version", 1).bind("account", "u-7")))
                .isLessThan(60);
        assertThat(scanned(StoredItems.OF_ACCOUNT, query -> query.bind("item", "i-77")
                        .bind("account", "u-7")))
                .isLessThan(20);
        assertThat(scanned(StoredReports.OF_CASE, query -> query.bind("item", "i-77")
                        .bind("case", 77)))
                .isLessThan(20);
        assertThat(scanned(StoredReports.LAST_CASE, query -> query.bind("item", "i-77")))
                .isLessThan(20);
        assertThat(scanned(StoredReports.IN_ALL, query -> query.bind("item", "i-77")))
                .isLessThan(20);
    }

    @Test
    void aQuestionWithoutItsIndexIsCaught() {
        assertThat(scanned("select id from item where kind = 'IMAGE'", _ -> {})).isGreaterThan(ITEMS / 2);
    }

    private static String[] numbered(String prefix) {
        return IntStream.range(1, 1_001).mapToObj(i -> prefix + 17 * i).toArray(String[]::new);
    }

    private long scanned(String sql, Consumer<Query> binding) {
        String plan = store.read(handle -> {
            Query query = handle.createQuery("explain analyze " + sql);
            binding.accept(query);
            return query.mapTo(String.class).one();
        });
        assertThat(plan).contains("scanCount");
        return SCANNED.matcher(plan)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }
}
