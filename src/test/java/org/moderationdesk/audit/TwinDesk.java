package org.moderationdesk.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.moderationdesk.base.Language;
import org.moderationdesk.calibration.Calibration;
import org.moderationdesk.calibration.CalibrationRooms;
import org.moderationdesk.calibration.CaseSource;
import org.moderationdesk.calibration.Disputed;
import org.moderationdesk.calibration.NewSession;
import org.moderationdesk.calibration.Reason;
import org.moderationdesk.calibration.RightAnswer;
import org.moderationdesk.calibration.Rulings;
import org.moderationdesk.calibration.Session;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.Rules;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.intake.ImportProgress;
import org.moderationdesk.intake.ImportResult;
import org.moderationdesk.intake.Intake;
import org.moderationdesk.intake.IntakeDesk;
import org.moderationdesk.intake.Receiver;
import org.moderationdesk.items.ItemWriter;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.log.StoredEventLog;
import org.moderationdesk.media.MediaStore;
import org.moderationdesk.quality.Differences;
import org.moderationdesk.quality.QualityRooms;
import org.moderationdesk.quality.Requests;
import org.moderationdesk.quality.SecondReviews;
import org.moderationdesk.queue.CaseWriter;
import org.moderationdesk.queue.StoredQueue;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.queue.Viewers;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.Proposed;
import org.moderationdesk.review.ReviewDesk;
import org.moderationdesk.review.Submitted;
import org.moderationdesk.settings.QueueSettings;
import org.moderationdesk.staff.People;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;
import tools.jackson.databind.json.JsonMapper;

/** Two desks on which the same was done; on one of them, beside it, the same once more with child-safety cases. */
final class TwinDesk implements AutoCloseable {
    static final String ACCOUNT = "u-shared";
    static final String HANDLE = "@shared";
    /** Cases that a person without the clearance may know of; of child safety; and that came to be so later. */
    static final List<String> KINDS = List.of("v", "h", "b");

    private static final List<String> CASES = List.of(
            "open", "same", "held", "gone", "ban", "told", "given", "call", "judge", "differs", "team", "kept",
            "agreed", "talk", "ruled", "back");
    /** Short of a lease. */
    private static final Duration ALL_OF_IT = Duration.ofMinutes(9);

    private static final Book BOOK = new BookReader().read("2020-12");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    final Person vera;
    private final Person anna;
    private final Person bram;
    private final Person ruth;
    private final ReviewDesk desk;
    private final IntakeDesk intake;
    private final TestClock clock;
    private final People people;
    private final QualityRooms quality;
    private int reports;

    TwinDesk(TwinStore store, Path folder) {
        this.clock = store.clock();
        this.desk = new ReviewDesk(store.owner(), clock);
        this.intake = new IntakeDesk(store.owner(), folder);
        this.people = store.people(store.owner(), desk.log());
        this.anna = person(store, "anna", true, Role.REVIEWER);
        this.bram = person(store, "bram", true, Role.REVIEWER);
        this.ruth = person(store, "ruth", true, Role.REVIEWER, Role.TEAM_LEAD);
        // Everything that anybody may, but for the clearance.
        this.vera = person(store, "vera", false, Role.values());
        this.quality = new QualityRooms(
                new StoredItems(store.owner(), StoredQueue::openCases),
                desk.decisions(),
                new Rules(BOOK),
                people,
                desk.wellbeing());
        Person admin = person(store, "adam", false, Role.ADMINISTRATOR);
        Object unused =
                people.first(Person.alone("computer"), admin.name(), admin.roles(), false, "a long password of a test");
        for (Person one : List.of(anna, bram, ruth, vera)) {
            String once = people.add(admin, one.name(), one.roles(), one.childSafety());
            assert !once.isEmpty();
            store.letIn(one.name());
        }
    }

    private static Person person(TwinStore store, String name, boolean cleared, Role... roles) {
        return new Person(store.named(name), Set.of(roles), cleared);
    }

    /** Every item that could be asked for by its name, on either desk. */
    static List<String> items() {
        List<String> all = new ArrayList<>();
        KINDS.forEach(kind -> CASES.forEach(one -> all.add(kind + "-" + one)));
        all.add("h-sealed");
        return all;
    }

    void work(boolean withChildSafety) {
        Instant began = clock.instant();
        for (String kind : withChildSafety ? KINDS : List.of("v")) {
            boolean hidden = kind.equals("h");
            work(kind, hidden ? "8.4" : "5.3", hidden ? "8.4.1" : "5.3.1");
        }
        if (withChildSafety) {
            flag("h-sealed", "8.1", ACCOUNT);
            CASES.forEach(one -> flag("b-" + one, "8.4", ACCOUNT));
        }
        clock.advance(Duration.between(clock.instant(), began.plus(ALL_OF_IT)));
    }

    /** Somebody has a case of each sort open now. */
    void beLookedAt(TwinStore store, boolean withChildSafety) {
        var viewers = new Viewers(desk.store(), store.now());
        viewers.look(bram, caseId("v-open"));
        if (withChildSafety) {
            viewers.look(anna, caseId("h-open"));
            viewers.look(ruth, caseId("b-open"));
        }
    }

    private long caseId(String item) {
        return desk.queue().find(ruth, item).orElseThrow().id();
    }

    private void work(String kind, String section, String clause) {
        CASES.forEach(one -> flag(kind + "-" + one, section, ACCOUNT));
        boolean hidden = kind.equals("h");
        Object held = desk.open(kind + "-held", anna);
        assert held != null;
        var _ = decided(anna, removal(kind + "-gone", clause, "\"account\":{\"measure\":\"STRIKE\"},"));
        String banned = "\"account\":{\"measure\":\"BAN\"},";
        var _ = decided(anna, removal(kind + "-ban", clause, banned));
        String told = decided(hidden ? anna : vera, removal(kind + "-told", clause, banned));
        Object approved = desk.review().approve(told, ruth);
        assert approved != null;
        desk.review()
                .handOver(desk.open(kind + "-given", anna), (hidden ? ruth : vera).name(), "please look at " + kind);
        String back = decided(hidden ? anna : vera, removal(kind + "-back", clause, banned));
        Object sent = desk.review().refuse(back, ruth, "not enough for a ban");
        assert sent != null;
        var _ = decided(anna, removal(kind + "-call", clause, """
            "referrals":[{"to":"EMERGENCY_SERVICES","why":"In danger right now.","threatToLife":true}],
            """));
        var _ = decided(anna, removal(kind + "-judge", clause, """
            "referrals":[{"to":"JUDICIAL_AUTHORITY","why":"It names a victim and a place."}],
            """));
        second(kind, clause);
        calibrate(kind, clause);
        Object seen = desk.review().look(kind + "-gone", ruth).orElseThrow();
        assert seen != null;
    }

    private void second(String kind, String clause) {
        var differences = new Differences(desk.store(), desk.log(), quality);
        for (String one : List.of("differs", "team", "kept", "agreed")) {
            String item = kind + "-" + one;
            boolean hers = one.equals("kept") && !kind.equals("h");
            String decision = decided(hers ? vera : anna, removal(item, clause, ""));
            String review = new Requests(desk.log(), quality.items(), BOOK).ask(ruth, decision, "for the trial", 5);
            var seconds = new SecondReviews(desk.store(), desk.log(), clock, quality);
            Opened opened = seconds.takeNext(bram).orElseThrow();
            seconds.submit(opened, one.equals("agreed") ? removal(item, clause, "") : escalation(item, clause), 30_000);
            if (one.equals("team") || one.equals("kept")) {
                var verdict = one.equals("team") ? Differences.Verdict.CALIBRATION : Differences.Verdict.KEPT;
                Object unused = differences.resolve(ruth, review, verdict, "as it says in the rule");
                assert unused != null;
            }
        }
    }

    private void calibrate(String kind, String clause) {
        var rooms = new CalibrationRooms(
                desk.decisions(),
                new Rules(BOOK),
                new SecondReviews(desk.store(), desk.log(), clock, quality)::layOut,
                (_, _, _) -> "");
        var calibration = new Calibration(desk.store(), desk.log(), rooms);
        List<String> asked = List.of(bram.name(), (kind.equals("h") ? ruth : vera).name());
        for (String one : List.of("talk", "ruled")) {
            String item = kind + "-" + one;
            String decision = decided(anna, removal(item, clause, ""));
            Session session = calibration.begin(
                    ruth,
                    new NewSession(
                            "About " + item,
                            List.of(new Disputed(decision, CaseSource.ADDED)),
                            asked,
                            clock.instant().plus(Duration.ofDays(90))));
            if (one.equals("ruled")) {
                calibration.answer(bram, session.id(), 1, removal(item, clause, ""), 1_000);
                calibration.close(ruth, session.id());
                new Rulings(desk.store(), desk.log(), rooms)
                        .rule(
                                ruth,
                                session.id(),
                                1,
                                new RightAnswer(Outcome.REMOVE, List.of(new ClauseCode(clause)), null, null),
                                Reason.in(Language.EN, "No safe setting about " + item));
            }
        }
    }

    private String decided(Person by, Proposal proposal) {
        clock.advance(Duration.ofSeconds(1));
        Opened opened = desk.open(proposal.item(), by);
        if (desk.review().submit(opened, proposal, 61_000) instanceof Submitted.Accepted accepted) {
            return accepted.decision().decisionId();
        }
        throw new IllegalStateException("refused: " + proposal);
    }

    private static Proposal removal(String item, String clause, String also) {
        return Proposed.of(item, """
            "answers":{"%s":"YES"},"outcome":"REMOVE",%s"rationale":"a knife is tossed and caught"
            """.formatted(clause, also));
    }

    private static Proposal escalation(String item, String clause) {
        return Proposed.of(item, """
            "answers":{"%s":"UNSURE"},"notes":{"%s":"looks so"},"outcome":"ESCALATE","escalateTo":"general",
            "rationale":"somebody who knows has to look"
            """.formatted(clause, clause));
    }

    /** Its source is its own: how often a source was right is said of that source, and of no case. */
    private void flag(String item, String section, String account) {
        var unused = intake.take(line(item, section, account, "r-" + ++reports));
        assert unused != null;
    }

    private static String line(String item, String section, String account, String report) {
        return JSON.writeValueAsString(Map.of(
                "id",
                item,
                "kind",
                "TEXT",
                "text",
                item.endsWith("-open") || item.endsWith("-same") ? "the same knife" : "a knife in " + item,
                "language",
                "en",
                "author",
                Map.of("id", account, "handle", HANDLE),
                "reports",
                List.of(Map.of(
                        "id",
                        report,
                        "source",
                        "USER",
                        "reporter",
                        "by-" + item,
                        "sections",
                        List.of(section),
                        "at",
                        "2026-11-02T11:00:00Z"))));
    }

    /** What is taken where she imports a new item, and one of child safety that is there. */
    ImportResult imports(TwinStore twin, Store theirs, Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("more.jsonl"),
                line("h-open", "8.4", ACCOUNT, "r-more") + "\n" + line("v-more", "5.3", ACCOUNT, "r-more"));
        var receiver = new Receiver(
                new ItemWriter(), new CaseWriter(BOOK, QueueSettings.defaults()), new MediaStore(folder, theirs));
        return new Intake(theirs, new StoredEventLog(theirs, twin.now()), receiver, twin.now())
                .importFile(file, vera, ImportProgress.NONE);
    }

    /** The ids of all decisions, also of those that must not be found. */
    List<String> decisions() {
        return desk.store().read(handle -> handle.createQuery("select id from decision order by id")
                .mapTo(String.class)
                .list());
    }

    @Override
    public void close() {
        desk.close();
    }
}
