package org.moderationdesk.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.moderationdesk.base.Language;
import org.moderationdesk.decisions.AccountMeasure;
import org.moderationdesk.decisions.Answer;
import org.moderationdesk.decisions.ExceptionClaim;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.ReferralProposal;
import org.moderationdesk.decisions.Rules;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.items.FlaggedItem;
import org.moderationdesk.items.ItemKind;

@TestInstance(Lifecycle.PER_CLASS)
class ShippedSetsTest {
    private static final String BY = "tess";

    private final ShippedSets shipped = new ShippedSets();
    private final List<ShippedSet> english = shipped.in(Language.EN, BY);
    private final List<ShippedSet> dutch = shipped.in(Language.NL, BY);
    private final ShippedProblems problems = new ShippedProblems(new Rules(PracticeDesk.BOOK));

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyKeyAndEveryAlternativeIsADecisionByTheRules(Language language) {
        assertThat(problems.of(in(language))).isEmpty();
    }

    @Test
    void bothLanguagesSayTheSame() {
        assertThat(problems.unlike(english, dutch)).isEmpty();
    }

    @Test
    void thereAreSixSetsAndAHundredAndTwentyFourItems() {
        assertThat(dutch).hasSize(6);
        assertThat(dutch.stream().mapToInt(set -> set.items().size()).sum()).isEqualTo(124);
        assertThat(dutch.getFirst().terms().title().in(Language.NL)).isEqualTo("Begin hier");
        assertThat(dutch.getFirst().keys())
                .allSatisfy(key -> assertThat(key.key().agreed()).containsExactly(BY));
    }

    @Test
    void drawnFilesAreNamedByTheirHash() {
        ShippedSet set = shipped.read("weapons-and-settings", Language.EN, BY);
        String first = set.drawings().getFirst().path();
        Changes drawn = set.drawn(Map.of(first, "ab".repeat(32)));
        assertThat(drawn.put().getFirst().content().item().media().getFirst().sha256())
                .isEqualTo("ab".repeat(32));
        assertThat(drawn.put().get(1).content().item().media().getFirst().sha256())
                .isNull();
        assertThat(drawn.put().get(1).content().item().media().getFirst().path())
                .isNull();
        assertThat(drawn.keys()).hasSize(20);
    }

    @Test
    void nothingOfAKeyLiesInAnItem() {
        for (ShippedSet set : english) {
            assertThat(set.items())
                    .allSatisfy(put -> assertThat(put.content().item().extra()).isEmpty());
        }
    }

    @Test
    void aRemovalWithoutItsClauseIsSeen() {
        assertThat(found(proposals(one -> with(one, new TreeMap<>(), Outcome.REMOVE))))
                .anyMatch(problem -> problem.contains(": D1 "));
    }

    @Test
    void aCarveOutOfAnotherSectionIsSeen() {
        ExceptionClaim museum =
                Objects.requireNonNull(accepted("S-05").getFirst().exception());
        assertThat(found(keys(line -> line.itemId().equals("S-12")
                        ? kept(line, List.of(excusing(line.key().first(), museum)))
                        : line)))
                .anyMatch(problem -> problem.startsWith("S-12: D10"));
    }

    @Test
    void theAnswerToAnotherItemIsSeen() {
        assertThat(found(keys(line -> line.itemId().equals("S-12") ? kept(line, accepted("S-05")) : line)))
                .contains("S-12: an answer to S-05");
    }

    @Test
    void aMissedReferralIsSeen() {
        assertThat(found(proposals(one -> referring(one, List.of()))))
                .anyMatch(problem -> problem.startsWith("M-01: D3"));
    }

    @Test
    void anAlternativeIsLookedAtAsWell() {
        assertThat(found(keys(line -> kept(
                        line, List.of(line.key().first(), with(line.key().first(), new TreeMap<>(), Outcome.REMOVE))))))
                .anyMatch(problem -> problem.contains(": D1 "));
    }

    @Test
    void anIdGivenTwiceIsSeen() {
        assertThat(found(items(list -> {
                    list.add(list.getFirst());
                    return list;
                })))
                .contains("S-01: twice");
    }

    @Test
    void anItemWithoutAKeyAndAKeyWithoutAnItemAreSeen() {
        assertThat(found(set -> new ShippedSet(
                        set.name(),
                        set.terms(),
                        set.items(),
                        set.keys().subList(1, set.keys().size()),
                        set.drawings())))
                .contains("S-01: no key");
        assertThat(found(items(list -> list.subList(1, list.size())))).contains("S-01: a key of no item");
    }

    @Test
    void aWordMissingInOneLanguageIsSeen() {
        assertThat(found(keys(line -> new KeyJson.Line(
                        line.itemId(), Told.in(Language.EN, line.title().in(Language.EN)), line.key()))))
                .contains("S-01 title: not in NL");
        assertThat(found(keys(line -> telling(line, Told.in(Language.NL, "Alleen zo")))))
                .contains("S-01 why: not in EN");
    }

    @Test
    void aClauseThatTheBookLacksIsSeen() {
        assertThat(found(keys(line -> about(line, "3.9.1")))).contains("S-01: not about a clause of the book");
    }

    @Test
    void evidenceThatCountsButIsNotThereIsSeen() {
        assertThat(found(keys(line -> counting(line, EnumSet.allOf(Field.class)))))
                .contains("S-01: evidence counts, and the key has none");
        assertThat(found(keys(line -> counting(line, EnumSet.of(Field.CLAUSES)))))
                .contains("S-01: the outcome does not count");
    }

    @Test
    void aFileThatNothingIsDrawnForIsSeen() {
        assertThat(found(set -> new ShippedSet(set.name(), set.terms(), set.items(), set.keys(), List.of())))
                .contains("S-03: nothing is drawn for media/S-03.mp4");
        assertThat(found(items(list -> list.stream()
                        .map(put -> new Changes.Put(
                                put.title(),
                                new FlaggedItem(
                                        put.content().item().with(List.of()),
                                        put.content().reports()),
                                null))
                        .toList())))
                .contains("S-03: media do not go with its kind");
    }

    @Test
    void setsOfOneKindAndTooFewAreSeen() {
        List<String> few = found(items(list -> list.stream()
                .filter(put -> put.content().item().kind() == ItemKind.COMMENT)
                .toList()));
        assertThat(few).contains("start-here: only of kinds [COMMENT]", "only 22 items");
        assertThat(problems.of(english.subList(0, 2))).contains("only 2 sets", "only 42 items");
    }

    @Test
    void languagesThatDifferAreSeen() {
        assertThat(problems.unlike(english, english)).hasSize(124).allMatch(one -> one.contains("same words"));
        assertThat(problems.unlike(english, changed(Language.NL, items(list -> list.subList(1, list.size())))))
                .contains("start-here: items differ between languages");
        assertThat(problems.unlike(english, changed(Language.NL, keys(line -> counting(line, Set.of(Field.OUTCOME))))))
                .contains("S-01: keys differ between languages");
    }

    private List<ShippedSet> in(Language language) {
        return language == Language.EN ? english : dutch;
    }

    private List<String> found(UnaryOperator<ShippedSet> fault) {
        return problems.of(changed(Language.EN, fault));
    }

    private List<ShippedSet> changed(Language language, UnaryOperator<ShippedSet> fault) {
        return in(language).stream().map(fault).toList();
    }

    private static UnaryOperator<ShippedSet> items(UnaryOperator<List<Changes.Put>> change) {
        return set -> new ShippedSet(
                set.name(), set.terms(), change.apply(new ArrayList<>(set.items())), set.keys(), set.drawings());
    }

    private static UnaryOperator<ShippedSet> keys(UnaryOperator<KeyJson.Line> change) {
        return set -> new ShippedSet(
                set.name(),
                set.terms(),
                set.items(),
                set.keys().stream().map(change).toList(),
                set.drawings());
    }

    private static UnaryOperator<ShippedSet> proposals(UnaryOperator<Proposal> change) {
        return keys(
                line -> kept(line, line.key().accepted().stream().map(change).toList()));
    }

    private List<Proposal> accepted(String id) {
        return english.getFirst().keys().stream()
                .filter(line -> line.itemId().equals(id))
                .findFirst()
                .orElseThrow()
                .key()
                .accepted();
    }

    private static KeyJson.Line kept(KeyJson.Line line, List<Proposal> accepted) {
        AnswerKey key = line.key();
        return of(line, accepted, key.counts(), key.why(), key.clause());
    }

    private static KeyJson.Line telling(KeyJson.Line line, Told why) {
        AnswerKey key = line.key();
        return of(line, key.accepted(), key.counts(), why, key.clause());
    }

    private static KeyJson.Line counting(KeyJson.Line line, Set<Field> counts) {
        AnswerKey key = line.key();
        return of(line, key.accepted(), counts, key.why(), key.clause());
    }

    private static KeyJson.Line about(KeyJson.Line line, String clause) {
        AnswerKey key = line.key();
        return of(
                line,
                key.accepted(),
                key.counts(),
                key.why(),
                ClauseCode.parse(clause).orElseThrow());
    }

    private static KeyJson.Line of(
            KeyJson.Line line, List<Proposal> accepted, Set<Field> counts, Told why, ClauseCode clause) {
        AnswerKey key = line.key();
        return new KeyJson.Line(
                line.itemId(),
                line.title(),
                new AnswerKey(accepted, counts, why, key.lookFor(), key.difficulty(), clause, key.agreed()));
    }

    private static Proposal with(Proposal one, SortedMap<ClauseCode, Answer> answers, Outcome outcome) {
        return new Proposal(
                one.item(),
                null,
                null,
                answers,
                one.notes(),
                outcome,
                null,
                null,
                AccountMeasure.none(),
                one.referrals(),
                null,
                null,
                List.of(),
                List.of(),
                one.rationale(),
                null,
                false);
    }

    private static Proposal excusing(Proposal one, ExceptionClaim exception) {
        return new Proposal(
                one.item(),
                null,
                null,
                one.answers(),
                one.notes(),
                one.outcome(),
                exception,
                null,
                one.account(),
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                one.rationale(),
                null,
                false);
    }

    private static Proposal referring(Proposal one, List<ReferralProposal> referrals) {
        return new Proposal(
                one.item(),
                null,
                null,
                one.answers(),
                one.notes(),
                one.outcome(),
                one.exception(),
                one.reach(),
                one.account(),
                referrals,
                null,
                one.escalateTo(),
                one.evidence(),
                List.of(),
                one.rationale(),
                null,
                false);
    }
}
