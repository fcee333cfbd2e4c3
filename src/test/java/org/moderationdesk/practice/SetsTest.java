package org.moderationdesk.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.practice.PracticeDesk.ANNA;
import static org.moderationdesk.practice.PracticeDesk.TESS;
import static org.moderationdesk.practice.PracticeDesk.TOM;
import static org.moderationdesk.practice.RunsTest.refused;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.practice.PracticeRefused.Why;
import org.moderationdesk.review.Proposed;

@OnBothStores
class SetsTest {
    private static PracticeDesk desk;
    private static Sets sets;

    @BeforeAll
    static void open() {
        desk = new PracticeDesk();
        sets = desk.sets();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    private static PracticeSet draft(int keepers) {
        var terms = new SetTerms(
                Told.both("Start here", "Begin hier"), Told.nothing(), "2020-12", true, keepers, ScoringRules.usual());
        return sets.make(
                TESS,
                terms,
                Changes.ofItems(
                        List.of(PracticeDesk.put("P-1", "5.3"), PracticeDesk.put("P-2", "5.3")),
                        List.of(PracticeDesk.line("P-1", PracticeDesk.removed("P-1")))));
    }

    @Test
    void aDraftIsSeenByTrainersAloneAndPublishedOnceEveryItemHasAKey() {
        PracticeSet made = draft(1);

        assertThat(made.state()).isEqualTo(SetState.DRAFT);
        assertThat(made.newest().items()).isEqualTo(2);
        assertThat(made.keyed()).isEqualTo(1);
        assertThat(sets.all(ANNA)).doesNotContain(made);
        refused(Why.UNKNOWN_SET, () -> sets.find(ANNA, made.id()));
        refused(Why.NO_KEY, () -> sets.publish(TESS, made.id()));
        refused(Why.WRONG_STATE, () -> desk.runs().start(ANNA, made.id(), null));

        PracticeSet keyed = sets.change(
                TESS, made.id(), Changes.ofKey("P-2", Told.nothing(), PracticeDesk.allowed("P-2")), Told.nothing());
        assertThat(keyed.newest().version()).isEqualTo(1);
        assertThat(keyed.isKeyComplete()).isTrue();
        PracticeSet published = sets.publish(TESS, made.id());
        assertThat(sets.find(ANNA, Integer.toString(published.number()))).isEqualTo(published);
        refused(Why.WRONG_STATE, () -> sets.publish(TESS, made.id()));
        assertThat(sets.archive(TESS, made.id()).state()).isEqualTo(SetState.ARCHIVED);
        refused(Why.UNKNOWN_SET, () -> sets.find(ANNA, made.id()));
        refused(
                Why.WRONG_STATE,
                () -> sets.change(
                        TESS, made.id(), Changes.ofTerms(keyed.newest().terms()), Told.nothing()));
    }

    @Test
    void twoKeepersMustStandForAKeyWhereTheSetAsksForThem() {
        PracticeSet made = draft(2);
        PracticeSet _ = sets.change(
                TESS, made.id(), Changes.ofKey("P-2", Told.nothing(), PracticeDesk.allowed("P-2")), Told.nothing());

        refused(Why.NOT_AGREED, () -> sets.publish(TESS, made.id()));
        refused(Why.AGREED, () -> sets.agree(TESS, made.id(), Set.of("P-1")));
        refused(Why.NO_KEY, () -> sets.agree(TOM, made.id(), Set.of("P-1", "P-9")));
        assertThat(sets.agree(TOM, made.id(), Set.of("P-1", "P-2")).isKeyComplete())
                .isTrue();
        refused(Why.AGREED, () -> sets.agree(TOM, made.id(), Set.of("P-1")));
        assertThat(sets.keys(TESS, made.id(), 1, List.of("P-1")).get("P-1").agreed())
                .containsExactly("tess", "tom");
        // A key that is written anew is agreed with anew.
        PracticeSet _ = sets.change(
                TESS, made.id(), Changes.ofKey("P-1", Told.nothing(), PracticeDesk.removed("P-1")), Told.nothing());
        refused(Why.NOT_AGREED, () -> sets.publish(TESS, made.id()));
    }

    @Test
    void aPublishedSetChangesByVersionsAndEarlierOnesStayWhatTheyWere() {
        PracticeSet set = desk.published(3);
        refused(Why.NO_REASON, () -> sets.change(TESS, set.id(), Changes.without(Set.of("P-2")), Told.nothing()));
        refused(
                Why.NO_KEY,
                () -> sets.change(
                        TESS,
                        set.id(),
                        Changes.ofItems(List.of(PracticeDesk.put("P-4", "5.3")), List.of()),
                        RunsTest.why()));

        PracticeSet second = sets.change(TESS, set.id(), Changes.without(Set.of("P-2")), RunsTest.why());
        PracticeSet third = sets.change(
                TESS, set.id(), Changes.ofKey("P-1", Told.nothing(), PracticeDesk.allowed("P-1")), RunsTest.why());

        assertThat(second.newest().version()).isEqualTo(2);
        assertThat(second.newest().items()).isEqualTo(2);
        assertThat(third.newest().version()).isEqualTo(3);
        assertThat(sets.versions(TESS, set.id()))
                .extracting(SetVersion::version)
                .containsExactly(3, 2, 1);
        assertThat(sets.items(TESS, set.id(), 1, 0, 9))
                .extracting(PracticeItem::id)
                .containsExactly("P-1", "P-2", "P-3");
        assertThat(sets.items(TESS, set.id(), 3, 1, 9))
                .extracting(PracticeItem::id)
                .containsExactly("P-3");
        assertThat(first(set, 2)).isEqualTo(Outcome.REMOVE);
        assertThat(first(set, 3)).isEqualTo(Outcome.NO_VIOLATION);
    }

    private static Outcome first(PracticeSet set, int version) {
        return sets.keys(TESS, set.id(), version, List.of("P-1"))
                .get("P-1")
                .first()
                .outcome();
    }

    @Test
    void aKeyIsADecisionByTheRulesOfTheSetsEdition() {
        PracticeSet made = draft(1);
        AnswerKey none = PracticeDesk.key(Proposed.of("P-2", "\"outcome\":\"REMOVE\""));

        refused(
                Why.KEY_INVALID,
                () -> sets.change(TESS, made.id(), Changes.ofKey("P-2", Told.nothing(), none), Told.nothing()));
        refused(
                Why.UNKNOWN_ITEM,
                () -> sets.change(
                        TESS,
                        made.id(),
                        Changes.ofKey("P-7", Told.nothing(), PracticeDesk.removed("P-7")),
                        Told.nothing()));
        var unknown = new SetTerms(Told.both("A", "B"), Told.nothing(), "1999-01", true, 1, ScoringRules.usual());
        refused(Why.UNKNOWN_EDITION, () -> sets.make(TESS, unknown, Changes.without(Set.of())));
    }

    @Test
    void whatIsWrittenDownIsReadBackTheSame() {
        AnswerKey key = new AnswerKey(
                List.of(Proposed.removal("P-1"), Proposed.ban("P-1")),
                Set.of(Field.OUTCOME, Field.ACCOUNT),
                Told.both("Why", "Waarom"),
                Told.both("Look", "Let op"),
                Difficulty.HARD,
                PracticeDesk.BOOK.sections().getFirst().clauses().getFirst().code(),
                List.of("tess"));
        String line = org.moderationdesk.base.CanonicalJson.write(KeyJson.toMap("P-1", Told.both("T", "U"), key));

        KeyJson.Line read = KeyJson.read(line, "line 1", "tess");

        assertThat(read).isEqualTo(new KeyJson.Line("P-1", Told.both("T", "U"), key));
        SetTerms terms = PracticeDesk.terms("Knives");
        assertThat(TermsJson.read(org.moderationdesk.base.CanonicalJson.write(TermsJson.toMap(terms)), "terms", "x"))
                .isEqualTo(terms);
        refused(
                Why.FORMAT,
                () -> KeyJson.read("{\"item\":\"P-1\",\"accepted\":[{\"outcome\":\"REMOV\"}]}", "line 1", "tess"));
        refused(Why.FORMAT, () -> KeyJson.read("{\"item\":\"P-1\",\"accepted\":[{}],\"wy\":1}", "line 1", "tess"));
        refused(Why.FORMAT, () -> TermsJson.read("{\"title\":\"A\",\"passMark\":101}", "terms", "x"));
    }
}
