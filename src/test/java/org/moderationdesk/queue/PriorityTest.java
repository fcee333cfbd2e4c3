package org.moderationdesk.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.queue.FlaggedItems.author;
import static org.moderationdesk.queue.FlaggedItems.item;
import static org.moderationdesk.queue.FlaggedItems.live;
import static org.moderationdesk.queue.FlaggedItems.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.items.Reach;
import org.moderationdesk.items.Report;

class PriorityTest {
    private final QueueDesk desk = new QueueDesk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void thePartsAddUpExactlyToTheNumberAtAnyTime() {
        desk.flag(
                item("v1", ItemKind.VIDEO, 1, "x", author("u", "@u", 15), null, new Reach(8_412L, 40L, 950L, Map.of())),
                report("a", "5.3"),
                report("b", Report.Source.CLASSIFIER, "m", "5.1"));
        Priority priority = desk.row("v1").priority();

        for (long millis : new long[] {0, 1, 3_599, 3_600, 5 * 3_600_000L + 17, 400 * 3_600_000L + 1}) {
            Instant now = TestClock.START.plusMillis(millis);
            assertThat(priority.parts(now).stream()
                            .mapToLong(Priority.Part::milliPoints)
                            .sum())
                    .isEqualTo(priority.points(now));
        }
        assertThat(priority.parts(TestClock.START))
                .extracting(Priority.Part::name)
                .containsExactly("severity", "minor", "reports", "reach", "growth", "due");
    }

    @Test
    void anHourIsWorthOnePointToEveryCase() {
        desk.flag("v1", "5.3");
        Priority priority = desk.row("v1").priority();

        assertThat(priority.points(TestClock.START.plus(Duration.ofHours(7))) - priority.points(TestClock.START))
                .isEqualTo(7_000);
    }

    @Test
    void theStoredRankIsTheOneThatThePartsGive() {
        desk.flag(live("v1"), report("a", "5.1"));

        long stored = desk.store().read(handle -> handle.createQuery("select rank from open_case")
                .mapTo(Long.class)
                .one());

        assertThat(stored).isEqualTo(desk.row("v1").priority().rank());
        assertThat(desk.row("v1").priority().part("threat")).isPositive();
    }

    @Test
    void aReportOfASourceThatWasOftenRightWeighsMore() {
        desk.store()
                .write(handle -> handle.execute(
                        "insert into report_source (source, reporter, decided, upheld) values ('USER', 'good', 9, 9),"
                                + " ('USER', 'bad', 9, 0), ('CLASSIFIER', '', 8, 8)"));
        desk.flag(item("good"), report("a", Report.Source.USER, "good", "5.3"));
        desk.flag(item("unknown"), report("a", Report.Source.USER, "new", "5.3"));
        desk.flag(item("bad"), report("a", Report.Source.USER, "bad", "5.3"));

        List<Long> points = List.of("good", "unknown", "bad").stream()
                .map(id -> desk.row(id).priority().part("reports"))
                .toList();

        assertThat(points.get(0)).isGreaterThan(points.get(1));
        assertThat(points.get(1)).isGreaterThan(points.get(2)).isEqualTo(25_000);
    }

    @Test
    void aGraverCaseBeginsAboveALesserOne() {
        desk.flag("low", "10.1");
        desk.flag("medium", "5.3");
        desk.flag("high", "5.1");
        desk.flag("critical", "8.1");

        assertThat(desk.page(CaseFilter.all(), Ordering.URGENCY)).containsExactly("critical", "high", "medium", "low");
        assertThat(desk.row("low").priority().points(TestClock.START)).isPositive();
    }

    @Test
    void everyPartHasItsWordsInBothLanguages() {
        var names = List.of("severity", "reports", "reach", "growth", "live", "threat", "minor", "hash", "due", "late");

        for (Language language : Language.values()) {
            var texts = new Texts(language);
            assertThat(names).allSatisfy(name -> assertThat(new Priority.Part(name, 1).words(texts))
                    .isNotBlank());
        }
    }
}
