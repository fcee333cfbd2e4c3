package org.moderationdesk.decisions.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.moderationdesk.decisions.AccountMeasure;
import org.moderationdesk.decisions.Answer;
import org.moderationdesk.decisions.CaseFacts;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.ReachLimit;
import org.moderationdesk.decisions.ReferralProposal;
import org.moderationdesk.guidelines.CarveOutCode;
import org.moderationdesk.guidelines.ExceptionGround;
import org.moderationdesk.guidelines.ReferralTarget;

final class PanelModelTest {
    private static final String LONG_ENOUGH = "Long enough to be a reason that somebody can follow.";

    @Test
    void itCanBeSubmittedExactlyWhenTheRulesAccept() {
        PanelCase one = PanelCase.reportedFor("5.3");
        var random = new Random(7);
        int accepted = 0;
        for (int i = 0; i < 400; i++) {
            step(one, random);
            Proposal proposal = one.proposals.proposalProperty().get();
            boolean rules =
                    one.proposals.tools().rules().judge(proposal, facts(one)).accepted();
            assertThat(one.panel.readyProperty().get())
                    .as(String.valueOf(proposal))
                    .isEqualTo(rules);
            assertThat(one.panel.missingProperty().get() == null).isEqualTo(rules);
            accepted += rules ? 1 : 0;
        }
        assertThat(accepted).isBetween(10, 390);
    }

    private static CaseFacts facts(PanelCase one) {
        return Objects.requireNonNull(one.proposals.facts());
    }

    private static void step(PanelCase one, Random random) {
        switch (random.nextInt(7)) {
            case 0, 1 -> one.answer("5.3." + (1 + random.nextInt(3)), Answer.values()[random.nextInt(3)]);
            case 2 -> one.panel.choose(Outcome.values()[random.nextInt(5)]);
            case 3 -> one.panel.rationale(random.nextBoolean() ? LONG_ENOUGH : "short");
            case 4 -> one.panel.measure(AccountMeasure.Type.values()[random.nextInt(4)]);
            case 5 -> one.panel.ground(ExceptionGround.values()[random.nextInt(9)], null);
            default -> one.panel.why(random.nextBoolean() ? LONG_ENOUGH : "");
        }
    }

    @Test
    void whoeverHearsOfAProposalFindsTheAdviceOnIt() {
        PanelCase one = PanelCase.reportedFor("3.2");
        var offered = new ArrayList<Integer>();
        one.proposals.proposalProperty().subscribe(_ -> offered.add(carveOuts(one)));

        one.answer("3.2.1", Answer.YES);
        one.answer("3.2.1", Answer.NO);

        assertThat(offered).containsExactly(0, 4, 0);
    }

    private static int carveOuts(PanelCase one) {
        return Objects.requireNonNull(one.proposals.adviceProperty().get())
                .carveOuts()
                .size();
    }

    @Test
    void whatGoesOnlyWithAnotherOutcomeIsPutAsideAndComesBack() {
        PanelCase one = PanelCase.reportedFor("5.3");
        one.answer("5.3.1", Answer.YES);
        one.panel.choose(Outcome.EXCEPTION);
        one.panel.ground(ExceptionGround.EDUCATIONAL, null);
        one.panel.why(LONG_ENOUGH);

        one.panel.choose(Outcome.REMOVE);
        assertThat(one.proposals.proposalProperty().get().exception()).isNull();
        assertThat(one.panel.readyProperty().get()).isTrue();
        one.panel.choose(Outcome.EXCEPTION);

        assertThat(one.proposals.proposalProperty().get().exception())
                .satisfies(claim -> assertThat(claim.ground()).isEqualTo(ExceptionGround.EDUCATIONAL));
    }

    @Test
    void outcomesThatNoAnswerMakesValidAreSwitchedOffAndSayWhy() {
        PanelCase one = PanelCase.reportedFor("8.1");
        assertThat(one.panel.against(Outcome.EXCEPTION)).isEmpty();

        one.answer("8.1.1", Answer.YES);
        one.panel.choose(Outcome.EXCEPTION);

        assertThat(one.proposals.proposalProperty().get().outcome()).isNull();
        assertThat(one.panel.saidProperty().get()).isInstanceOf(PanelModel.Said.Switched.class);
        assertThat(one.panel.against(Outcome.REMOVE)).isEmpty();
        assertThat(one.panel.against(ExceptionGround.ARTISTIC, null)).isPresent();
    }

    @Test
    void aBreachAgainstMinorsNeedsAReferralBeforeItCanBeSubmitted() {
        PanelCase one = PanelCase.reportedFor("8.1");
        one.answer("8.1.1", Answer.YES);
        one.panel.choose(Outcome.REMOVE);
        assertThat(Spot.of(one.panel.missingProperty().get())).isEqualTo(Spot.REFERRALS);

        one.panel.referral(ReferralTarget.NCMEC, new ReferralProposal(ReferralTarget.NCMEC, "list match", false));
        one.panel.rationale(LONG_ENOUGH);

        assertThat(one.panel.readyProperty().get()).isTrue();
    }

    @Test
    void aCarveOutOfTheBrokenSectionCanBeChosenAndOneOfAnotherCannot() {
        PanelCase one = PanelCase.reportedFor("3.2");
        one.answer("3.2.1", Answer.YES);
        one.panel.choose(Outcome.EXCEPTION);
        var own = new CarveOutCode("3.2.c1");

        assertThat(one.proposals.adviceProperty().get().carveOuts()).contains(own);
        assertThat(one.panel.against(ExceptionGround.CARVE_OUT, own)).isEmpty();
        assertThat(one.panel.against(ExceptionGround.CARVE_OUT, new CarveOutCode("3.1.c1")))
                .isPresent();
    }

    @Test
    void theRecommendedMeasureComesWithItsEnd() {
        PanelCase one = PanelCase.reportedFor("5.3");
        one.panel.measure(AccountMeasure.Type.SUSPEND);
        assertThat(one.panel.suspendedFor()).isZero();

        one.panel.suspendFor(7);

        assertThat(one.panel.suspendedFor()).isEqualTo(7);
    }

    @Test
    void submittingInVainGoesToWhatIsMissing() {
        PanelCase one = PanelCase.reportedFor("5.3");
        one.panel.choose(Outcome.NO_VIOLATION);
        one.checklist.move(1);
        one.checklist.move(1);

        assertThat(one.panel.trySubmit()).isFalse();

        assertThat(one.checklist.currentProperty().get().value()).isEqualTo("5.3.1");
    }

    @Test
    void limitingReachBeginsWithBothSurfacesAndNoReason() {
        PanelCase one = PanelCase.reportedFor("5.3");

        one.panel.choose(Outcome.LIMIT_REACH);

        assertThat(one.proposals.proposalProperty().get().reach()).isEqualTo(new ReachLimit(false, false, null));
        assertThat(Spot.of(one.panel.missingProperty().get())).isIn(Spot.REACH, Spot.RATIONALE);
    }
}
