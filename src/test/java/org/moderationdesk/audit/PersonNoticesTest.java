package org.moderationdesk.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.moderationdesk.audit.AuditDesk.ANNA;
import static org.moderationdesk.audit.AuditDesk.BRAM;
import static org.moderationdesk.audit.AuditDesk.UNCLEARED;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.decisions.HiddenTests;
import org.moderationdesk.decisions.MeasureType;
import org.moderationdesk.emergency.Emergencies;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.StoredEvents;
import org.moderationdesk.notices.Statement;
import org.moderationdesk.notices.Statement.Taken;
import org.moderationdesk.notices.StatementWords;
import org.moderationdesk.notices.Told;
import org.moderationdesk.notices.Told.Why;
import org.moderationdesk.orders.NewOrder;
import org.moderationdesk.orders.Order;
import org.moderationdesk.orders.OrderKind;
import org.moderationdesk.orders.Orders;
import org.moderationdesk.orders.StepKind;
import org.moderationdesk.orders.Subject;
import org.moderationdesk.queue.StoredQueue;
import org.moderationdesk.referrals.targets.StoredTargets;
import org.moderationdesk.referrals.targets.SupportLine;
import org.moderationdesk.referrals.targets.Target;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.RightRefused;
import org.moderationdesk.staff.Role;

/** What the person concerned is told of a decision, and what never. */
@OnBothStores
class PersonNoticesTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final String REMOVAL = """
        "answers":{"%s":"YES"},"outcome":"REMOVE","rationale":"the words of whoever decided"%s\
        """;

    private AuditDesk desk;

    @BeforeEach
    void open(@TempDir Path folder) {
        desk = new AuditDesk(folder);
    }

    @AfterEach
    void close() {
        assertThat(desk.review().verify().intact()).isTrue();
        desk.close();
    }

    @Test
    void itSaysWhatWasDoneWhyWhoMadeUsLookAndWhereToTurnAndNothingElse() {
        String id = removed("A-1", "5.3", "5.3.1", "");
        assertThat(read(id)).isInstanceOf(Told.NotYet.class);
        desk.clock().advance(DAY);

        Statement statement = statement(id);

        assertThat(statement.taken()).extracting(Taken::type).containsExactly(MeasureType.REMOVAL);
        assertThat(statement.help()).isEmpty();
        assertThat(statement.inNeed()).isFalse();
        String en = words(statement, Language.EN);
        assertThat(en)
                .contains(
                        "your text",
                        "- it was removed, everywhere",
                        "guidelines (edition 2020-12)",
                        "5.3.1",
                        "after a report by somebody who uses the platform",
                        "No automated system found it.",
                        "A person decided",
                        "within six months: klachten@example.org.",
                        "out-of-court settlement",
                        id)
                .doesNotContain("anna", "the words of whoever decided", "113", "the text\n");
        assertThat(words(statement, Language.NL)).contains("je tekst", "overal verwijderd", "binnen zes maanden");
        assertThat(shown()).as("twice").hasSize(2).allSatisfy(facts -> assertThat(facts)
                .isEqualTo("{\"by\":\"notice\",\"decision\":\"" + id + "\"}"));
    }

    @Test
    void whoMayBeInNeedIsToldWhoHelpsOnSuicideAndSelfHarmAndWhereEmergencyServicesWereToBeTold() {
        String suicide = removed("A-1", "5.1", "5.1.1", "");
        String harm = removed("A-2", "5.2", "5.2.2", "");
        String referred = removed("A-3", "6.1", "6.1.1", """
            ,"referrals":[{"to":"EMERGENCY_SERVICES","why":"in danger now","threatToLife":true}]\
            """);
        String other = removed("A-4", "5.3", "5.3.1", "");
        desk.clock().advance(DAY);

        for (String id : List.of(suicide, harm, referred)) {
            assertThat(statement(id).help()).extracting(Target::code).containsExactly("NL_113");
            assertThat(words(statement(id), Language.NL)).contains("113 Zelfmoordpreventie, 0800-0113");
            assertThat(words(statement(id), Language.EN))
                    .contains("113 Suicide prevention")
                    .doesNotContain("in danger now", "mergency services");
        }
        assertThat(words(statement(other), Language.NL)).doesNotContain("113");
    }

    @Test
    void whoeverEmergencyServicesWereCalledForIsToldWhoHelpsWithoutAReferralToo() {
        String called = removed("A-1", "5.3", "5.3.1", "");
        String other = removed("A-2", "5.3", "5.3.1", "");
        desk.clock().advance(DAY);
        assertThat(statement(called).help()).isEmpty();

        var emergencies = new Emergencies(
                desk.store(),
                desk.review().log(),
                new StoredItems(desk.store(), StoredQueue::openCases),
                HiddenTests.NONE,
                "NL");
        var _ = emergencies.call(ANNA, "A-1", Optional.empty(), Emergencies.Said.asScripted());

        assertThat(statement(called).inNeed()).isTrue();
        assertThat(words(statement(called), Language.NL)).contains("113 Zelfmoordpreventie, 0800-0113");
        assertThat(words(statement(called), Language.EN))
                .as("nobody is told of the call")
                .doesNotContain("mergency services", "112");
        assertThat(statement(other).help()).isEmpty();
    }

    @Test
    void whereNobodyHelpsThatIsSaidToWhoSendsItAndALineThatIsSetIsNamed() {
        String id = removed("A-1", "5.1", "5.1.1", "");
        desk.clock().advance(DAY);
        var targets = new StoredTargets(desk.store(), desk.review().log());
        var none = new SupportLine("NL_113", "NL", "113 Zelfmoordpreventie", "113 Suicide prevention", "");
        int version = targets.setSupport(ANNA, 0, List.of(none)).version();

        Statement without = statement(id);
        assertThat(without.help()).isEmpty();
        assertThat(new StatementWords(new Texts(Language.EN)).lacks(without))
                .singleElement()
                .asString()
                .startsWith("Nobody is known who helps");

        var line = new SupportLine("", "nl", "De hulplijn", "The help line", "0800-1234");
        assertThat(targets.setSupport(ANNA, version, List.of(none, line)).find("NL_HELP_1"))
                .isPresent();
        assertThat(words(statement(id), Language.NL)).contains("De hulplijn, 0800-1234");
    }

    @Test
    void whatWaitsForASecondPersonIsNotToldAndWhatIsDoneIs() {
        String id = removed("A-1", "5.3", "5.3.1", ",\"account\":{\"measure\":\"BAN\"}");
        desk.clock().advance(DAY);

        assertThat(statement(id).taken()).extracting(Taken::type).containsExactly(MeasureType.REMOVAL);
    }

    @Test
    void aPassIsNoNewsAndNeitherIsWhatWasUndone() {
        desk.flag("A-1", "the text", "5.3");
        String passed = desk.decide("A-1", """
            "answers":{"5.3.1":"NO","5.3.2":"NO","5.3.3":"NO"},"outcome":"NO_VIOLATION"\
            """);
        assertThat(read(passed)).isEqualTo(new Told.Nothing(Why.NOTHING_DONE));
        String undone = removed("A-2", "5.3", "5.3.1", "");
        desk.review().review().undo(undone, ANNA);
        assertThat(read(undone)).isEqualTo(new Told.Nothing(Why.NO_MORE));
    }

    @Test
    void ofChildSafetyNobodyIsWarnedAndWithoutTheClearanceThereIsNoSuchDecision() {
        String id = removed("C-1", "8.4", "8.4.1", "");
        String later = removed("A-1", "5.3", "5.3.1", "");
        desk.clock().advance(DAY);
        assertThat(read(id)).isEqualTo(new Told.Nothing(Why.CHILD_SAFETY));
        assertThat(of(UNCLEARED).of(id)).isEmpty();

        assertThat(read(later)).isInstanceOf(Told.Of.class);
        var unused = desk.intake().take("""
            {"id":"A-1","kind":"TEXT","text":"the text","author":{"id":"u-A-1"},\
            "reports":[{"id":"r-2","source":"USER","sections":["8.4"],"at":"2026-11-03T11:00:00Z"}]}\
            """);
        assertThat(read(later)).as("marked since").isEqualTo(new Told.Nothing(Why.CHILD_SAFETY));
    }

    @Test
    void anOrderNotToTellIsKeptUntilItIsTakenBackAlsoOnceItIsAnswered() {
        String id = removed("A-1", "1.2", "1.2.1", "");
        desk.clock().advance(DAY);
        var orders = new Orders(desk.store(), desk.review().log(), desk.clock());
        Order done = orders.record(ANNA, secret("A-1"));
        assertThat(read(id)).isEqualTo(new Told.Nothing(Why.ORDERED));
        orders.step(ANNA, done.id(), StepKind.DONE, desk.clock().instant(), "removed everywhere", null);
        assertThat(read(id)).isEqualTo(new Told.Nothing(Why.ORDERED));
    }

    @Test
    void anOrderThatWasTakenBackForbidsNothing() {
        String id = removed("A-1", "1.2", "1.2.1", "");
        desk.clock().advance(DAY);
        var orders = new Orders(desk.store(), desk.review().log(), desk.clock());
        Order order = orders.record(ANNA, secret("A-1"));
        assertThat(read(id)).isEqualTo(new Told.Nothing(Why.ORDERED));
        orders.step(ANNA, order.id(), StepKind.WITHDRAWN, desk.clock().instant(), "they took it back", null);
        assertThat(read(id)).isInstanceOf(Told.Of.class);
    }

    @Test
    void whoMayNotReadDecisionsReadsNoNotices() {
        String id = removed("A-1", "5.3", "5.3.1", "");
        var reviewer = new Person("rik", Set.of(Role.REVIEWER), true);

        assertThatExceptionOfType(RightRefused.class)
                .isThrownBy(() -> of(reviewer).of(id));
        assertThat(of(BRAM).of("none")).isEmpty();
        assertThat(shown()).isEmpty();
    }

    private NewOrder secret(String item) {
        return new NewOrder(
                OrderKind.REMOVAL,
                "TCO_ORDER",
                "ATKM",
                "TCO-7",
                "by its seal",
                desk.clock().instant().atOffset(ZoneOffset.UTC),
                null,
                null,
                true,
                false,
                List.of(new Subject(item, "")),
                null);
    }

    private String removed(String item, String section, String clause, String more) {
        desk.flag(item, "the text", section);
        return desk.decide(item, REMOVAL.formatted(clause, more));
    }

    private PersonNotices of(Person viewer) {
        return new PersonNotices(
                desk.log(viewer),
                desk.statements("klachten@example.org"),
                desk.review().log());
    }

    private Told read(String id) {
        return of(ANNA).of(id).orElseThrow();
    }

    private Statement statement(String id) {
        return ((Told.Of) read(id)).statement();
    }

    private static String words(Statement statement, Language language) {
        return new StatementWords(new Texts(language)).of(statement);
    }

    private List<String> shown() {
        List<String> found = new ArrayList<>();
        long unused = new StoredEvents(desk.store()).stream(event -> {
            if (event.kind() == EventKind.SHOWN && event.facts().toString().contains("notice")) {
                found.add(event.facts().toString());
            }
        });
        return found;
    }
}
