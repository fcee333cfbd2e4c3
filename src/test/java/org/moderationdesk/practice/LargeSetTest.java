package org.moderationdesk.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.practice.PracticeDesk.FLEUR;
import static org.moderationdesk.practice.PracticeDesk.TESS;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.fx.BusyTime;
import org.moderationdesk.review.Proposed;

/** A set of 10,000 items goes as a small one does, at its end as at its beginning. */
@OnBothStores
class LargeSetTest {
    private static final int ITEMS = 10_000;
    private static final Duration AT_ONCE = Duration.ofMillis(300);
    /** For a reading once nothing else, such as a collection of garbage, falls into it. */
    private static final Duration READ = Duration.ofMillis(100);

    private static final int READINGS = 3;

    private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

    private static PracticeDesk desk;
    private static PracticeSet set;

    @BeforeAll
    static void open() {
        desk = new PracticeDesk();
        set = desk.published(ITEMS);
        // What filling it and earlier tests left is not to be collected while it is looked at.
        System.gc();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void itsPagesItsNextItemAndAnAnswerComeAtOnce() {
        assertThat(set.newest().items()).isEqualTo(ITEMS);
        assertThat(set.isKeyComplete()).isTrue();
        Run run = took(Duration.ofSeconds(3), "start", () -> desk.runs().start(FLEUR, set.id(), null));
        for (int after : List.of(0, ITEMS / 2, ITEMS - 50)) {
            List<PracticeItem> page = read("page", () -> desk.sets().items(TESS, set.id(), 1, after, 50));
            assertThat(page).hasSize(50).first().satisfies(item -> assertThat(item.position())
                    .isEqualTo(after + 1));
        }
        for (int after : List.of(0, ITEMS / 2, ITEMS - 1)) {
            OpenItem open = read(
                    "next", () -> desk.practising().next(FLEUR, run.id(), after).orElseThrow());
            assertThat(open.place()).isEqualTo(after + 1);
            Run answered = took(AT_ONCE, "answer", () -> desk.practising()
                    .answer(FLEUR, run.id(), Proposed.removal(open.item().id()), 1));
            assertThat(answered.items()).isEqualTo(ITEMS);
        }
        assertThat(read("sets", () -> desk.sets().all(TESS))).hasSize(1);
        Run over = took(Duration.ofSeconds(1), "finish", () -> desk.practising().finish(FLEUR, run.id(), true));
        assertThat(over.score()).isNotNull().satisfies(score -> assertThat(score.items())
                .isEqualTo(ITEMS));
    }

    @Test
    void aPageLooksAtItsOwnRowsAloneWhereverItBegins() {
        for (int after : List.of(0, ITEMS / 2, ITEMS - 50)) {
            assertThat(looksOnlyAt(ItemRows.PAGE, after, 50))
                    .as("after %d", after)
                    .isTrue();
        }
        assertThat(looksOnlyAt(ItemRows.PAGE.replace("order by set_id, position", "order by body"), 0, 50))
                .isFalse();
    }

    /** Whether the store finds these by their place, one row too many at most, and sorts none. */
    private static boolean looksOnlyAt(String page, int after, int limit) {
        String plan = desk.store()
                .read(handle -> String.join(
                        "\n",
                        handle.createQuery("explain analyze " + page)
                                .bind(0, set.id())
                                .bind(1, after)
                                .bind(2, 1)
                                .bind(3, 1)
                                .bind(4, limit)
                                .mapTo(String.class)
                                .list()));
        var scanned = SCANNED.matcher(plan);
        return scanned.find()
                ? Integer.parseInt(scanned.group(1)) <= limit + 1
                : plan.contains("Index Scan using set_item_in_order") && !plan.contains("Sort");
    }

    /** The first is at once; and one that looked at all 10,000 would be slow each time. */
    private static <T> T read(String what, Supplier<T> work) {
        var time = new BusyTime();
        T found = took(AT_ONCE, what, work);
        Duration quickest = time.soFar();
        for (int i = 1; i < READINGS && quickest.compareTo(READ) >= 0; i++) {
            time = new BusyTime();
            found = work.get();
            Duration again = time.soFar();
            quickest = again.compareTo(quickest) < 0 ? again : quickest;
        }
        assertThat(quickest).as(what).isLessThan(READ);
        return found;
    }

    /** Once to warm it up would be fairer, and is not what somebody who begins has. */
    private static <T> T took(Duration most, String what, Supplier<T> work) {
        var time = new BusyTime();
        T done = work.get();
        assertThat(time.soFar()).as(what).isLessThan(most);
        return done;
    }
}
