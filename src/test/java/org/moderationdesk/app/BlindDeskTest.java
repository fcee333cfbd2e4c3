package org.moderationdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.audit.ExportForm;
import org.moderationdesk.audit.Exported;
import org.moderationdesk.audit.Exporter;
import org.moderationdesk.authorities.AuthorityRefused;
import org.moderationdesk.authorities.DossierFiles;
import org.moderationdesk.authorities.DossierFiles.Wanted;
import org.moderationdesk.authorities.Dossiers;
import org.moderationdesk.authorities.Dossiers.Ask;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.Progress;
import org.moderationdesk.decisions.AccountClosings;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.ProposalJson;
import org.moderationdesk.decisions.StoredReferrals;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.insights.DeskSources;
import org.moderationdesk.insights.DisputedCase;
import org.moderationdesk.insights.DisputedCases;
import org.moderationdesk.insights.QualityReviews;
import org.moderationdesk.log.StoredEvents;
import org.moderationdesk.quality.BlindPairs;
import org.moderationdesk.quality.Calibrating;
import org.moderationdesk.quality.QualityStates;
import org.moderationdesk.quality.Requests;
import org.moderationdesk.queue.CaseFilter;
import org.moderationdesk.queue.Ordering;
import org.moderationdesk.queue.StoredAges;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.retention.RetentionRefused;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.Submitted;
import org.moderationdesk.search.TextAnswer;
import org.moderationdesk.settings.Settings;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;

/**
 * Blind means blind, at a desk of its own: whatever a room tells a person who may know everything else, nothing of it
 * carries the first answer, whose it was or how long it took, while they hold its second review.
 */
class BlindDeskTest {
    private static final String ITEM = "V-20418";
    private static final String WORDS = "zebrapad";
    private static final long ACTIVE = 61_007;
    private static final Person FIRST = new Person("fenna", Set.of(Role.REVIEWER), false);
    private static final Person SECOND =
            new Person("sjoerd", Set.of(Role.REVIEWER, Role.TEAM_LEAD, Role.ADMINISTRATOR), true);

    @TempDir
    private Path home;

    /** At once, without a second person. */
    private static final String REFERRED = """
        ,"referrals":[{"to":"EMERGENCY_SERVICES","why":"in danger","threatToLife":true},\
        {"to":"JUDICIAL_AUTHORITY","why":"in danger as it seems","threatToLife":true}]\
        """;

    private final TestClock clock = new TestClock();
    private String decision = "";
    private String toPolice = "";
    private String dossier = "";
    private Instant decidedAt = Instant.EPOCH;

    @Test
    void noRoomTellsWhoReviewsBlindOfTheFirstAnswer() {
        SmallDesk.make(home, clock, desk -> {
            decide(desk);
            Map<String, Supplier<Object>> rooms = rooms(desk);
            assertThat(leaks(rooms))
                    .as("what they may know while they hold nothing")
                    .contains(
                            "log",
                            "decision",
                            "of item",
                            "search",
                            "export EVENTS",
                            "export DECISIONS",
                            "states",
                            "referrals",
                            "notice to the person",
                            "workspace",
                            "opened referral",
                            "dossiers",
                            "dossiers of referral",
                            "dossier",
                            "what would be in a dossier",
                            "saved dossier");

            Opened opened = desk.secondReviews().takeNext(SECOND).orElseThrow();
            desk.secondReviews().saveDraft(opened, answer("NO_VIOLATION", "NO", "gewoon een pad"));

            assertThat(leaks(rooms(desk))).isEmpty();
            assertThat(leaks(planted(desk)))
                    .containsExactly(
                            "a query without the filter", "the body of an event", "a column that tells a time");

            desk.secondReviews().submit(opened, answer("NO_VIOLATION", "NO", "gewoon een pad"), 2_000);
            assertThat(leaks(rooms(desk))).as("once it is answered").contains("log", "differences", "disputed");
            assertThat(desk.verifier().verify(Progress.NONE).intact()).isTrue();
        });
    }

    private void decide(OpenDesk desk) {
        Object unused =
                desk.people().first(Person.alone("computer"), SECOND.name(), SECOND.roles(), true, "a calm grey heron");
        String once = desk.people().add(SECOND, FIRST.name(), FIRST.roles(), false);
        assertThat(once).isNotEmpty();
        Opened opened = desk.review().open(ITEM, FIRST).orElseThrow();
        clock.advance(Duration.ofMillis(ACTIVE + 4_321));
        decidedAt = clock.instant();
        assertThat(desk.review().submit(opened, answer("REMOVE", "YES", WORDS + " om twaalf uur", REFERRED), ACTIVE))
                .isInstanceOf(Submitted.Accepted.class);
        decision = opened.decisionId();
        clock.advance(Duration.ofHours(1));
        String review = new Requests(desk.log(), desk.items(), desk.book())
                .ask(SECOND, decision, "for the trial of blindness", 5);
        assertThat(review).isNotEmpty();
        dossier = dossier(desk);
        desk.search().start();
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() ->
                        desk.search().find(SECOND, WORDS, 9) instanceof TextAnswer.Found found && found.total() == 1);
    }

    /** What each room tells the second person, all of it. */
    private Map<String, Supplier<Object>> rooms(OpenDesk desk) {
        Map<String, Supplier<Object>> all = new LinkedHashMap<>();
        var queue = desk.queue();
        all.put("queue", () -> queue.page(SECOND, CaseFilter.all(), Ordering.URGENCY, null, 50));
        all.put("case", () -> queue.latest(SECOND, ITEM));
        all.put("cases of account", () -> queue.ofAccount(SECOND, account(desk), 50));
        all.put("hand-over", () -> queue.noteFor(SECOND, ITEM));
        all.put("held", () -> desk.secondReviews().held(SECOND));
        all.put("waiting", () -> desk.secondReviews().waiting(SECOND));
        all.put(
                "looked at",
                () -> desk.queue().isHidden(SECOND, ITEM)
                        ? ""
                        : desk.decisions().ofItem(SECOND, ITEM));
        all.put("decision", () -> desk.decisions().find(SECOND, decision));
        all.put("of item", () -> desk.decisions().ofItem(SECOND, ITEM));
        all.put("closings of account", () -> desk.store()
                .read(handle -> AccountClosings.ofItem(handle, SECOND, ITEM, clock.instant())));
        all.put("awaiting", () -> desk.decisions().awaiting(SECOND));
        all.put("log", () -> desk.decisionLog(SECOND).before(Long.MAX_VALUE, 50));
        all.put(
                "figures",
                () -> desk.decisionLog(SECOND).loadForFigures(Progress.NONE).size());
        all.put("search", () -> ids(desk.search().find(SECOND, WORDS, 50)));
        for (Exported what : Exported.values()) {
            all.put("export " + what, () -> exported(desk, what));
        }
        all.put("approvals", () -> desk.approvals().waiting(SECOND));
        all.put("notices", () -> desk.approvals()
                .notices(SECOND, desk.qualityNotices().of(SECOND)));
        all.put("referrals", () -> new StoredReferrals(desk.store()).newest(SECOND, 50));
        var rooms = new ReferralRooms(desk, new Settings(home.resolve("no settings")));
        all.put("notice to the person", () -> rooms.statements().of(SECOND, decision));
        var workspace = rooms.workspace();
        all.put("workspace", () -> workspace.list(SECOND, "", 50));
        all.put("opened referral", () -> workspace.list(SECOND, "", 50).open().stream()
                .map(one -> workspace.read(SECOND, one.line().id()))
                .toList());
        dossierRooms(all, desk);
        var states = new QualityStates(desk.store());
        var pairs = new BlindPairs(desk.store());
        all.put("states", () -> List.of(states.since(SECOND, 0, 50), states.of(SECOND, List.of(decision))));
        all.put(
                "pairs",
                () -> pairs.between(SECOND, Instant.EPOCH, clock.instant().plusSeconds(1)));
        all.put("insights", () -> new QualityReviews(states, pairs).checked(SECOND, Instant.EPOCH));
        all.put("disputed", () -> disputed(desk));
        all.put("differences", () -> desk.differences().open(SECOND));
        all.put("calibrating", () -> new Calibrating(desk.store()).waiting(SECOND));
        all.put("quality card", () -> desk.qualityCards().of(SECOND, decision));
        all.put("replies", () -> desk.replies().all(SECOND, Instant.EPOCH));
        all.put("coverage", () -> desk.coverages().of(SECOND, Instant.EPOCH, clock.instant()));
        all.put("access", () -> access(desk));
        all.put("erasure", () -> desk.personErasure().plan(SECOND, account(desk)));
        all.put("past case", () -> desk.pastCases().of(decision, SECOND));
        all.put("show", () -> shown(desk));
        all.put("precedents", () -> desk.precedents().find(SECOND, ""));
        all.put("sessions", () -> desk.calibration().sessions(SECOND));
        return all;
    }

    /** Made before they hold anything of it, by themselves. */
    private String dossier(OpenDesk desk) {
        toPolice = new StoredReferrals(desk.store())
                .newest(9).stream()
                        .filter(line -> line.to() == ReferralTarget.JUDICIAL_AUTHORITY)
                        .findFirst()
                        .orElseThrow()
                        .id();
        try {
            return ReferralRooms.dossiers(desk)
                    .make(SECOND, toPolice, new Ask(null, null, null), "NL", new Texts(Language.EN))
                    .id();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void dossierRooms(Map<String, Supplier<Object>> all, OpenDesk desk) {
        Dossiers dossiers = ReferralRooms.dossiers(desk);
        all.put("dossiers", () -> dossiers.newest(SECOND, 50));
        all.put("dossiers of referral", () -> dossiers.ofReferral(SECOND, toPolice));
        all.put("dossier", () -> dossiers.find(SECOND, dossier));
        all.put(
                "what would be in a dossier",
                () -> orRefused(() ->
                        dossiers.preview(SECOND, toPolice, new Ask(null, null, null), "NL", new Texts(Language.EN))));
        all.put(
                "saved dossier",
                () -> orRefused(() -> {
                    try {
                        Path file = Files.createTempDirectory(home, "saved").resolve("out.pdf");
                        var files = new DossierFiles(dossiers, desk.checkpoints());
                        char[] password = "a-long-password-1".toCharArray();
                        return files.pdf(SECOND, dossier, Wanted.fresh(file), password, Progress.NONE) + decision;
                    } catch (IOException failed) {
                        throw new UncheckedIOException(failed);
                    }
                }));
        all.put("receipt", () -> orRefused(() -> dossiers.receipt(SECOND, dossier, clock.instant(), "PL-1", null)));
        all.put("answer", () -> orRefused(() -> dossiers.answer(SECOND, dossier, clock.instant(), "taken on", null)));
    }

    private static Object orRefused(Supplier<Object> room) {
        try {
            return room.get();
        } catch (AuthorityRefused refused) {
            return refused.why();
        }
    }

    private List<DisputedCase> disputed(OpenDesk desk) {
        var sources = new DeskSources(
                desk.decisionLog(SECOND),
                new StoredAges(desk.store(), clock),
                new StoredReferrals(desk.store()),
                desk.teamBudgets(),
                new QualityReviews(new QualityStates(desk.store()), new BlindPairs(desk.store())));
        return new DisputedCases(sources, SECOND, clock, ZoneOffset.UTC).ofTheLeastClear(9, 9);
    }

    /** Rooms as they must not be. */
    private Map<String, Supplier<Object>> planted(OpenDesk desk) {
        Map<String, Supplier<Object>> all = new LinkedHashMap<>();
        all.put("a query without the filter", () -> desk.decisions().ofItem(ITEM));
        all.put("the body of an event", () -> new StoredEvents(desk.store()).ofItem(ITEM));
        all.put("a column that tells a time", () -> desk.store()
                .read(handle -> handle.createQuery("select active_ms from decision_fact")
                        .mapTo(Long.class)
                        .list()));
        all.put("what has nothing of it", () -> desk.queue().queues(SECOND));
        return all;
    }

    private List<String> leaks(Map<String, Supplier<Object>> rooms) {
        var found = new ArrayList<String>();
        rooms.forEach((name, told) -> {
            String words = told.get().toString();
            boolean leaks = Stream.of(
                            decision,
                            WORDS,
                            FIRST.name(),
                            Long.toString(ACTIVE),
                            decidedAt.toString(),
                            Long.toString(decidedAt.toEpochMilli()))
                    .anyMatch(words::contains);
            if (leaks || name.equals("figures") && !words.equals("0")) {
                found.add(name);
            }
        });
        return found;
    }

    private static String ids(TextAnswer answer) {
        if (!(answer instanceof TextAnswer.Found found)) {
            throw new IllegalStateException(answer.toString());
        }
        var ids = new ArrayList<String>();
        for (int i = 0; i < found.newest().size(); i++) {
            ids.add(found.newest().id(i));
        }
        return found.total() == ids.size() ? ids.toString() : "more than those: " + WORDS;
    }

    private String exported(OpenDesk desk, Exported what) {
        Path file = home.resolve(what + ".jsonl");
        var order = new Exporter.Order(what, ExportForm.JSONL, Instant.EPOCH, Instant.parse("9999-12-31T00:00:00Z"));
        try {
            long unused = new CommandDesk(
                            desk, new Texts(Language.EN), clock, new Settings(home.resolve("no settings")))
                    .exporter()
                    .export(order, file, SECOND);
            // That somebody was added to the desk tells nothing of what they decided.
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.contains("PERSON_ADDED"))
                    .collect(Collectors.joining("\n"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What a person concerned is answered, as who answers it could read it. */
    private String access(OpenDesk desk) {
        Path file = home.resolve("access.json");
        try {
            Files.deleteIfExists(file);
            desk.accessExport().write(SECOND, account(desk), file, "R-1", new Texts(Language.EN));
            return Files.readString(file);
        } catch (RetentionRefused refused) {
            return refused.why() + " " + Files.exists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** As the command shows it. */
    private static String shown(OpenDesk desk) {
        return desk.queue().isHidden(SECOND, ITEM)
                ? ""
                : desk.decisions().wholeOfItem(ITEM).toString();
    }

    private static String account(OpenDesk desk) {
        return desk.items()
                .file(ITEM)
                .map(file -> file.item().author())
                .map(author -> author.id())
                .orElseThrow();
    }

    private static Proposal answer(String outcome, String clause, String rationale) {
        return answer(outcome, clause, rationale, "");
    }

    private static Proposal answer(String outcome, String clause, String rationale, String more) {
        return ProposalJson.read("""
            {"item":"%s","answers":{"5.3.1":"%s","5.3.2":"NO","5.3.3":"NO"},"outcome":"%s","rationale":"%s"%s}
            """.formatted(ITEM, clause, outcome, rationale, more))
                .proposal();
    }
}
