package org.moderationdesk.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moderationdesk.audit.AuditDesk.ANNA;
import static org.moderationdesk.audit.AuditDesk.UNCLEARED;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.db.Progress;
import org.moderationdesk.decisions.Confidence;
import org.moderationdesk.decisions.DecisionFact;
import org.moderationdesk.decisions.DecisionState;
import org.moderationdesk.decisions.MeasureType;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.RightRefused;
import org.moderationdesk.staff.Role;

@OnBothStores
class DecisionLogTest {
    private static final String REMOVAL = "\"answers\":{\"5.3.1\":\"YES\"},\"outcome\":\"REMOVE\"";
    private static final String NOTHING =
            "\"answers\":{\"5.3.1\":\"NO\",\"5.3.2\":\"NO\",\"5.3.3\":\"NO\"},\"outcome\":\"NO_VIOLATION\"";
    private static final String OF_MINORS = """
        "answers":{"8.4.1":"YES"},"outcome":"ESCALATE","escalateTo":"general","notes":{"8.4.1":"looks so"},
        "rationale":"somebody who knows has to look"\
        """;
    private static final long ALL = Long.MAX_VALUE;

    @TempDir
    private Path folder;

    private AuditDesk desk;

    @BeforeEach
    void open() {
        desk = new AuditDesk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aRowSaysWhatWasDecidedAndInTimeForWhat() {
        desk.flag("A-1", "text", "6.1");
        Instant opened = desk.clock().instant();
        desk.clock().advance(Duration.ofMinutes(4));
        String id = desk.decide("A-1", """
            "answers":{"5.3.1":"YES","5.3.2":"NO"},"outcome":"REMOVE","account":{"measure":"STRIKE"},
            "rationale":"Somebody should look at this in court.","confidence":"LOW","difficult":true,
            "referrals":[{"to":"JUDICIAL_AUTHORITY","why":"It names a victim and a place."}]\
            """);

        DecisionFacts facts = desk.log(ANNA).load(Progress.NONE);

        assertThat(facts.size()).isOne();
        assertThat(facts.item(0)).isEqualTo("A-1");
        assertThat(facts.words().people().word(facts.person(0))).isEqualTo("anna");
        assertThat(facts.outcome(0)).isEqualTo(Outcome.REMOVE);
        assertThat(facts.words().sections().word(facts.section(0))).isEqualTo("5.3");
        assertThat(facts.words().clauses().word(facts.clauses(0))).isEqualTo("5.3.1");
        assertThat(facts.kind(0)).isEqualTo(ItemKind.TEXT);
        assertThat(facts.words().queues().word(facts.queue(0))).isEqualTo("general");
        assertThat(facts.confidence(0)).contains(Confidence.LOW);
        assertThat(facts.difficult(0)).isTrue();
        assertThat(facts.has(0, MeasureType.STRIKE)).isTrue();
        assertThat(facts.has(0, MeasureType.REMOVAL)).isTrue();
        assertThat(facts.has(0, MeasureType.BAN)).isFalse();
        assertThat(facts.isReferred(0, ReferralTarget.JUDICIAL_AUTHORITY)).isTrue();
        assertThat(facts.at(0)).isEqualTo(desk.clock().millis());
        assertThat(Instant.ofEpochMilli(facts.openedAt(0))).isBetween(opened.minusSeconds(1), opened);
        assertThat(facts.dueAt(0)).isGreaterThan(facts.at(0));
        assertThat(facts.onTime(0)).isTrue();
        assertThat(facts.state(0)).isEqualTo(DecisionState.AWAITING_SECOND);
        assertThat(desk.log(ANNA).before(ALL, 1))
                .extracting(DecisionFact::decisionId)
                .containsExactly(id);
    }

    @Test
    void withoutAClauseTheReportedSectionLeads() {
        desk.flag("A-1", "text", "5.3");
        var _ = desk.decide("A-1", NOTHING);

        assertThat(desk.log(ANNA).before(ALL, 1))
                .extracting(DecisionFact::section)
                .containsExactly("5.3");
    }

    @Test
    void whatIsLateIsSaidToBe() {
        desk.flag("A-1", "text", "5.3");
        desk.clock().advance(Duration.ofDays(30));
        var _ = desk.decide("A-1", NOTHING);

        assertThat(desk.log(ANNA).load(Progress.NONE).onTime(0)).isFalse();
    }

    @Test
    void theMigrationMakesOfOlderDecisionsWhatTheDeskWritesOfNewOnes() throws IOException {
        desk.flag("A-1", "text", "5.3");
        desk.flag("A-2", "text", "5.3");
        desk.flag("A-3", "text", "8.4");
        String undone = desk.decide("A-1", REMOVAL + ",\"account\":{\"measure\":\"STRIKE\"},\"confidence\":\"HIGH\"");
        assertThat(desk.review().review().undo(undone, ANNA).decision().line().id())
                .isNotEmpty();
        var _ = desk.decide("A-1", REMOVAL + ",\"difficult\":true");
        var _ = desk.decide("A-2", NOTHING);
        var _ = desk.decide("A-3", OF_MINORS);
        List<DecisionFact> written = desk.log(ANNA).before(ALL, 10);
        assertThat(written).hasSize(4).extracting(DecisionFact::childSafety).contains(true);

        String fill = script().substring(script().indexOf("insert into decision_fact"));
        int rows = desk.store().write(handle -> {
            handle.execute("delete from decision_fact");
            return handle.execute(fill.replace(";", ""));
        });

        assertThat(rows).isEqualTo(4);
        assertThat(desk.log(ANNA).before(ALL, 10)).isEqualTo(written);
    }

    @Test
    void theNewestComeFirstAndNoneTwiceNorLeftOut() {
        for (int i = 0; i < 7; i++) {
            desk.flag("A-" + i, "text", "5.3");
            var _ = desk.decide("A-" + i, NOTHING);
        }
        DecisionLog log = desk.log(ANNA);

        List<DecisionFact> first = log.before(ALL, 3);
        List<DecisionFact> second = log.before(first.getLast().seq(), 3);
        List<DecisionFact> last = log.before(second.getLast().seq(), 3);

        assertThat(first).extracting(DecisionFact::itemId).containsExactly("A-6", "A-5", "A-4");
        assertThat(second).extracting(DecisionFact::itemId).containsExactly("A-3", "A-2", "A-1");
        assertThat(last).extracting(DecisionFact::itemId).containsExactly("A-0");
    }

    @Test
    void whatIsDecidedAndUndoneLaterIsTakenUp() {
        desk.flag("A-1", "text", "5.3");
        desk.flag("A-2", "text", "5.3");
        String first = desk.decide("A-1", REMOVAL);
        DecisionLog log = desk.log(ANNA);
        assertThat(log.load(Progress.NONE).size()).isOne();

        assertThat(desk.review().review().undo(first, ANNA).decision().line().id())
                .isNotEmpty();
        var _ = desk.decide("A-2", NOTHING);
        DecisionFacts facts = log.load(Progress.NONE);

        assertThat(facts.size()).isEqualTo(2);
        assertThat(facts.state(0)).isEqualTo(DecisionState.REVERSED);
        assertThat(facts.item(1)).isEqualTo("A-2");
    }

    @Test
    void whatConcernsChildSafetyIsNeitherLoadedNorListedWithoutTheClearance() {
        desk.flag("A-1", "text", "5.3");
        desk.flag("A-2", "text", "8.4");
        String open = desk.decide("A-1", REMOVAL);
        var _ = desk.decide("A-2", OF_MINORS);

        assertThat(desk.log(ANNA).load(Progress.NONE).size()).isEqualTo(2);
        assertThat(desk.log(UNCLEARED).load(Progress.NONE).size()).isOne();
        assertThat(desk.log(UNCLEARED).before(ALL, 10))
                .extracting(DecisionFact::decisionId)
                .containsExactly(open);
        List<Long> all =
                desk.log(ANNA).before(ALL, 10).stream().map(DecisionFact::seq).toList();
        assertThat(desk.log(UNCLEARED).named(all)).hasSize(1);
    }

    @Test
    void whatComesToConcernChildSafetyIsForgotten() {
        desk.flag("A-1", "text", "5.3");
        String removed = desk.decide("A-1", REMOVAL);
        DecisionLog log = desk.log(UNCLEARED);
        assertThat(log.load(Progress.NONE).size()).isOne();

        assertThat(desk.review().review().undo(removed, ANNA).decision().line().id())
                .isNotEmpty();
        var _ = desk.decide("A-1", OF_MINORS);

        assertThat(log.load(Progress.NONE).size()).isZero();
        assertThat(log.before(ALL, 10)).isEmpty();
    }

    @Test
    void onlyWhoMaySeeDecisionsReadsThem() {
        var reviewer = new Person("dora", Set.of(Role.REVIEWER, Role.ADMINISTRATOR), true);
        DecisionLog log = desk.log(reviewer);

        assertThatThrownBy(() -> log.load(Progress.NONE)).isInstanceOf(RightRefused.class);
        assertThatThrownBy(() -> log.before(ALL, 1)).isInstanceOf(RightRefused.class);
        assertThatThrownBy(() -> log.named(List.of(1L))).isInstanceOf(RightRefused.class);
    }

    private static String script() throws IOException {
        try (InputStream script = DecisionLogTest.class.getResourceAsStream("/db/migration/V080__decision_fact.sql")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
