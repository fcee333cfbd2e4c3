package org.moderationdesk.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.approvals.Notice;
import org.moderationdesk.decisions.HiddenTests;
import org.moderationdesk.intake.ImportResult;
import org.moderationdesk.items.FlaggedItem;
import org.moderationdesk.queue.CaseArchive;
import org.moderationdesk.queue.CaseRow;
import org.moderationdesk.review.Proposed;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.RightRefused;
import org.moderationdesk.staff.Role;

/** Hidden tests lie among the cases as cases, and nothing that is decided on them comes to anything. */
class HiddenTestsTest {
    private static final String BAN = """
        "answers":{"5.3.1":"YES"},"outcome":"REMOVE","account":{"measure":"BAN"},\
        "rationale":"that is what the rules ask for"
        """;
    private static final String EMERGENCY = """
        "answers":{"5.3.1":"YES"},"outcome":"REMOVE","account":{"measure":"STRIKE"},\
        "referrals":[{"to":"EMERGENCY_SERVICES","why":"somebody is in danger there","threatToLife":true}],\
        "rationale":"that is what the rules ask for"
        """;

    @TempDir
    private Path folder;

    private HiddenDesk desk;

    @BeforeEach
    void open() {
        desk = new HiddenDesk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private <T> T read(Function<Handle, T> what) {
        return desk.practice().review().store().read(what::apply);
    }

    @Test
    void oneInFiveComesInAmongTheCasesAndIsCountedNowhere() throws IOException {
        PracticeSet set = desk.practice().published(12, PracticeDesk.closed("Knives"));
        HiddenShare _ = desk.hidden().set(PracticeDesk.RUTH, HiddenDesk.QUEUE, 5, List.of(set.id()));

        List<FlaggedItem> lines = desk.lines(0, 50);
        ImportResult result = desk.take(lines);
        assertThat(result.read()).isEqualTo(50);
        assertThat(result.newCases()).isEqualTo(50);
        assertThat(desk.hidden().placed(PracticeDesk.TESS)).hasSize(10);
        assertThat(cases()).isEqualTo(60);
        assertThat(desk.hidden().shares(PracticeDesk.TESS)).singleElement().satisfies(share -> assertThat(share.seen())
                .isEqualTo(50));

        ImportResult again = desk.take(lines);
        assertThat(again.unchanged()).isEqualTo(50);
        assertThat(desk.hidden().placed(PracticeDesk.TESS)).hasSize(10);
        // The set has two more, and no third.
        ImportResult _ = desk.take(desk.lines(50, 100));
        assertThat(desk.hidden().placed(PracticeDesk.TESS)).hasSize(12);
    }

    private long cases() {
        return read(handle -> handle.createQuery("select count(*) from open_case")
                .mapTo(Long.class)
                .one());
    }

    @Test
    void whatIsDecidedOnThemLeavesEverythingRealAsItWas() throws IOException {
        List<HiddenTest> tests = desk.tenTests();
        String real = desk.decide(Proposed.of("V-20001", BAN));
        assertThat(real).isNotEmpty();
        Set<String> items = tests.stream().map(HiddenTest::itemId).collect(Collectors.toSet());
        Map<String, List<String>> before = real(items);

        List<String> decisions = new ArrayList<>();
        for (int i = 0; i < tests.size(); i++) {
            decisions.add(desk.decide(Proposed.of(tests.get(i).itemId(), i % 2 == 0 ? BAN : EMERGENCY)));
        }
        desk.clock().advance(Duration.ofMinutes(1));
        // Until it is dropped, the record of who reports is another: the walk sees it.
        assertThat(real(items)).isNotEqualTo(before);
        assertThat(desk.hidden().drop(PracticeDesk.RUTH))
                .as("the bans wait for a second person, who may refuse them yet")
                .isEqualTo(5);
        for (int i = 0; i < decisions.size(); i += 2) {
            assertThat(desk.practice().review().review().approve(decisions.get(i), PracticeDesk.RUTH))
                    .isNotNull();
        }
        assertThat(desk.hidden().drop(PracticeDesk.RUTH)).isEqualTo(5);
        assertThat(real(items)).isEqualTo(before);
        assertThat(desk.hidden().drop(PracticeDesk.RUTH)).isZero();
        assertThat(desk.practice().review().verify().intact()).isTrue();

        assertThat(exported(HiddenTests.NONE)).containsAll(items);
        assertThat(exported(new StoredHiddenTests()))
                .doesNotContainAnyElementsOf(items)
                .contains("V-20001");
        assertThat(decisions).doesNotHaveDuplicates();
    }

    private Set<String> exported(HiddenTests tests) {
        var archive = new CaseArchive(desk.practice().review().store(), tests);
        Set<String> items = new HashSet<>();
        archive.stream(
                PracticeDesk.RUTH,
                Instant.EPOCH,
                desk.clock().instant().plusSeconds(1),
                (CaseRow row) -> items.add(row.itemId()));
        Set<String> hidden = archive.hiddenItems(PracticeDesk.RUTH);
        items.removeAll(hidden);
        return items;
    }

    /** All rows about measures, referrals and sources that are not of these items or of who was made up for them. */
    private Map<String, List<String>> real(Set<String> items) {
        return read(handle -> {
            Set<String> madeUp = new HashSet<>();
            handle.createQuery("select reporter from report where item_id in (<ids>) and reporter is not null")
                    .bindList("ids", List.copyOf(items))
                    .mapTo(String.class)
                    .forEach(madeUp::add);
            handle.createQuery("select account_id from item where id in (<ids>)")
                    .bindList("ids", List.copyOf(items))
                    .mapTo(String.class)
                    .forEach(madeUp::add);
            Map<String, List<String>> rows = new TreeMap<>();
            for (String table : List.of("measure", "referral", "filing", "report_source", "account", "decision")) {
                rows.put(
                        table,
                        handle.createQuery("select * from " + table).mapToMap().list().stream()
                                .filter(row -> row.values().stream()
                                        .map(String::valueOf)
                                        .noneMatch(value -> items.contains(value) || madeUp.contains(value)))
                                .map(row -> new TreeMap<>(row).toString())
                                .sorted()
                                .toList());
            }
            return rows;
        });
    }

    @Test
    void anEmergencyOnOneIsToldToTheLeadAtOnceAsATest() throws IOException {
        HiddenTest test = desk.tenTests().getFirst();
        var notices = new HiddenNotices(
                desk.practice().review().store(), desk.practice().review().decisions());
        String _ = desk.decide(Proposed.of("V-20002", EMERGENCY));
        assertThat(notices.of(PracticeDesk.RUTH)).isEmpty();
        String decision = desk.decide(Proposed.of(test.itemId(), EMERGENCY));

        assertThat(notices.of(PracticeDesk.RUTH)).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(Notice.Kind.TEST_EMERGENCY);
            assertThat(notice.about()).isEqualTo(decision);
            assertThat(notice.who()).isEqualTo(PracticeDesk.FLEUR.name());
        });
        assertThat(notices.of(PracticeDesk.FLEUR)).isEmpty();
        assertThat(notices.of(PracticeDesk.TESS)).isEmpty();
    }

    @Test
    void resultsAreForWhoTrainsAndOneWrongAnswerIsNoReason() throws IOException {
        List<HiddenTest> tests = desk.tenTests();
        String _ = desk.decide(Proposed.removal(tests.getFirst().itemId()));
        for (HiddenTest test : tests.subList(1, 6)) {
            String _ = desk.decide(PracticeDesk.nothing(test.itemId()));
        }
        List<HiddenResult> results = desk.hidden().results(PracticeDesk.TESS);
        assertThat(results).hasSize(6).allSatisfy(one -> {
            boolean odd = Integer.parseInt(one.test().practiceItem().substring(2)) % 2 == 1;
            boolean removed = one.outcome() == org.moderationdesk.decisions.Outcome.REMOVE;
            assertThat(one.isRight()).isEqualTo(odd == removed);
        });
        assertThat(new HiddenCount("fleur", 9, 2).isEnough()).isFalse();
        assertThat(new HiddenCount("fleur", 4, 4).isEnough()).isFalse();
        assertThat(new HiddenCount("fleur", 5, 3).isEnough()).isTrue();
        assertThat(HiddenCount.of(results)).singleElement().satisfies(count -> assertThat(count.answered())
                .isEqualTo(6));
        for (var person : List.of(PracticeDesk.FLEUR, PracticeDesk.ANNA)) {
            assertThatThrownBy(() -> desk.hidden().results(person)).isInstanceOf(RightRefused.class);
            assertThatThrownBy(() -> desk.hidden().placed(person)).isInstanceOf(RightRefused.class);
            assertThatThrownBy(() -> desk.hidden().shares(person)).isInstanceOf(RightRefused.class);
        }
        assertThatThrownBy(() -> desk.hidden().set(PracticeDesk.TESS, HiddenDesk.QUEUE, 0, List.of()))
                .isInstanceOf(RightRefused.class);
    }

    @Test
    void nothingThatIsStoredOutsidePracticeTellsATestFromACase() throws IOException {
        HiddenTest test = desk.tenTests().getFirst();
        PracticeItem known = desk.practice()
                .sets()
                .items(PracticeDesk.TESS, test.setId(), test.version(), 0, 20)
                .getFirst();
        String _ = desk.decide(Proposed.of(test.itemId(), BAN));
        String _ = desk.decide(Proposed.of("V-20003", BAN));

        assertThat(shape(test.itemId())).isEqualTo(shape("V-20003"));
        Set<String> words = new HashSet<>(Set.of(test.setId(), "u-" + known.id(), "r-" + known.id(), "\"P-"));
        assertThat(saying(words)).isEmpty();

        // What would tell is seen: another column filled, and the name by which practice knows it.
        desk.practice()
                .review()
                .store()
                .write(handle ->
                        handle.execute("update open_case set queue = 'P-one' where item_id = ?", test.itemId()));
        assertThat(shape(test.itemId())).isNotEqualTo(shape("V-20003"));
        desk.practice()
                .review()
                .store()
                .write(handle -> handle.execute(
                        "update open_case set queue = ? where item_id = ?", "u-" + known.id(), test.itemId()));
        assertThat(saying(words)).isNotEmpty();
    }

    private Map<String, Set<String>> shape(String itemId) {
        return read(handle -> {
            long caseId = handle.createQuery("select id from open_case where item_id = ?")
                    .bind(0, itemId)
                    .mapTo(Long.class)
                    .one();
            return StoredShape.of(handle, itemId, caseId);
        });
    }

    private List<String> saying(Set<String> words) {
        return read(handle -> StoredShape.saying(handle, words));
    }

    private long waiting() {
        return read(handle -> handle.createQuery("select count(*) from open_case where state = 'WAITING'")
                .mapTo(Long.class)
                .one());
    }

    @Test
    void whereAQueueIsGivenNoneAnyMoreOpenOnesAreDecidedLikeAnyCase() throws IOException {
        assertThat(desk.tenTests()).hasSize(10);
        var review = desk.practice().review().review();
        assertThat(desk.hidden().retiring(review).over(PracticeDesk.RUTH)).isZero();
        HiddenShare _ = desk.hidden().set(PracticeDesk.RUTH, HiddenDesk.QUEUE, 0, List.of());
        assertThat(desk.hidden().retiring(review).over(PracticeDesk.RUTH)).isEqualTo(10);
        assertThat(waiting()).isEqualTo(50);
        assertThat(desk.practice().review().verify().intact()).isTrue();
        assertThat(desk.hidden().standing(PracticeDesk.TESS)).hasSize(10).allSatisfy(one -> assertThat(one.standing())
                .isEqualTo(PlacedTest.Standing.RETIRED));
        assertThat(desk.hidden().results(PracticeDesk.TESS))
                .as("whoever retires them knew what they are")
                .isEmpty();
    }

    @Test
    void oneThatWaitsIsRetiredByHandByALeadAndPutBack() throws IOException {
        HiddenTest test = desk.tenTests().getFirst();
        var retiring = desk.hidden().retiring(desk.practice().review().review());
        for (var person : List.of(PracticeDesk.TESS, PracticeDesk.FLEUR)) {
            assertThatThrownBy(() -> retiring.one(person, test.itemId())).isInstanceOf(RightRefused.class);
        }
        assertThatThrownBy(() -> retiring.one(PracticeDesk.RUTH, "V-20001"))
                .as("a case")
                .isInstanceOfSatisfying(PracticeRefused.class, refused -> assertThat(refused.why())
                        .isEqualTo(PracticeRefused.Why.UNKNOWN_ITEM));
        var retired = retiring.one(PracticeDesk.RUTH, test.itemId());
        assertThat(standing(test)).isEqualTo(PlacedTest.Standing.RETIRED);
        assertThatThrownBy(() -> retiring.one(PracticeDesk.RUTH, test.itemId()))
                .isInstanceOfSatisfying(PracticeRefused.class, refused -> assertThat(refused.why())
                        .isEqualTo(PracticeRefused.Why.NOT_WAITING));
        retiring.back(PracticeDesk.RUTH, retired.decisionId());
        assertThat(standing(test)).isEqualTo(PlacedTest.Standing.WAITING);

        String _ = desk.decide(Proposed.removal(test.itemId()));
        assertThat(standing(test)).isEqualTo(PlacedTest.Standing.ANSWERED);
        assertThat(desk.hidden().results(PracticeDesk.TESS)).singleElement().satisfies(one -> assertThat(one.person())
                .isEqualTo(PracticeDesk.FLEUR.name()));
    }

    private PlacedTest.Standing standing(HiddenTest test) {
        return desk.hidden().standing(PracticeDesk.TESS).stream()
                .filter(one -> one.test().equals(test))
                .map(PlacedTest::standing)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void oneThatCameToBeOfChildSafetyIsNotThereWithoutTheClearance() throws IOException {
        HiddenTest test = desk.tenTests().getFirst();
        String _ = desk.decide(Proposed.removal(test.itemId()));
        assertThat(desk.hidden().placed(PracticeDesk.TESS)).contains(test);
        assertThat(desk.hidden().results(PracticeDesk.TESS)).hasSize(1);
        desk.practice()
                .store()
                .write(handle ->
                        handle.execute("update open_case set child_safety = true where item_id = ?", test.itemId()));

        var cleared = new Person("tess", Set.of(Role.TRAINER), true);
        assertThat(desk.hidden().placed(PracticeDesk.TESS)).hasSize(9).doesNotContain(test);
        assertThat(desk.hidden().results(PracticeDesk.TESS)).isEmpty();
        assertThat(desk.hidden().placed(cleared)).hasSize(10).contains(test);
    }

    @Test
    void aSetOfMinorsIsNeverTakenFromAndAShareHasItsBounds() throws IOException {
        PracticeSet set = desk.practice().published(2, PracticeDesk.closed("Knives"));
        assertThatThrownBy(() -> desk.hidden().set(PracticeDesk.RUTH, HiddenDesk.QUEUE, 4, List.of(set.id())))
                .isInstanceOf(PracticeRefused.class);
        assertThatThrownBy(() -> desk.hidden().set(PracticeDesk.RUTH, HiddenDesk.QUEUE, 5, List.of()))
                .isInstanceOf(PracticeRefused.class);
        PracticeSet open = desk.practice().published(2);
        assertThatThrownBy(() -> desk.hidden().set(PracticeDesk.RUTH, HiddenDesk.QUEUE, 5, List.of(open.id())))
                .isInstanceOfSatisfying(PracticeRefused.class, refused -> assertThat(refused.why())
                        .isEqualTo(PracticeRefused.Why.HIDDEN_OPEN));
        PracticeSet minors = desk.practice()
                .sets()
                .make(
                        PracticeDesk.TESS,
                        PracticeDesk.closed("Minors"),
                        Changes.ofItems(
                                List.of(PracticeDesk.put("P-1", "8.4")),
                                List.of(PracticeDesk.line("P-1", PracticeDesk.removed("P-1")))));
        PracticeSet _ = desk.practice().sets().publish(PracticeDesk.TESS, minors.id());
        HiddenShare _ = desk.hidden().set(PracticeDesk.RUTH, HiddenDesk.QUEUE, 5, List.of(minors.id()));
        ImportResult _ = desk.take(desk.lines(0, 10));
        assertThat(desk.hidden().placed(PracticeDesk.RUTH)).isEmpty();
    }
}
