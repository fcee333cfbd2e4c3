package org.moderationdesk.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moderationdesk.audit.AuditDesk.ANNA;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.moderationdesk.authorities.Dossiers;
import org.moderationdesk.calibration.CalibrationRooms;
import org.moderationdesk.calibration.Rulings;
import org.moderationdesk.db.Backup;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.StoreRefused;
import org.moderationdesk.decisions.AnotherPerson;
import org.moderationdesk.decisions.CaseFacts;
import org.moderationdesk.decisions.DecisionLine;
import org.moderationdesk.decisions.Refusal;
import org.moderationdesk.decisions.Rules;
import org.moderationdesk.decisions.StoredReferrals;
import org.moderationdesk.editions.Readers;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.intake.ImportProgress;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.log.StoredEventLog;
import org.moderationdesk.log.Verifier;
import org.moderationdesk.media.Look;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.media.MediaStore;
import org.moderationdesk.media.SafeView;
import org.moderationdesk.orders.Orders;
import org.moderationdesk.practice.OutcomesOnly;
import org.moderationdesk.practice.Runs;
import org.moderationdesk.practice.Sets;
import org.moderationdesk.quality.Calibrating;
import org.moderationdesk.quality.Requests;
import org.moderationdesk.queue.CaseFilter;
import org.moderationdesk.queue.Ordering;
import org.moderationdesk.queue.Queue;
import org.moderationdesk.queue.QueueCounts;
import org.moderationdesk.queue.StoredAges;
import org.moderationdesk.queue.StoredQueue;
import org.moderationdesk.referrals.Filings;
import org.moderationdesk.referrals.Workspace;
import org.moderationdesk.referrals.ncmec.Outline;
import org.moderationdesk.referrals.ncmec.Validator;
import org.moderationdesk.referrals.targets.StoredTargets;
import org.moderationdesk.retention.PersonErasure;
import org.moderationdesk.retention.Retention;
import org.moderationdesk.review.LookReason;
import org.moderationdesk.review.LookRefused;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.Review;
import org.moderationdesk.review.SealedWhy;
import org.moderationdesk.review.StoredCoverFloor;
import org.moderationdesk.routing.Plan;
import org.moderationdesk.routing.StoredPlans;
import org.moderationdesk.settings.ReferralSettings;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.RightRefused;
import org.moderationdesk.staff.Rights;
import org.moderationdesk.staff.Role;
import org.moderationdesk.staff.SettingChange;
import org.moderationdesk.staff.StoredPeople;
import org.moderationdesk.wellbeing.TeamBudgets;
import org.moderationdesk.wellbeing.Wellbeing;

/** Each right at the act itself, done by everybody who lacks it; and child safety where nobody may know of it. */
class RightsAtTheActsTest {
    /** Held by every role, or asked for in other words: see the tests of those. */
    private static final Set<Right> ASKED_ABOVE = EnumSet.of(Right.SEE_CHILD_SAFETY, Right.APPROVE, Right.AUDIT);

    @TempDir
    private Path folder;

    private AuditDesk desk;
    private Review review;
    private Queue queue;

    @BeforeEach
    void open() {
        desk = new AuditDesk(folder);
        desk.flag("A-1", "text", "5.3");
        desk.flag("C-1", "text", "8.4");
        review = desk.review().review();
        queue = desk.review().queue();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @ParameterizedTest
    @EnumSource(Right.class)
    void whoLacksTheRightIsRefusedAtTheActAndToldWhich(Right right) throws IOException {
        List<Person> without = Stream.of(Role.values())
                .map(role -> new Person("p", Set.of(role), !Rights.needsClearance(right)))
                .filter(person -> !Rights.has(person, right))
                .toList();
        assertThat(without.isEmpty()).isEqualTo(right == Right.AUDIT);
        if (ASKED_ABOVE.contains(right)) {
            return;
        }
        for (Person person : without) {
            assertThatThrownBy(() -> act(right, person))
                    .as("%s by %s", right, person.roles())
                    .isInstanceOfSatisfying(RightRefused.class, refused -> assertThat(refused.right())
                            .isEqualTo(right));
        }
        assertThat(Files.exists(folder.resolve("refused.jsonl"))).isFalse();
    }

    private void act(Right right, Person person) throws IOException {
        switch (right) {
            case LOOK -> review.look("A-1", person);
            case CLAIM -> {
                long id = queue.find(ANNA, "A-1").orElseThrow().id();
                desk.review().log().record(person.name(), act -> queue.claim(act, id, person));
            }
            case DECIDE -> {
                Opened opened = as(person, review.open("A-1", ANNA).orElseThrow());
                review.submit(opened, opened.draft(), 0);
            }
            case LOOK_SEALED -> {
                Opened opened = as(person, review.open("C-1", ANNA).orElseThrow());
                review.openSealed(
                        opened,
                        0,
                        LookForm.OUTLINE,
                        new SealedWhy(LookReason.SECOND_OPINION, "asked for by the trial of rights"));
            }
            case IMPORT -> desk.intake().intake().importFile(folder.resolve("none"), person, ImportProgress.NONE);
            case EXPORT ->
                desk.export(AuditDesk.order(Exported.CASES, ExportForm.JSONL), folder.resolve("refused.jsonl"), person);
            case SEE_DECISIONS -> desk.log(person).load(Progress.NONE);
            case SEE_INSIGHTS -> new StoredAges(desk.review().store(), desk.clock()).queues(person);
            case SET_FLOOR ->
                new StoredCoverFloor(desk.review().store(), desk.review().log()).set(person, SafeView.usualFloor());
            case SET_WELLBEING -> Wellbeing.requireMaySet(person);
            case SEE_SHARE_USED -> desk.review().wellbeing().exposure().shareUsed(person, "somebody else");
            case LIFT_GATE ->
                new TeamBudgets(
                                desk.review().store(),
                                desk.review().log(),
                                new StoredPeople(
                                        desk.review().store(), desk.review().log(), desk.clock()),
                                desk.review().wellbeing())
                        .lift(person, "somebody else", "for the trial of rights");
            case MANAGE_RETENTION ->
                new Retention(desk.review().store(), desk.review().log(), media(), desk.clock())
                        .plan(person, Progress.NONE);
            case ANSWER_PERSON ->
                new PersonErasure(desk.review().store(), desk.review().log(), media(), desk.clock())
                        .erase(person, "u-A-1", "R-1", Progress.NONE);
            case SEE_REFERRALS ->
                new Workspace(
                                desk.review().store(),
                                desk.review().log(),
                                List.of(),
                                desk.review().decisions().approvals(),
                                ReferralSettings::defaults,
                                desk.clock())
                        .list(person, "", 1);
            case FILE_REPORTS ->
                new Filings(
                                desk.review().store(),
                                desk.review().log(),
                                new StoredReferrals(desk.review().store()),
                                media(),
                                new Validator(Outline.read(), desk.clock(), Set.of())::check,
                                desk.clock())
                        .letGoOn(person, "no such filing");
            case ANSWER_ORDERS ->
                new Orders(desk.review().store(), desk.review().log(), desk.clock()).all(person, 1);
            case REFER -> dossiers().newest(person, 1);
            case SET_TARGETS ->
                new StoredTargets(desk.review().store(), desk.review().log()).remove(person, 0, "NONE");
            case SET_ROUTING ->
                new StoredPlans(desk.review().store(), desk.review().log()).save(person, Plan.none());
            case MANAGE_PEOPLE ->
                new StoredPeople(desk.review().store(), desk.review().log(), desk.clock())
                        .add(person, "Eve", Set.of(Role.ADMINISTRATOR), true);
            case BACKUP -> {
                Store store = desk.review().store();
                var custody = new Custody(
                        new Verifier(store, List.of()), new StoredEventLog(store, desk.clock()), store, person);
                backUp(custody);
            }
            case RESTORE -> Custody.requireRestore(person);
            case PLAN_QUALITY ->
                new Requests(
                                desk.review().log(),
                                new StoredItems(desk.review().store(), StoredQueue::openCases),
                                new BookReader().read("2020-12"))
                        .ask(person, "a decision", "for the trial of rights", 5);
            case CALIBRATE ->
                new Rulings(
                                desk.review().store(),
                                desk.review().log(),
                                new CalibrationRooms(
                                        desk.review().decisions(),
                                        new Rules(new BookReader().read("2020-12")),
                                        (_, _) -> Optional.empty(),
                                        (_, _, _) -> ""))
                        .replace(person, "a ruling", 0);
            case SET_EDITION ->
                new Readers(desk.review().store(), desk.review().log(), desk.clock()).mustRead(person, true);
            case RESOLVE_DIFFERENCE -> new Calibrating(desk.review().store()).waiting(person);
            case PRACTISE ->
                new Runs(desk.review().store(), desk.clock(), new OutcomesOnly()).start(person, "a set", null);
            case TRAIN ->
                new Sets(desk.review().store(), desk.clock(), new Rules(new BookReader().read("2020-12")))
                        .publish(person, "a set");
            case CHANGE_SETTINGS ->
                new SettingChange(desk.review().log()).keep(person, right, Map.of(), () -> {
                    throw new IllegalStateException("kept");
                });
            case SEE_CHILD_SAFETY, APPROVE, AUDIT -> throw new IllegalArgumentException(right.name());
        }
    }

    @SuppressWarnings("NullAway") // no backup is made before the right is asked
    private void backUp(Custody custody) throws IOException {
        try {
            Backup.Made unused = custody.backUp(null, folder.resolve("refused.jsonl"), Progress.NONE);
        } catch (StoreRefused refused) {
            throw new IOException(refused);
        }
    }

    private Dossiers dossiers() {
        Store store = desk.review().store();
        return new Dossiers(
                store,
                desk.review().log(),
                new Dossiers.Known(
                        new StoredItems(store, StoredQueue::openCases),
                        desk.review().decisions(),
                        new StoredReferrals(store)),
                desk.clock());
    }

    private MediaStore media() {
        return new MediaStore(folder.resolve("media"), desk.review().store());
    }

    @Test
    void aLookWhileReadingIsRecordedForWhomeverMaySeeCasesAndForNobodyElse() {
        var look = new Look(0, LookForm.GREY, 1_000, null);
        Opened read = review.look("A-1", ANNA).orElseThrow();
        var administrator = new Person("p", Set.of(Role.ADMINISTRATOR), true);

        assertThatThrownBy(() -> review.recordReading(as(administrator, read), look))
                .isInstanceOfSatisfying(RightRefused.class, refused -> assertThat(refused.right())
                        .isEqualTo(Right.LOOK));
        assertThat(looks()).isZero();

        var trainer = new Person("tess", Set.of(Role.TRAINER), true);
        review.recordReading(review.look("A-1", trainer).orElseThrow(), look);
        assertThat(looks()).isOne();
        desk.flag("S-1", "text", "8.1");
        assertThat(review.look("S-1", new Person("tess", Set.of(Role.TRAINER), false)))
                .isEmpty();
        Opened sealed = review.look("S-1", trainer).orElseThrow();
        assertThatThrownBy(() -> review.recordReading(sealed, look)).isInstanceOf(LookRefused.class);
        assertThat(looks()).isOne();
    }

    private long looks() {
        return desk.review().store().read(handle -> handle.createQuery("select count(*) from look")
                .mapTo(Long.class)
                .one());
    }

    @Test
    void onlyWhoHasTheRightToApproveIsASecondPerson() {
        for (Role role : Role.values()) {
            var person = new Person("p", Set.of(role), true);
            assertThat(AnotherPerson.refuses("first", person, false).isEmpty())
                    .isEqualTo(Rights.has(person, Right.APPROVE));
        }
        var lead = new Person("lead", Set.of(Role.TEAM_LEAD), false);
        var cleared = new Person("cleared", Set.of(Role.TEAM_LEAD), true);
        var reviewer = new Person("reviewer", Set.of(Role.REVIEWER), true);
        List<Person> people = List.of(lead, cleared, reviewer);
        assertThat(AnotherPerson.refuses("first", lead, true).map(Refusal::rule))
                .contains("D9");
        assertThat(AnotherPerson.eligible(people, "lead", false)).containsExactly(cleared);
        assertThat(AnotherPerson.eligible(people, "cleared", true)).isEmpty();
        assertThat(AnotherPerson.couldApprove(people, false)).isEqualTo(2);
        assertThat(AnotherPerson.couldApprove(people, true)).isEqualTo(1);
    }

    @Test
    void whoMayOnlyLookOpensToReadAndTakesNothing() {
        Opened opened = review.open("A-1", new Person("tess", Set.of(Role.TRAINER), true))
                .orElseThrow();

        assertThat(opened.claim()).isNull();
        assertThat(queue.claimOf(opened.row().id())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void withoutTheClearanceAChildSafetyCaseIsNowhere(Role role) throws IOException {
        var person = new Person("p", Set.of(role), false);
        var cleared = new Person("q", Set.of(role), true);
        long id = queue.find(ANNA, "C-1").orElseThrow().id();

        assertThat(queue.find(person, "C-1")).isEmpty();
        assertThat(queue.latest(person, "C-1")).isEmpty();
        assertThat(queue.row(person, id)).isEmpty();
        assertThat(queue.ofAccount(person, "u-C-1", 9)).isEmpty();
        assertThat(queue.isHidden(person, "C-1")).isTrue();
        assertThat(queue.isHidden(person, "A-1")).isFalse();
        assertThat(queue.isHidden(cleared, "C-1")).isFalse();
        assertThat(found(person, "")).doesNotContain("C-1");
        assertThat(found(person, "text")).doesNotContain("C-1");
        boolean looks = Rights.has(person, Right.LOOK);
        assertThat(found(cleared, "").contains("C-1")).isEqualTo(looks);
        assertThat(total(queue.counts(person, null))).isEqualTo(looks ? 1 : 0);
        assertThat(total(queue.counts(person, Queue.GENERAL))).isEqualTo(looks ? 1 : 0);
        assertThat(total(queue.counts(cleared, null))).isEqualTo(looks ? 2 : 0);
        if (looks) {
            assertThat(review.look("C-1", person)).isEmpty();
            assertThat(review.open("C-1", person)).isEmpty();
        }
        if (Rights.has(person, Right.EXPORT)) {
            assertThat(desk.rows(Exported.EVENTS, person)).isNotEmpty().noneMatch(row -> row.toString()
                    .contains("C-1"));
            assertThat(desk.rows(Exported.EVENTS, cleared))
                    .anyMatch(row -> row.toString().contains("\"item\":\"C-1\""));
            assertThat(desk.rows(Exported.CASES, person)).hasSize(1);
        }
    }

    @Test
    void withoutTheClearanceWhatWaitsForASecondPersonIsNotCountedEither() {
        String id = desk.decide("C-1", """
            "answers":{"8.4.1":"YES"},"outcome":"REMOVE","account":{"measure":"BAN"},
            "rationale":"Said to a pupil, in so many words.\"\
            """);
        var decisions = desk.review().decisions();
        var lead = new Person("lead", Set.of(Role.TEAM_LEAD), false);

        assertThat(decisions.awaiting(ANNA)).extracting(DecisionLine::id).containsExactly(id);
        assertThat(decisions.howMuchAwaits(ANNA).decisions()).isEqualTo(1);
        assertThat(decisions.awaiting(lead)).isEmpty();
        assertThat(decisions.howMuchAwaits(lead).decisions()).isZero();
        assertThat(decisions.find(lead, id)).isEmpty();
        assertThat(decisions.find(ANNA, id)).isPresent();
    }

    private List<String> found(Person person, String words) {
        CaseFilter filter =
                words.isEmpty() ? CaseFilter.all() : CaseFilter.all().searching(words);
        return queue.page(person, filter, Ordering.URGENCY, null, 10).rows().stream()
                .map(row -> row.itemId())
                .toList();
    }

    private static long total(QueueCounts counts) {
        long bySeverity =
                counts.open().values().stream().mapToLong(Long::longValue).sum();
        assertThat(counts.waiting() + counts.held()).isEqualTo(bySeverity);
        return bySeverity;
    }

    /** The same, as if it lay before somebody else. */
    private static Opened as(Person person, Opened opened) {
        CaseFacts facts = opened.facts();
        var theirs = new CaseFacts(
                facts.caseId(),
                facts.queue(),
                facts.item(),
                facts.pinnedEdition(),
                facts.reports(),
                facts.childSafety(),
                facts.sealed(),
                facts.standing(),
                person,
                facts.activeStrikes(),
                facts.now(),
                facts.allowed(),
                facts.urgency());
        return new Opened(
                opened.row(),
                opened.claim(),
                opened.readOnly(),
                opened.file(),
                opened.earlier(),
                opened.otherCases(),
                opened.draft(),
                theirs,
                opened.handOver(),
                opened.returned(),
                opened.decisionId());
    }
}
