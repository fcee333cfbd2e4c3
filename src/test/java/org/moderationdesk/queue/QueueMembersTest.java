package org.moderationdesk.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.moderationdesk.queue.QueueDesk.ANNA;
import static org.moderationdesk.queue.QueueDesk.BRAM;
import static org.moderationdesk.queue.QueueDesk.UNCLEARED;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.db.Progress;
import org.moderationdesk.log.Verifier;
import org.moderationdesk.queue.ClaimRefused.Unfit;
import org.moderationdesk.review.ReviewDesk;
import org.moderationdesk.routing.Criteria;
import org.moderationdesk.routing.NamedQueue;
import org.moderationdesk.routing.Plan;
import org.moderationdesk.routing.Plans;
import org.moderationdesk.routing.RoutingRule;
import org.moderationdesk.routing.StoredPlans;
import org.moderationdesk.staff.NoPasswords;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.RightRefused;
import org.moderationdesk.staff.Role;
import org.moderationdesk.staff.Skills;
import org.moderationdesk.staff.StoredPeople;
import org.moderationdesk.staff.StoredSkills;

/** Who may take a case from a queue, be handed one, or know of it. */
@OnBothStores
class QueueMembersTest {
    private static final Person LEAD = new Person("lead", Set.of(Role.TEAM_LEAD), true);
    private static final Person UNCLEARED_LEAD = new Person("ulla", Set.of(Role.TEAM_LEAD), false);
    private static final RoutingRule TO_CHALLENGES = Plans.rule("challenges", Plans.sections("5.3"), "challenges");

    private final QueueDesk desk = new QueueDesk();
    private final StoredQueue queue = desk.queue();
    private final StoredPlans plans = new StoredPlans(desk.store(), desk.log());
    private final Rerouting rerouting = new Rerouting(desk.store(), desk.log());

    @AfterEach
    void close() {
        assertThat(desk.counters()).isEqualTo(desk.recounted());
        assertThat(new Verifier(desk.store(), ReviewDesk.tables())
                        .verify(Progress.NONE)
                        .intact())
                .isTrue();
        desk.close();
    }

    @Test
    void onlyMembersClaimFromAQueueThatHasAny() {
        plans.save(LEAD, Plans.of(List.of(Plans.queue("challenges", "anna")), TO_CHALLENGES));
        desk.flag("v1", "5.3");
        desk.flag("v2", "6.1");

        assertThat(reason(() -> desk.claim("v1", BRAM))).isEqualTo(new ClaimRefused.NotForYou(Unfit.QUEUE));
        assertThat(queue.peekNext(BRAM, CaseFilter.all())).map(CaseRow::itemId).contains("v2");
        assertThat(queue.peekNext(BRAM, CaseFilter.ofQueue("challenges"))).isEmpty();
        Optional<Claim> next = desk.act(BRAM, act -> queue.claimNext(act, BRAM, CaseFilter.ofQueue("challenges")));
        assertThat(next).isEmpty();
        assertThat(desk.page(CaseFilter.all(), Ordering.URGENCY))
                .as("still listed")
                .contains("v1");
        assertThat(desk.claim("v1", ANNA).holder()).isEqualTo("anna");
    }

    @Test
    void whatIsHeldStaysWithItsHolderWhateverRulesCome() {
        desk.flag("v1", "5.3");
        Claim claim = desk.claim("v1", BRAM);
        plans.save(
                LEAD,
                Plans.of(
                        List.of(new NamedQueue("shut", Criteria.any(), Set.of("anna"), Plans.NO_BANS, false, 0)),
                        Plans.rule("all", Criteria.any(), "shut")));

        Claim renewed = desk.claim("v1", BRAM);

        assertThat(renewed.token()).isGreaterThan(claim.token());
        desk.run(BRAM, act -> queue.close(act, renewed, Queue.Marks.none()));
    }

    @Test
    void aPersonIsOfferedAndClaimsOnlyTheirLanguagesAndSections() {
        var people = new StoredPeople(desk.store(), desk.log(), new NoPasswords());
        people.add(ANNA, "anna", Set.of(Role.ADMINISTRATOR, Role.REVIEWER), true);
        people.add(ANNA, "bram", Set.of(Role.REVIEWER), true);
        var skills = new StoredSkills(desk.store(), desk.log());
        skills.set(ANNA, "bram", new Skills(Set.of("fr"), Set.of()));
        desk.flag("v1", "5.3");

        assertThat(reason(() -> desk.claim("v1", BRAM))).isEqualTo(new ClaimRefused.NotForYou(Unfit.LANGUAGE));
        assertThat(queue.peekNext(BRAM, CaseFilter.all())).isEmpty();

        skills.set(ANNA, "bram", new Skills(Set.of("fr", "nl"), Set.of("6")));
        assertThat(reason(() -> desk.claim("v1", BRAM))).isEqualTo(new ClaimRefused.NotForYou(Unfit.SECTION));

        skills.set(ANNA, "bram", new Skills(Set.of("nl"), Set.of("5")));
        assertThat(skills.of("bram")).isEqualTo(new Skills(Set.of("nl"), Set.of("5")));
        assertThat(desk.claim("v1", BRAM).holder()).isEqualTo("bram");
        assertThatThrownBy(() -> skills.set(BRAM, "bram", Skills.all())).isInstanceOf(RightRefused.class);
    }

    @Test
    void aCaseIsHandedOnlyToSomebodyWhoCouldClaimIt() {
        var people = new StoredPeople(desk.store(), desk.log(), new NoPasswords());
        people.add(ANNA, "anna", Set.of(Role.ADMINISTRATOR, Role.REVIEWER), true);
        people.add(ANNA, "Bram", Set.of(Role.REVIEWER), true);
        people.add(ANNA, "cas", Set.of(Role.REVIEWER), false);
        people.add(ANNA, "tess", Set.of(Role.TRAINER), true);
        people.add(ANNA, "gone", Set.of(Role.REVIEWER), true);
        people.setDisabled(ANNA, "gone", true);
        people.add(ANNA, "out", Set.of(Role.REVIEWER), true);
        plans.save(
                LEAD,
                Plans.of(
                        List.of(Plans.queue("minors", "anna", "Bram", "cas", "tess")),
                        Plans.rule("m", Plans.sections("8"), "minors")));
        desk.flag("v1", "8.4");
        Claim claim = desk.claim("v1", ANNA);

        Map<String, Unfit> unfit = new TreeMap<>();
        for (String name : List.of("nobody", "cas", "tess", "gone", "out")) {
            var refused = (ClaimRefused.CannotReceive)
                    reason(() -> desk.run(ANNA, act -> queue.handOver(act, claim, name, "please")));
            unfit.put(refused.name(), refused.why());
        }
        desk.run(ANNA, act -> queue.handOver(act, claim, "bram", "please"));

        assertThat(unfit)
                .isEqualTo(Map.of(
                        "nobody", Unfit.UNKNOWN,
                        "cas", Unfit.CLEARANCE,
                        "tess", Unfit.RIGHT,
                        "gone", Unfit.DISABLED,
                        "out", Unfit.QUEUE));
        assertThat(desk.row("v1").claimedBy()).isEqualTo("Bram");
    }

    @Test
    void aQueueThatNeedsTheClearanceIsNotThereWithoutIt() {
        desk.flag("v1", "6.1");
        desk.flag("v2", "6.1");
        Claim claim = desk.claim("v1", ANNA);
        desk.run(ANNA, act -> queue.escalate(act, claim, "child-safety", Queue.Marks.none()));
        long id = desk.row("v1").id();

        assertThat(queue.queues(ANNA)).containsExactly("child-safety", "general");
        assertThat(queue.queues(UNCLEARED)).containsExactly("general");
        assertThat(queue.counts(UNCLEARED, "child-safety").waiting()).isZero();
        assertThat(queue.counts(UNCLEARED, null).waiting()).isEqualTo(1);
        assertThat(queue.counts(ANNA, null).waiting()).isEqualTo(2);
        assertThat(queue.page(UNCLEARED, CaseFilter.ofQueue("child-safety"), Ordering.DUE, null, 10)
                        .rows())
                .isEmpty();
        assertThat(queue.page(UNCLEARED, CaseFilter.all(), Ordering.DUE, null, 10)
                        .rows())
                .extracting(CaseRow::itemId)
                .containsExactly("v2");
        assertThat(queue.find(UNCLEARED, "v1")).isEmpty();
        assertThat(queue.row(UNCLEARED, id)).isEmpty();
        assertThat(queue.isHidden(UNCLEARED, "v1")).isTrue();
        assertThat(reason(() -> desk.act(UNCLEARED, act -> queue.claim(act, id, UNCLEARED))))
                .isEqualTo(new ClaimRefused.NotCleared());
        var archive = new CaseArchive(desk.store());
        assertThat(archive.hiddenItems(UNCLEARED)).containsExactly("v1");
        assertThat(archive.hiddenItems(ANNA)).isEmpty();
    }

    @Test
    void aLeadWithoutTheClearanceLearnsNothingOfWhatNeedsIt() {
        plans.save(
                LEAD,
                Plans.of(
                        List.of(Plans.cleared("minors"), Plans.queue("challenges")),
                        Plans.rule("to minors", Plans.sections("8"), "minors"),
                        TO_CHALLENGES));
        desk.flag("v1", "8.4");
        desk.flag("v2", "5.3");

        Plan seen = plans.inForce(UNCLEARED_LEAD);
        assertThat(seen.toString()).doesNotContain("minors");
        assertThat(plans.history(UNCLEARED_LEAD, 5).toString()).doesNotContain("minors");
        Plan mine = new Plan(seen.version(), seen.queues(), List.of(), seen.fallback());
        Plan whole = plans.checked(UNCLEARED_LEAD, mine);
        assertThat(rerouting.dryRun(UNCLEARED_LEAD, whole, Progress.NONE).flows())
                .containsExactly(new Preview.Flow("challenges", "general", 1, 0));
        assertThat(plans.save(UNCLEARED_LEAD, mine).toString()).doesNotContain("minors");
        assertThat(plans.inForce(LEAD).rules()).extracting(RoutingRule::name).containsExactly("to minors");
        assertThat(rerouting.apply(UNCLEARED_LEAD, Progress.NONE)).isEqualTo(1);
        assertThat(desk.row("v1").queue()).isEqualTo("minors");
    }

    @Test
    void aQueueSaysWhatMayBeDecidedInIt() {
        plans.save(
                LEAD, Plans.of(List.of(new NamedQueue("triage", Criteria.any(), Set.of(), Plans.NO_BANS, false, 0))));
        assertThat(queue.allowedIn("triage")).isEqualTo(Plans.NO_BANS);
        assertThat(queue.allowedIn("general").refusedMeasures()).isEmpty();
        assertThat(queue.allowedIn("elsewhere").refusedOutcomes()).isEmpty();
    }

    private static ClaimRefused.Reason reason(Runnable act) {
        return catchThrowableOfType(ClaimRefused.class, act::run).reason();
    }
}
