package org.moderationdesk.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.queue.FlaggedItems.item;
import static org.moderationdesk.queue.FlaggedItems.live;
import static org.moderationdesk.queue.FlaggedItems.report;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.items.FlaggedItem;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.items.Report;

@OnBothStores
class CaseWriterTest {
    private final QueueDesk desk = new QueueDesk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aFlaggedItemOpensOneCaseWithTheGravestSeverityOfItsReports() {
        CaseChange change = desk.flag(item("v1"), report("a", "10.1"), report("b", "5.1.1"));

        CaseRow row = desk.row("v1");
        assertThat(change).isEqualTo(new CaseChange(row.id(), true, 0));
        assertThat(row.severity()).isEqualTo(Severity.HIGH);
        assertThat(row.sections()).containsExactly("5.1", "10.1");
        assertThat(row.dueAt()).isEqualTo(TestClock.START.plus(Duration.ofHours(4)));
        assertThat(row.reports()).isEqualTo(2);
        assertThat(row.excerpt()).isEqualTo("Tossing a pancake behind my back");
    }

    @Test
    void furtherReportsJoinTheOpenCaseAndMayMakeItGraver() {
        desk.flag("v1", "10.1");
        desk.clock().advance(Duration.ofHours(2));

        CaseChange change = desk.flag(item("v1"), report("b", "5.2"), report("c", "5.3"));

        CaseRow row = desk.row("v1");
        assertThat(change).isEqualTo(new CaseChange(row.id(), false, 2));
        assertThat(row.severity()).isEqualTo(Severity.HIGH);
        assertThat(row.dueAt()).isEqualTo(TestClock.START.plus(Duration.ofHours(6)));
        assertThat(row.reports()).isEqualTo(3);
        assertThat(desk.counters()).isEqualTo(Map.of("general WAITING", 1L, "general HIGH", 1L));
    }

    @Test
    void aDueTimeNeverMovesFurtherAway() {
        desk.flag("v1", "5.2");
        desk.clock().advance(Duration.ofHours(3));

        desk.flag(item("v1"), report("b", "10.1"));

        assertThat(desk.row("v1").dueAt()).isEqualTo(TestClock.START.plus(Duration.ofHours(4)));
    }

    @Test
    void unknownCodesAreKeptAndCountAsLow() {
        desk.flag(item("v1"), report("a", "99.9", "no code at all"));

        assertThat(desk.row("v1").severity()).isEqualTo(Severity.LOW);
        assertThat(desk.row("v1").sections()).containsExactly("99.9");
    }

    @Test
    void whatIsLiveMatchesAHashOrThreatensALifeIsOneStepGraver() {
        desk.flag(live("live"), report("a", "5.3"));
        desk.flag(item("hash"), report("a", Report.Source.HASH_MATCH, null, "5.3"));
        desk.flag(
                item("threat"),
                new Report(
                        "a",
                        Report.Source.AUTHORITY,
                        null,
                        null,
                        null,
                        List.of("5.3"),
                        TestClock.START,
                        Map.of("threatToLife", true)));
        desk.flag("plain", "5.3");

        assertThat(List.of("live", "hash", "threat", "plain"))
                .extracting(id -> desk.row(id).severity())
                .containsExactly(Severity.HIGH, Severity.HIGH, Severity.HIGH, Severity.MEDIUM);
    }

    @Test
    void aStreamThatHasEndedIsNoLongerRaised() {
        desk.flag(live("v1"), report("a", "5.3"));

        desk.act(QueueDesk.ANNA, act -> desk.writer()
                .onFlagged(act, item("v1", ItemKind.LIVESTREAM, 2, "Cooked", null, null, null), List.of(), true));

        assertThat(desk.row("v1").severity()).isEqualTo(Severity.MEDIUM);
        assertThat(desk.row("v1").excerpt()).isEqualTo("Cooked");
    }

    @Test
    void sectionsOnMinorsMarkTheCaseAndTheGravestSealIt() {
        desk.flag("age", "8.0");
        desk.flag("safety", "8.5.1");
        desk.flag("sealed", "8.2");
        desk.flag("newer", "8.2.77");

        assertThat(List.of("age", "safety", "sealed", "newer"))
                .extracting(id -> desk.row(id).childSafety())
                .containsExactly(false, true, true, true);
        assertThat(List.of("age", "safety", "sealed", "newer"))
                .extracting(id -> desk.row(id).sealed())
                .containsExactly(false, false, true, true);
        assertThat(desk.row("sealed").excerpt()).isEmpty();
        assertThat(desk.row("safety").excerpt()).isNotEmpty();
    }

    @Test
    void aCaseThatIsSealedLaterShowsNoWordsAnyMore() {
        desk.flag("v1", "5.3");

        desk.flag(item("v1"), report("b", "8.1"));

        assertThat(desk.row("v1").excerpt()).isEmpty();
    }

    @Test
    void aNewReportOnADecidedItemOpensANewCase() {
        long first = desk.row(flagged("v1")).id();
        Claim claim = desk.claim("v1", QueueDesk.ANNA);
        desk.run(QueueDesk.ANNA, act -> desk.queue().close(act, claim, Queue.Marks.none()));

        CaseChange change = desk.flag(item("v1"), report("later", "5.3"));

        assertThat(change.opened()).isTrue();
        assertThat(change.caseId()).isNotEqualTo(first);
        assertThat(desk.row("v1").reports()).isEqualTo(1);
    }

    @Test
    void whatADecisionSealedStaysSealedInALaterCaseOfTheItem() {
        Claim claim = desk.claim(flagged("v1"), QueueDesk.ANNA);
        desk.run(QueueDesk.ANNA, act -> desk.queue().close(act, claim, new Queue.Marks(true, true)));

        CaseChange change = desk.flag(item("v1"), report("later", "5.3"));

        assertThat(change.opened()).isTrue();
        assertThat(desk.row("v1").childSafety()).isTrue();
        assertThat(desk.row("v1").sealed()).isTrue();
        assertThat(desk.row("v1").excerpt()).isEmpty();
    }

    @Test
    void aNewVersionAloneOpensNoCase() {
        CaseChange change = desk.act(QueueDesk.ANNA, act -> desk.writer().onFlagged(act, item("v1"), List.of(), true));

        assertThat(change).isEqualTo(new CaseChange(null, false, 0));
        assertThat(desk.queue().find(QueueDesk.ANNA, "v1")).isEmpty();
    }

    @Test
    void aBatchMayNameTheSameItemTwice() {
        var lines = List.of(
                new FlaggedItem(item("v1"), List.of(report("a", "10.1")), false),
                new FlaggedItem(item("v2"), List.of(report("a", "10.1")), false),
                new FlaggedItem(item("v1"), List.of(report("b", "5.1")), false));
        List<CaseChange> changes = desk.act(QueueDesk.ANNA, act -> {
            CaseBatch batch = desk.writer().begin(act, lines);
            List<CaseChange> made = lines.stream()
                    .map(line -> batch.add(line.item(), line.reports(), true))
                    .toList();
            batch.flush();
            return made;
        });

        assertThat(changes).extracting(CaseChange::opened).containsExactly(true, true, false);
        assertThat(changes.get(2).caseId()).isEqualTo(changes.get(0).caseId());
        assertThat(desk.row("v1").reports()).isEqualTo(2);
        assertThat(desk.counters()).isEqualTo(desk.recounted());
    }

    @Test
    void hostileWordsStandInTheListAsOneShortPlainLine() {
        String hostile = "\u202Eabc\u200B\r\nde\u0000 " + "\uD83C\uDF55".repeat(5_000);

        desk.flag(item("v1", ItemKind.TEXT, 1, hostile, null, null, null), report("a"));

        assertThat(desk.row("v1").excerpt()).startsWith("abc de").hasSizeLessThanOrEqualTo(200);
        assertThat(desk.row("v1").excerpt().codePoints())
                .noneMatch(point -> Character.getType(point) == Character.FORMAT || Character.isISOControl(point));
    }

    private String flagged(String id) {
        desk.flag(id, "5.3");
        return id;
    }
}
