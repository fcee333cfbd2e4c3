package org.moderationdesk.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.approvals.Notice;
import org.moderationdesk.base.CanonicalJson;
import org.moderationdesk.base.Language;
import org.moderationdesk.db.OnPostgres;
import org.moderationdesk.db.PostgresServer;
import org.moderationdesk.db.PostgresStore;
import org.moderationdesk.db.SharedStoreDoor;
import org.moderationdesk.db.StoreRefused;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.Rules;
import org.moderationdesk.intake.ImportProgress;
import org.moderationdesk.intake.ImportResult;
import org.moderationdesk.intake.Intake;
import org.moderationdesk.intake.Receiver;
import org.moderationdesk.items.DeskFormat;
import org.moderationdesk.items.FlaggedItem;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.items.ItemWriter;
import org.moderationdesk.items.Report;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.media.MediaStore;
import org.moderationdesk.practice.scoring.RunScorer;
import org.moderationdesk.queue.FlaggedItems;
import org.moderationdesk.queue.StoredQueue;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.Proposed;
import org.moderationdesk.review.ReviewDesk;
import org.moderationdesk.review.Submitted;
import org.moderationdesk.settings.WellbeingSettings;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;
import org.moderationdesk.staff.SharedPeople;
import org.moderationdesk.wellbeing.Wellbeing;

/** Hidden tests on a shared store, from the import to what they leave behind, each person over a login of their own. */
@OnPostgres
final class SharedHiddenTest {
    private static final String NAME = "hidden_tests";
    private static final Person HILDE = new Person("hilde", Set.of(Role.REVIEWER, Role.TEAM_LEAD), true);
    private static final Person HUGO = new Person("hugo", Set.of(Role.REVIEWER), true);
    private static final Person TOM = new Person("tom", Set.of(Role.TRAINER), false);
    private static final Person HANNA = new Person("hanna", Set.of(Role.ADMINISTRATOR), false);
    private static final InstantSource NOW = InstantSource.system();
    private static final Rules RULES = new Rules(PracticeDesk.BOOK);
    private static final String EMERGENCY = """
        "answers":{"5.3.1":"YES"},"outcome":"REMOVE","account":{"measure":"STRIKE"},\
        "referrals":[{"to":"EMERGENCY_SERVICES","why":"somebody is in danger there","threatToLife":true}],\
        "rationale":"that is what the rules ask for"
        """;
    private static final String TO_NCMEC = """
        "answers":{"8.1.1":"YES"},"outcome":"REMOVE","rationale":"a neutral placeholder",\
        "referrals":[{"to":"NCMEC","why":"a neutral placeholder","threatToLife":true}]
        """;

    @TempDir
    private static Path folder;

    private static PostgresServer server;
    private static PostgresStore leads;
    private static PostgresStore reviewers;
    private static PostgresStore trainers;
    private static ReviewDesk lead;
    private static ReviewDesk reviewer;
    private static Hidden hidden;
    private static ImportResult taken;
    private static List<HiddenTest> tests;

    @BeforeAll
    static void prepare() throws Exception {
        server = PostgresServer.shared();
        var door = new SharedStoreDoor(server.place(NAME));
        door.prepare(PostgresServer.ADMIN, PostgresServer.PASSWORD);
        SharedPeople.add(door, HANNA, HILDE, HUGO, TOM);
        leads = open(door, HILDE);
        reviewers = open(door, HUGO);
        trainers = open(door, TOM);
        lead = new ReviewDesk(leads, NOW);
        reviewer = new ReviewDesk(reviewers, NOW);
        var sets = new Sets(leads, NOW, RULES);
        hidden = new Hidden(leads, lead.log(), NOW, lead.decisions(), sets, new RunScorer(RULES));
        HiddenShare _ = hidden.set(HILDE, HiddenDesk.QUEUE, 5, List.of(published(sets)));
        taken = take(IntStream.range(0, 75).mapToObj(SharedHiddenTest::line).toList());
        tests = hidden.placed(HILDE);
    }

    private static PostgresStore open(SharedStoreDoor door, Person person) throws StoreRefused {
        return door.open(person.name(), SharedPeople.SECRET, 2);
    }

    private static String published(Sets sets) {
        List<String> ids = IntStream.rangeClosed(1, 15).mapToObj(i -> "P-" + i).toList();
        PracticeSet made = sets.make(
                HILDE,
                PracticeDesk.closed("Knives"),
                Changes.ofItems(
                        ids.stream().map(id -> PracticeDesk.put(id, "5.3")).toList(),
                        ids.stream()
                                .map(id -> PracticeDesk.line(id, PracticeDesk.removed(id)))
                                .toList()));
        return sets.publish(HILDE, made.id()).id();
    }

    private static FlaggedItem line(int i) {
        return new FlaggedItem(
                FlaggedItems.item(
                        "V-" + (20_000 + i),
                        ItemKind.VIDEO,
                        1,
                        "A pan and a knife",
                        FlaggedItems.author("u-" + (70_000 + i), "@cook" + i, null),
                        null,
                        null),
                List.of(new Report(
                        "r-" + (30_000 + i),
                        Report.Source.USER,
                        "u-" + (40_000 + i),
                        null,
                        null,
                        List.of("5.3"),
                        NOW.instant().minusSeconds(60),
                        Map.of())),
                false);
    }

    private static ImportResult take(List<FlaggedItem> lines) throws Exception {
        var media = new MediaStore(folder.resolve("media"), leads);
        var intake = new Intake(
                leads,
                lead.log(),
                new Receiver(new ItemWriter(), lead.cases(), media),
                NOW,
                new HiddenPlacing(leads, PracticeDesk.BOOK, media));
        Path file = folder.resolve("lines.jsonl");
        Files.writeString(
                file,
                lines.stream()
                        .map(line -> CanonicalJson.write(DeskFormat.toMap(line)))
                        .collect(Collectors.joining("\n")));
        return intake.importFile(file, HILDE, ImportProgress.NONE);
    }

    @AfterAll
    static void close() {
        leads.close();
        reviewers.close();
        trainers.close();
    }

    private static String decide(Proposal proposal) {
        Opened opened = reviewer.open(proposal.item(), HUGO);
        if (reviewer.review().submit(opened, proposal, 0) instanceof Submitted.Accepted accepted) {
            return accepted.decision().decisionId();
        }
        throw new IllegalStateException("refused");
    }

    @Test
    void aLeadsImportPlacesThemAndCountsNone() throws SQLException {
        assertThat(taken.newCases()).isEqualTo(75);
        assertThat(tests).hasSize(15);
        assertThat(server.number(NAME, "select count(*) from open_case")).isEqualTo(90);
        assertThat(number("hugo", "select count(*) from open_case")).isEqualTo(90);
        assertThat(server.number(NAME, "select seen from practice.hidden_share"))
                .isEqualTo(75);
    }

    @Test
    void whatADecisionDidToTheRecordOfWhoReportsIsDroppedAndTheLogStaysWhole() {
        // With these there are enough, whatever other tests have left.
        List<String> _ = removed(4);
        assertThat(later().drop(HILDE)).isGreaterThanOrEqualTo(Hidden.FEWEST_DROPPED);
        String decided = "select coalesce(sum(decided), 0) from report_source where reporter = ''";
        String upheld = "select coalesce(sum(upheld), 0) from report_source where reporter = ''";
        String theirs = "select coalesce(sum(decided), 0) from report_source where reporter <> ''";
        long decidedBefore = server.number(NAME, decided);
        long upheldBefore = server.number(NAME, upheld);
        List<String> decisions = removed(9);
        assertThat(server.number(NAME, decided)).isEqualTo(decidedBefore + 5);
        assertThat(server.number(NAME, upheld)).isEqualTo(upheldBefore + 5);

        assertThat(hidden.drop(HILDE)).as("they can still be undone").isZero();
        long oftenRight = server.number(NAME, theirs);
        assertThat(later().drop(HILDE)).isEqualTo(5);
        for (String decision : decisions) {
            assertThat(server.number(
                            NAME,
                            "select count(*) from practice.hidden_dropped where decision_id = '" + decision + "'"))
                    .isEqualTo(1);
        }
        assertThat(server.number(NAME, decided)).isEqualTo(decidedBefore);
        assertThat(server.number(NAME, upheld)).isEqualTo(upheldBefore);
        assertThat(server.number(NAME, theirs))
                .as("who reported a test keeps their record, as anybody whose report was decided")
                .isEqualTo(oftenRight);
        assertThat(later().drop(HILDE)).isZero();

        // One by itself is left: that the record went down by one would tell of which.
        String _ = decide(Proposed.removal(tests.get(14).itemId()));
        assertThat(later().drop(HILDE)).isZero();
        assertThat(server.number(NAME, decided)).isEqualTo(decidedBefore + 1);
        assertThat(lead.verify().intact()).isTrue();
    }

    /** Five, from this one on. */
    private static List<String> removed(int from) {
        return tests.subList(from, from + 5).stream()
                .map(test -> decide(Proposed.removal(test.itemId())))
                .toList();
    }

    /** Where what was decided can be undone no more. */
    private static Hidden later() {
        return new Hidden(
                leads,
                lead.log(),
                InstantSource.fixed(NOW.instant().plus(Duration.ofSeconds(40))),
                lead.decisions(),
                new Sets(leads, NOW, RULES),
                new RunScorer(RULES));
    }

    @Test
    void whoTrainsAloneSeesTheCopyOfWhatIsRealBeforeItIsMadeAndNoneOfATest() {
        String real = decide(Proposed.removal("V-20004"));
        String test = decide(Proposed.removal(tests.getFirst().itemId()));
        var sets = new Sets(trainers, NOW, RULES);
        String set = sets.make(TOM, PracticeDesk.terms("Picked"), Changes.without(Set.of()))
                .id();
        ReviewDesk trainer = new ReviewDesk(trainers, NOW);
        var rooms = new PracticeRooms(
                RULES,
                new StoredItems(trainers, StoredQueue::openCases),
                new Wellbeing(trainers, NOW, ZoneOffset.UTC, WellbeingSettings::defaults),
                new OutcomesOnly());
        var picking = new Picking(trainers, NOW, sets, trainer.decisions(), rooms);
        PracticeSet before = sets.find(TOM, set);

        PickedCopy seen = picking.preview(TOM, set, List.of(real), Language.EN).getFirst();

        assertThat(seen.toString()).doesNotContain("V-20004", "u-70004", "@cook4");
        assertThat(sets.find(TOM, set)).as("nothing is kept").isEqualTo(before);
        RunsTest.refused(
                PracticeRefused.Why.UNKNOWN_DECISION, () -> picking.preview(TOM, set, List.of(test), Language.EN));
        PracticeSet _ = picking.pick(TOM, set, List.of(real), Language.EN);
        assertThat(sets.items(TOM, set, 1, 0, 9)).containsExactly(seen.item());
    }

    @Test
    void anEmergencyOnOneIsToldToTheLeadAtOnceAsATestAndNotToWhoDecided() {
        var notices = new HiddenNotices(leads, lead.decisions());
        String real = decide(Proposed.of("V-20001", EMERGENCY));
        String decision = decide(Proposed.of(tests.get(1).itemId(), EMERGENCY));

        List<Notice> told = notices.of(HILDE);
        assertThat(told).allSatisfy(notice -> assertThat(notice.kind()).isEqualTo(Notice.Kind.TEST_EMERGENCY));
        assertThat(told).extracting(Notice::about).doesNotContain(real).containsOnlyOnce(decision);
        assertThat(new HiddenNotices(reviewers, reviewer.decisions()).of(HUGO)).isEmpty();
        assertThat(new HiddenNotices(reviewers, reviewer.decisions())
                        .of(new Person("hugo", Set.of(Role.REVIEWER, Role.TEAM_LEAD), true)))
                .as("a desk that was made to believe that this is a lead")
                .isEmpty();
    }

    @Test
    void theServerFilesWhatIsRealAndNothingOfATest() {
        String real = decide(Proposed.of("V-20002", TO_NCMEC));
        String test = decide(Proposed.of(tests.get(2).itemId(), TO_NCMEC));

        assertThat(refuses("hugo", filing(real)))
                .as("the report of a real item")
                .isFalse();
        assertThat(refuses("hugo", filing(test))).isTrue();
        assertThat(refuses("hilde", filing(test))).isTrue();

        String moved = "update practice.hidden_test set item_id = '%s' where item_id = '%s'";
        String item = tests.get(2).itemId();
        server.execute(NAME, moved.formatted("elsewhere", item));
        try {
            assertThat(refuses("hugo", filing(test)))
                    .as("nothing else refuses it")
                    .isFalse();
        } finally {
            server.execute(NAME, moved.formatted(item, "elsewhere"));
        }
    }

    private static String filing(String decision) {
        return "insert into filing (id, referral_id, decision_id, item_id, environment, made_by, made_at, report,"
                + " event_seq) select 'f', id, decision_id, item_id, 'DISABLED', session_user, 0, 'x', 1 from referral"
                + " where decision_id = '" + decision + "'";
    }

    @Test
    void noTableViewErrorOrConditionTellsAReviewerWhichTheyAre() throws SQLException {
        for (String table : List.of("hidden_test", "hidden_share", "hidden_dropped", "left_out", "journal")) {
            assertThat(number("hugo", "select count(*) from practice." + table))
                    .as(table)
                    .isZero();
        }
        assertThat(number("hilde", "select count(*) from practice.hidden_test")).isEqualTo(15);
        String test = tests.get(3).itemId();
        for (String item : List.of(test, "V-20003", "no-such-item")) {
            // An error would tell which of them is there already.
            assertThat(told("insert into practice.hidden_test (item_id, queue, set_id, version, practice_item,"
                            + " placed_by, placed_at) values ('" + item + "', 'general', 'x', 1, 'x', 'hugo', 0)"))
                    .isEqualTo("42501 ERROR: new row violates row-level security policy for table \"hidden_test\"");
            assertThat(told("insert into practice.hidden_test (item_id, queue, set_id, version, practice_item,"
                            + " placed_by, placed_at) values ('" + item + "', 'general', 'x', 1, 'x', 'hugo', 0)"
                            + " on conflict do nothing"))
                    .isEqualTo("42501 ERROR: new row violates row-level security policy for table \"hidden_test\"");
            assertThat(told("delete from practice.hidden_test where item_id = '" + item + "'"))
                    .isEqualTo("0 rows");
            // A condition of one's own that tells what it is asked about is asked of no row.
            assertThat(told("select 1 / (case when item_id = '" + item + "' then 0 else 1 end) from practice.left_out"))
                    .isEqualTo("no row");
        }
    }

    @Test
    void aPolicyTooFewIsSeen() throws SQLException {
        server.execute(NAME, "create policy planted on practice.hidden_test for select using (true)");
        try {
            assertThat(number("hugo", "select count(*) from practice.hidden_test"))
                    .isEqualTo(15);
        } finally {
            server.execute(NAME, "drop policy planted on practice.hidden_test");
        }
        assertThat(number("hugo", "select count(*) from practice.hidden_test")).isZero();
    }

    private static boolean refuses(String login, String sql) {
        return server.refuses(NAME, login, SharedPeople.SECRET, sql);
    }

    /** All that the reviewer is told by a statement. */
    private static String told(String sql) throws SQLException {
        try (Connection connection = server.connect(NAME, "hugo", SharedPeople.SECRET);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                if (!statement.execute(sql)) {
                    return statement.getUpdateCount() + " rows";
                }
                return statement.getResultSet().next() ? "a row" : "no row";
            } catch (SQLException failed) {
                return failed.getSQLState() + " " + failed.getMessage();
            } finally {
                connection.rollback();
            }
        }
    }

    private static long number(String login, String sql) throws SQLException {
        try (Connection connection = server.connect(NAME, login, SharedPeople.SECRET);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
