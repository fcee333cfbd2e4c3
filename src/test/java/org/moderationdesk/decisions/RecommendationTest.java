package org.moderationdesk.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.decisions.AccountMeasure.Type.BAN;
import static org.moderationdesk.decisions.AccountMeasure.Type.FEATURE_BLOCK;
import static org.moderationdesk.decisions.AccountMeasure.Type.NONE;
import static org.moderationdesk.decisions.AccountMeasure.Type.PROFILE_CHANGE;
import static org.moderationdesk.decisions.AccountMeasure.Type.REMOVE_UNDERAGE;
import static org.moderationdesk.decisions.AccountMeasure.Type.STRIKE;
import static org.moderationdesk.decisions.AccountMeasure.Type.SUSPEND;
import static org.moderationdesk.decisions.Cases.BOOK;
import static org.moderationdesk.decisions.Cases.NOW;
import static org.moderationdesk.decisions.Cases.item;
import static org.moderationdesk.decisions.Cases.kind;
import static org.moderationdesk.decisions.Cases.report;
import static org.moderationdesk.decisions.Cases.strikes;
import static org.moderationdesk.decisions.Cases.video;
import static org.moderationdesk.decisions.Draft.noViolation;
import static org.moderationdesk.decisions.Draft.remove;
import static org.moderationdesk.guidelines.ReferralTarget.EMERGENCY_SERVICES;
import static org.moderationdesk.guidelines.ReferralTarget.JUDICIAL_AUTHORITY;
import static org.moderationdesk.guidelines.ReferralTarget.NCMEC;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.guidelines.CarveOutCode;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.settings.DecisionSettings;

final class RecommendationTest {
    private final Recommendation recommendation = new Recommendation(BOOK, DecisionSettings::defaults);

    private Advice advice(Draft draft, CaseFacts facts) {
        return recommendation.recommend(draft.proposal(), facts);
    }

    @Test
    void aBrokenClausePointsToRemovalAndNamesIt() {
        Advice advice = advice(remove("5.3.1"), video());

        assertThat(advice.outcome()).isEqualTo(Outcome.REMOVE);
        assertThat(advice.reason().words(new Texts(Language.EN), BOOK.words(Language.EN)))
                .startsWith("Broken: 5.3.1 (");
    }

    @Test
    void doubtPointsToEscalation() {
        assertThat(advice(noViolation("5.3.1").answer(Answer.UNSURE, "5.3.2"), video())
                        .outcome())
                .isEqualTo(Outcome.ESCALATE);
        assertThat(advice(remove("5.3.1").answer(Answer.UNSURE, "5.3.2"), video())
                        .outcome())
                .isEqualTo(Outcome.REMOVE);
    }

    @Test
    void doubtAboutMinorsPointsToEscalationAlsoBesideAnotherBreach() {
        assertThat(advice(remove("5.3.1").answer(Answer.UNSURE, "8.1.1"), video())
                        .outcome())
                .isEqualTo(Outcome.ESCALATE);
        assertThat(advice(remove("8.1.2").answer(Answer.UNSURE, "8.1.1"), video())
                        .outcome())
                .isEqualTo(Outcome.REMOVE);
    }

    @Test
    void aCleanChecklistPointsToNoViolationOnceItIsComplete() {
        CaseFacts reported = video(report("r", "5.3"));

        assertThat(advice(noViolation("5.3.1"), reported).outcome()).isNull();
        assertThat(advice(noViolation(), video()).outcome()).isNull();
        assertThat(advice(noViolation("5.3.1", "5.3.2", "5.3.3"), reported).outcome())
                .isEqualTo(Outcome.NO_VIOLATION);
    }

    @Test
    void theChecklistIsDepartedFromByAnyOtherOutcomeThanItPointsTo() {
        assertThat(Recommendation.departs(remove("5.3.1").proposal())).isFalse();
        assertThat(Recommendation.departs(
                        remove("5.3.1").answer(Answer.UNSURE, "8.1.1").proposal()))
                .isFalse();
        assertThat(Recommendation.departs(Draft.escalate("5.3.1").proposal())).isTrue();
        assertThat(Recommendation.departs(
                        Draft.limit(ReachLimit.Reason.UPSETTING).proposal()))
                .isTrue();
        assertThat(Recommendation.departs(noViolation("5.3.1").proposal())).isFalse();
        assertThat(Recommendation.departs(
                        noViolation().answer(Answer.UNSURE, "5.3.1").proposal()))
                .isTrue();
        assertThat(Recommendation.departs(Proposal.empty("V-1"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, STRIKE", "1, STRIKE", "2, SUSPEND", "3, BAN", "9, BAN"})
    void theAccountMeasureFollowsTheStrikesThatAreActive(int active, AccountMeasure.Type measure) {
        assertThat(advice(remove("5.3.1"), strikes(video(), active)).account().type())
                .isEqualTo(measure);
    }

    @Test
    void theThirdStrikeSuspendsForSevenDays() {
        AccountMeasure account = advice(remove("5.3.1"), strikes(video(), 2)).account();

        assertThat(account.type()).isEqualTo(SUSPEND);
        assertThat(account.until()).isEqualTo(NOW.plus(Duration.ofDays(7)));
    }

    @Test
    void nothingIsAdvisedForTheAccountOfContentThatStaysOrOfAnUnknownAuthor() {
        assertThat(advice(noViolation("5.3.1"), video()).account().type()).isEqualTo(NONE);
        assertThat(advice(noViolation().answer(Answer.UNSURE, "5.3.1"), video())
                        .account()
                        .type())
                .isEqualTo(NONE);
        assertThat(advice(remove("5.3.1"), Cases.of(item(ItemKind.VIDEO, null, List.of())))
                        .account()
                        .type())
                .isEqualTo(NONE);
    }

    @Test
    void theGuidelinesNameSomeMeasuresThemselves() {
        assertThat(advice(remove("8.1.1"), video()).account().type()).isEqualTo(BAN);
        assertThat(advice(remove("8.6.1"), video()).account().type()).isEqualTo(BAN);
        assertThat(advice(remove("8.0.1"), video()).account().type()).isEqualTo(REMOVE_UNDERAGE);
        assertThat(advice(remove("8.0.2", "8.0.4"), video()).account())
                .isEqualTo(new AccountMeasure(
                        FEATURE_BLOCK,
                        null,
                        java.util.Set.of(AccountMeasure.Feature.DIRECT_MESSAGES, AccountMeasure.Feature.GIFTS)));
        assertThat(advice(remove("9.2.1"), kind(ItemKind.ACCOUNT)).account().type())
                .isEqualTo(PROFILE_CHANGE);
        assertThat(advice(remove("1.2.1"), kind(ItemKind.ACCOUNT)).account().type())
                .isEqualTo(BAN);
        assertThat(advice(remove("1.2.1"), video()).account().type()).isEqualTo(STRIKE);
    }

    @Test
    void whatIsAdvisedForTheAccountIsNeverRefused() {
        for (String clause : List.of("8.0.1", "8.0.3", "9.2.1", "5.3.1", "1.1.1", "8.6.2")) {
            for (ItemKind kind : ItemKind.values()) {
                for (int active = 0; active < 5; active++) {
                    CaseFacts facts = strikes(kind(kind), active);
                    AccountMeasure advised = advice(remove(clause), facts).account();
                    Draft draft = remove(clause)
                            .account(
                                    advised.type(),
                                    advised.until(),
                                    advised.features().toArray(AccountMeasure.Feature[]::new));

                    assertThat(Cases.rules(draft, facts))
                            .as(clause + " " + kind)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void theReferralsAreThoseThatTheBrokenSectionsAskFor() {
        assertThat(advice(remove("5.3.1"), video()).referrals()).isEmpty();
        assertThat(advice(remove("1.1.1"), video()).referrals()).containsExactly(JUDICIAL_AUTHORITY);
        assertThat(advice(remove("8.2.1"), video()).referrals()).containsExactly(NCMEC);
        assertThat(advice(remove("5.1.1", "8.1.1", "1.1.2"), video()).referrals())
                .containsExactly(NCMEC, JUDICIAL_AUTHORITY, EMERGENCY_SERVICES);
    }

    @Test
    void carveOutsOfTheBrokenClausesAreWorthALook() {
        assertThat(advice(remove("3.2.1"), video()).carveOuts())
                .extracting(CarveOutCode::value)
                .containsExactly("3.2.c1", "3.2.c2", "3.2.c3", "3.2.c4");
        assertThat(advice(remove("3.2.2"), video()).carveOuts()).isEmpty();
    }
}
