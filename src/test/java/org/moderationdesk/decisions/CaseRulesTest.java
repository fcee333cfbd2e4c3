package org.moderationdesk.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.decisions.Cases.ANNA;
import static org.moderationdesk.decisions.Cases.BOOK;
import static org.moderationdesk.decisions.Cases.BRAM;
import static org.moderationdesk.decisions.Cases.NOW;
import static org.moderationdesk.decisions.Cases.UNCLEARED;
import static org.moderationdesk.decisions.Cases.asked;
import static org.moderationdesk.decisions.Cases.keys;
import static org.moderationdesk.decisions.Cases.rules;
import static org.moderationdesk.decisions.Cases.video;
import static org.moderationdesk.decisions.Draft.escalate;
import static org.moderationdesk.decisions.Draft.noViolation;
import static org.moderationdesk.decisions.Draft.remove;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;

/** D5, D8, D9 and D11: who decides which case by which book; and the order in which rules are asked. */
final class CaseRulesTest {
    private static final Texts ENGLISH = new Texts(Language.EN);

    @Test
    void aCodeThatTheEditionDoesNotHaveIsRefused() {
        assertThat(keys(remove("5.3.1").answer(Answer.NO, "5.3.9"), video())).containsExactly("unknown-code");
        assertThat(keys(remove("5.3.1").note("99.1.1", "?"), video())).containsExactly("unknown-code");
    }

    @Test
    void whatCannotBeACodeAtAllIsRefusedLikeACodeThatIsAbsent() {
        var line = new ProposalLine(remove("5.3.1").proposal(), new Strays(List.of("5.3"), null));

        assertThat(Cases.RULES.judge(line, video()).rules()).containsExactly("D5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.1.1", "4.1.1", "4.1.2"})
    void aClauseThatHasPartsIsRefused(String whole) {
        assertThat(keys(remove("5.3.1").answer(Answer.NO, whole), video())).containsExactly("has-parts");
        assertThat(rules(remove(whole + "a"), video())).isEmpty();
    }

    @Test
    void anEditionThatIsNeitherInForceNorPinnedIsRefused() {
        assertThat(rules(remove("5.3.1").edition("2019-01"), video())).containsExactly("D5");
        assertThat(rules(remove("5.3.1").edition("2020-12"), video())).isEmpty();
    }

    @Test
    void aCaseIsDecidedOnlyByWhoHoldsIt() {
        assertThat(keys(remove("5.3.1"), video().standing(new Standing.NotHeld())))
                .containsExactly("not-held");
        assertThat(keys(remove("5.3.1"), video().standing(new Standing.HeldBy("Bram"))))
                .containsExactly("held-by");
        assertThat(keys(remove("5.3.1"), video().standing(new Standing.NothingOpen())))
                .containsExactly("nothing-open");
        assertThat(keys(remove("5.3.1"), video().at(NOW.plus(Duration.ofMinutes(11)))))
                .containsExactly("lease-ended");
    }

    @Test
    void aCaseDecidedBySomebodyElseMeanwhileIsRefusedAndSaysByWhomAndWhen() {
        Refusal refusal = Cases.RULES
                .judge(remove("5.3.1").proposal(), video().standing(new Standing.DecidedBy("Bram", NOW)))
                .first()
                .orElseThrow();

        assertThat(refusal.rule()).isEqualTo("D8");
        assertThat(refusal.words(ENGLISH, BOOK.words(Language.EN)))
                .contains("Bram")
                .contains("2026");
    }

    @Test
    void anotherVersionThanTheNewestIsRefused() {
        assertThat(keys(remove("5.3.1").version(1), video())).containsExactly("older-version");
        assertThat(keys(remove("5.3.1").version(3), video())).containsExactly("no-such-version");
        assertThat(rules(remove("5.3.1").version(2), video())).isEmpty();
    }

    @Test
    void aChildSafetyCaseIsClosedToPeopleWithoutTheClearance() {
        assertThat(rules(escalate("5.3.1"), asked(video(), UNCLEARED, true, false)))
                .containsExactly("D9");
        assertThat(rules(escalate("5.3.1"), asked(video(), ANNA, true, true))).isEmpty();
        assertThat(rules(escalate("5.3.1"), asked(video(), UNCLEARED, false, false)))
                .isEmpty();
    }

    @Test
    void nothingElseIsSaidOfAChildSafetyCaseToPeopleWithoutTheClearance() {
        assertThat(rules(remove().version(1), asked(video(), UNCLEARED, true, true)))
                .containsExactly("D9");
    }

    @Test
    void whoeverLacksTheClearanceCanOnlyHandOverWhatTheirAnswersMark() {
        assertThat(rules(remove("8.4.1"), asked(video(), UNCLEARED, false, false)))
                .containsExactly("D9");
        assertThat(rules(noViolation().answer(Answer.UNSURE, "8.5.1"), asked(video(), UNCLEARED, false, false)))
                .containsExactly("D9");
        assertThat(rules(escalate("8.4.1"), asked(video(), UNCLEARED, false, false)))
                .isEmpty();
        assertThat(rules(remove("8.0.1"), asked(video(), UNCLEARED, false, false)))
                .isEmpty();
    }

    @Test
    void theCaseThenTheBookAreAskedBeforeTheOtherRules() {
        Draft draft = remove().answer(Answer.NO, "5.3.9").version(1).account(AccountMeasure.Type.FEATURE_BLOCK);

        assertThat(rules(draft, video())).containsExactly("D8", "D5", "D1", "D10");
    }

    @Test
    void nobodyJudgesTheirOwnDecisionASecondTime() {
        assertThat(AnotherPerson.refuses("Anna", ANNA, false))
                .map(Refusal::rule)
                .contains("D11");
        assertThat(AnotherPerson.refuses("Anna", BRAM, false)).isEmpty();
    }

    @Test
    void theSecondPersonIsATeamLeadWithTheClearanceWhereItIsNeeded() {
        var reviewer = new Person("Daan", Set.of(Role.REVIEWER), true);

        assertThat(AnotherPerson.refuses("Anna", reviewer, false))
                .map(Refusal::rule)
                .contains("D11");
        assertThat(AnotherPerson.refuses("Anna", UNCLEARED, true))
                .map(Refusal::rule)
                .contains("D9");
    }

    @Test
    void answersInEightOneToEightSixMarkACaseAndUpToEightThreeSealIt() {
        assertThat(ChildSafety.of(remove("8.0.1", "5.3.1").proposal())).isEqualTo(ChildSafety.Mark.NONE);
        assertThat(ChildSafety.of(noViolation("8.1.1").proposal())).isEqualTo(ChildSafety.Mark.NONE);
        assertThat(ChildSafety.of(remove("8.6.2").proposal())).isEqualTo(ChildSafety.Mark.CHILD_SAFETY);
        assertThat(ChildSafety.of(
                        noViolation().answer(Answer.UNSURE, "8.3.1", "8.5.1").proposal()))
                .isEqualTo(ChildSafety.Mark.SEALED);
        assertThat(ChildSafety.of(List.of(new ClauseCode("8.4.1").section()))).isEqualTo(ChildSafety.Mark.CHILD_SAFETY);
    }
}
