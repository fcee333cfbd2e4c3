package org.moderationdesk.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.moderationdesk.decisions.Allowed;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.routing.PlanChange.Kind;
import org.moderationdesk.routing.PlanChange.Part;
import org.moderationdesk.routing.PlanRefused.Why;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;

class PlanTest {
    private static final Plan PLAN = Plans.of(
            List.of(
                    Plans.queue("dutch"),
                    Plans.queue("challenges"),
                    Plans.queue("belgium"),
                    Plans.queue("live"),
                    Plans.queue("grave"),
                    new NamedQueue(
                            "dutch accounts", Plans.kinds(ItemKind.ACCOUNT), Set.of(), Allowed.everything(), false, 0)),
            Plans.rule("grave first", Plans.severities(Severity.CRITICAL), "grave"),
            Plans.rule("live", Plans.kinds(ItemKind.LIVESTREAM), "live"),
            Plans.rule("dutch accounts", Plans.languages("nl"), "dutch accounts"),
            Plans.rule(
                    "chapter 5 from Belgium",
                    new Criteria(Set.of(), Set.of("BE"), Set.of("5"), Set.of(), Set.of()),
                    "belgium"),
            Plans.rule("challenges", Plans.sections("5.3"), "challenges"),
            Plans.rule("dutch", Plans.languages("nl"), "dutch"));

    static Stream<Arguments> cases() {
        return Stream.of(
                Arguments.of("VIDEO LOW 6.1 nl NL", "dutch", "dutch"),
                Arguments.of("VIDEO LOW 6.1 nl-BE BE", "dutch", "dutch"),
                Arguments.of("VIDEO LOW 6.1 NL NL", "dutch", "dutch"),
                Arguments.of("VIDEO LOW 6.1 nds NL", "general", null),
                Arguments.of("VIDEO LOW 5.3 nl NL", "challenges", "challenges"),
                Arguments.of("VIDEO LOW 6.1,5.3 nl NL", "challenges", "challenges"),
                Arguments.of("VIDEO LOW 5.3.3 en US", "challenges", "challenges"),
                Arguments.of("VIDEO LOW 5.30 en US", "general", null),
                Arguments.of("VIDEO LOW 5.1 fr BE", "belgium", "chapter 5 from Belgium"),
                Arguments.of("VIDEO LOW 5.1 fr be", "belgium", "chapter 5 from Belgium"),
                Arguments.of("VIDEO LOW 6.1 fr BE", "general", null),
                Arguments.of("LIVESTREAM HIGH 5.3 nl NL", "live", "live"),
                Arguments.of("LIVESTREAM CRITICAL 8.1 nl NL", "grave", "grave first"),
                Arguments.of("ACCOUNT LOW 9.2 nl NL", "dutch accounts", "dutch accounts"),
                Arguments.of("VIDEO LOW - - -", "general", null));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aCaseGoesWhereTheFirstRuleBringsItThatMeansItAndWhoseQueueTakesIt(
            String traits, String queue, @Nullable String rule) {
        assertThat(PLAN.route(traits(traits))).isEqualTo(new Route(queue, rule));
    }

    static Stream<Arguments> faults() {
        NamedQueue general = NamedQueue.open("general");
        Criteria some = Plans.languages("nl");
        return Stream.of(
                Arguments.of(Why.NO_SUCH_QUEUE, Plans.of(List.of(), Plans.rule("r", some, "nowhere"))),
                Arguments.of(Why.NO_SUCH_QUEUE, new Plan(0, List.of(general), List.of(), "nowhere")),
                Arguments.of(Why.NAME_TAKEN, Plans.of(List.of(Plans.queue("a"), Plans.queue("A")))),
                Arguments.of(
                        Why.NAME_TAKEN,
                        Plans.of(List.of(), Plans.rule("r", some, "general"), Plans.rule("r", some, "general"))),
                Arguments.of(Why.NAME_UNUSABLE, Plans.of(List.of(Plans.queue(" a")))),
                Arguments.of(Why.NAME_UNUSABLE, Plans.of(List.of(Plans.queue("")))),
                Arguments.of(Why.NAME_UNUSABLE, Plans.of(List.of(Plans.queue("a\u0007")))),
                Arguments.of(Why.LANGUAGE, Plans.of(List.of(), Plans.rule("r", Plans.languages("n l"), "general"))),
                Arguments.of(Why.REGION, Plans.of(List.of(), Plans.rule("r", Plans.regions("?"), "general"))),
                Arguments.of(Why.SECTION, Plans.of(List.of(), Plans.rule("r", Plans.sections("5.3.1"), "general"))),
                Arguments.of(
                        Why.DEFAULT_CHOOSY,
                        new Plan(
                                0,
                                List.of(new NamedQueue("x", some, Set.of(), Allowed.everything(), false, 0)),
                                List.of(),
                                "x")),
                Arguments.of(Why.DEFAULT_CLEARANCE, new Plan(0, List.of(Plans.cleared("x")), List.of(), "x")),
                Arguments.of(Why.CHILD_SAFETY_OPEN, Plans.of(List.of(Plans.queue("child-safety")))),
                Arguments.of(Why.POINTS, Plans.of(List.of(Plans.withPoints("a", 501)))),
                Arguments.of(
                        Why.NO_ESCALATION,
                        Plans.of(List.of(new NamedQueue(
                                "a",
                                Criteria.any(),
                                Set.of(),
                                Allowed.allBut(Set.of(Outcome.ESCALATE), Set.of()),
                                false,
                                0)))));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aPlantedFaultIsRefused(Why why, Plan plan) {
        assertThatThrownBy(() -> PlanCheck.check(plan))
                .isInstanceOfSatisfying(
                        PlanRefused.class, refused -> assertThat(refused.why()).isEqualTo(why));
    }

    @Test
    void aSoundPlanStands() {
        PlanCheck.check(PLAN);
        PlanCheck.check(Plan.none());
    }

    @Test
    void rulesIntoQueuesThatNeedTheClearanceAreAlwaysAskedFirst() {
        Plan plan = Plans.of(
                List.of(Plans.queue("dutch"), Plans.cleared("child-safety")),
                Plans.rule("dutch", Plans.languages("nl"), "dutch"),
                Plans.rule("minors", Plans.sections("8"), "child-safety"));

        assertThat(plan.route(traits("VIDEO HIGH 8.4 nl NL")).queue()).isEqualTo("child-safety");
        assertThat(plan.rules()).extracting(RoutingRule::name).containsExactly("minors", "dutch");
    }

    @Test
    void whoHasNoClearanceSeesNeitherItsQueuesNorTheRulesIntoThemAndChangesTheRestWithoutLosingThem() {
        var lead = new Person("lead", Set.of(Role.TEAM_LEAD), false);
        Plan whole = Plans.of(
                List.of(Plans.cleared("minors"), Plans.queue("dutch")),
                Plans.rule("to minors", Plans.sections("8"), "minors"),
                Plans.rule("dutch", Plans.languages("nl"), "dutch"));

        Plan seen = whole.seenBy(lead);
        assertThat(seen.queues()).extracting(NamedQueue::name).containsExactly("general", "dutch");
        assertThat(seen.rules()).extracting(RoutingRule::name).containsExactly("dutch");

        Plan changed = new Plan(0, seen.queues(), List.of(), "general").keepingHidden(lead, whole);
        assertThat(changed.rules()).extracting(RoutingRule::name).containsExactly("to minors");
        assertThat(changed.queue("minors")).isPresent();
    }

    @Test
    void aPlanIsReadAsItWasWritten() {
        Plan plan = new Plan(
                7,
                List.of(
                        NamedQueue.open("general"),
                        new NamedQueue(
                                "triage", Plans.sections("5.3"), Set.of("Anna", "Bram"), Plans.NO_BANS, true, -20)),
                PLAN.rules().stream()
                        .map(rule -> new RoutingRule(rule.name(), rule.when(), "triage"))
                        .toList(),
                "general");

        assertThat(PlanJson.read(7, PlanJson.write(plan))).isEqualTo(plan);
        assertThat(PlanJson.write(PLAN)).doesNotContain("version");
    }

    static Stream<String> notPlans() {
        return Stream.of(
                "",
                "[]",
                "{}",
                "{\"default\":1}",
                "{\"default\":\"general\",\"queues\":{}}",
                "{\"default\":\"general\",\"que\":[]}",
                "{\"default\":\"general\",\"queues\":[{\"name\":\"a\",\"takes\":{\"kinds\":[\"FILM\"]}}]}",
                "{\"default\":\"general\",\"queues\":[{\"name\":\"a\",\"points\":\"5\"}]}",
                "{\"default\":\"general\",\"rules\":[{\"name\":\"a\"}]}");
    }

    @ParameterizedTest
    @MethodSource("notPlans")
    void whatIsNoPlanIsRefused(String json) {
        assertThatThrownBy(() -> PlanJson.read(1, json)).isInstanceOf(PlanRefused.class);
    }

    @Test
    void differencesAreToldOneByOne() {
        Plan before = Plans.of(
                List.of(Plans.queue("a", "Anna"), Plans.queue("b")),
                Plans.rule("one", Plans.languages("nl"), "a"),
                Plans.rule("two", Plans.languages("fr"), "b"),
                Plans.rule("three", Plans.languages("de"), "b"));
        Plan after = new Plan(
                0,
                List.of(
                        NamedQueue.open("general"),
                        new NamedQueue("a", Criteria.any(), Set.of("Bram"), Plans.NO_BANS, false, 0),
                        Plans.queue("c")),
                List.of(Plans.rule("two", Plans.languages("fr"), "c"), Plans.rule("one", Plans.languages("nl"), "a")),
                "c");

        assertThat(PlanChange.between(before, after))
                .containsExactlyInAnyOrder(
                        new PlanChange(Kind.QUEUE_CHANGED, "a", Set.of(Part.MEMBERS, Part.ALLOWED)),
                        new PlanChange(Kind.QUEUE_ADDED, "c", Set.of()),
                        new PlanChange(Kind.QUEUE_GONE, "b", Set.of()),
                        new PlanChange(Kind.RULE_CHANGED, "two", Set.of(Part.TO)),
                        new PlanChange(Kind.RULE_GONE, "three", Set.of()),
                        new PlanChange(Kind.RULES_ORDERED, "", Set.of()),
                        new PlanChange(Kind.DEFAULT_CHANGED, "c", Set.of()));
        assertThat(PlanChange.between(before, before)).isEmpty();
    }

    private static Traits traits(String words) {
        String[] word = words.split(" ");
        return new Traits(
                ItemKind.valueOf(word[0]),
                Severity.valueOf(word[1]),
                word[2].equals("-") ? List.of() : List.of(word[2].split(",")),
                word[3].equals("-") ? null : word[3],
                word[4].equals("-") ? null : word[4]);
    }
}
