package org.moderationdesk.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.decisions.Cases.BOOK;
import static org.moderationdesk.decisions.Cases.RULES;
import static org.moderationdesk.decisions.Cases.kind;
import static org.moderationdesk.decisions.Cases.report;
import static org.moderationdesk.decisions.Cases.strikes;
import static org.moderationdesk.decisions.Cases.video;
import static org.moderationdesk.decisions.Draft.escalate;
import static org.moderationdesk.decisions.Draft.exception;
import static org.moderationdesk.decisions.Draft.limit;
import static org.moderationdesk.decisions.Draft.noViolation;
import static org.moderationdesk.decisions.Draft.remove;
import static org.moderationdesk.guidelines.ReferralTarget.EMERGENCY_SERVICES;
import static org.moderationdesk.guidelines.ReferralTarget.NCMEC;

import org.junit.jupiter.api.Test;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.guidelines.ExceptionGround;
import org.moderationdesk.items.Author;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.items.LiveStream;
import org.moderationdesk.settings.DecisionSettings;

final class ConsequenceTest {
    private final Consequence consequence = new Consequence(RULES, DecisionSettings::defaults);

    private String said(Draft draft, CaseFacts facts, Language language) {
        return Consequence.line(consequence.of(draft.proposal(), facts), new Texts(language), BOOK.words(language));
    }

    private String said(Draft draft, CaseFacts facts) {
        return said(draft, facts, Language.EN);
    }

    @Test
    void aRemovalWithAStrikeSaysWhichStrikeItIs() {
        Draft draft = remove("5.3.1").account(AccountMeasure.Type.STRIKE);

        assertThat(said(draft, strikes(video(report("r", "5.3")), 1)))
                .isEqualTo("Removes the video · adds strike 2 of 3 · bans nobody · closes 1 report"
                        + " · can be undone for 30 s");
        assertThat(said(draft, strikes(video(), 4))).contains("adds strike 5 ·");
        assertThat(said(draft, strikes(video(), 1), Language.NL)).contains("geeft strike 2 van 3 · bant niemand");
    }

    @Test
    void aBanSaysThatItWaits() {
        assertThat(said(remove("5.3.1").account(AccountMeasure.Type.BAN), video()))
                .contains("bans the account · waits for a second person: the account ban")
                .doesNotContain("bans nobody");
    }

    @Test
    void referralsSayToWhomAndWhetherTheyWait() {
        assertThat(said(remove("8.1.1").refer(NCMEC, null), video()))
                .contains("refers to NCMEC · waits for a second person: the referral");
        assertThat(said(remove("5.1.1").refer(EMERGENCY_SERVICES, null), video()))
                .contains("refers to the emergency services at once, and that cannot be undone")
                .doesNotContain("waits");
        assertThat(said(remove("8.1.1").noReferral(Draft.REASON), video()))
                .contains("refers to nobody · waits for a second person: referring to nobody");
    }

    @Test
    void anEscalationSaysWhereItGoesAndWhatHoldsMeanwhile() {
        assertThat(said(escalate("8.1.1").reach(false, false, ReachLimit.Reason.UNDER_REVIEW), video(report("r"))))
                .startsWith("Sends the case to legal · Withholds the video until it is decided"
                        + " · Takes the video out of recommendations and search results")
                .doesNotContain("closes");
    }

    @Test
    void aLivestreamThatRunsIsSaidToStopNowBeforeAllElse() {
        Draft removed = remove("5.3.1");
        Draft blocked = limit(ReachLimit.Reason.UNDER_REVIEW)
                .account(AccountMeasure.Type.FEATURE_BLOCK, null, AccountMeasure.Feature.LIVESTREAM);
        CaseFacts ended = Cases.of(Cases.livestream(LiveStream.State.ENDED, 23, Author.AgeSource.SELF_DECLARED));

        assertThat(said(removed, Cases.live()))
                .startsWith("Stops the stream now · Removes the livestream")
                .endsWith("can be undone for 30 s, but the stream stays stopped");
        assertThat(said(removed, Cases.live(), Language.NL))
                .startsWith("Stopt de uitzending nu · ")
                .endsWith("maar de uitzending blijft gestopt");
        assertThat(said(escalate("8.1.1"), Cases.live())).startsWith("Stops the stream now · Sends");
        assertThat(said(blocked, Cases.live())).startsWith("Stops the stream now · ");
        assertThat(said(noViolation("5.3.1"), Cases.live())).doesNotContain("stream now");
        assertThat(said(removed, ended)).startsWith("Removes the livestream").doesNotContain("stream now");
    }

    @Test
    void contentThatStaysIsSaidToStay() {
        assertThat(said(noViolation("5.3.1"), video())).startsWith("Leaves the video up · bans nobody");
        assertThat(said(exception(ExceptionGround.SATIRE, "6.2.1"), video()))
                .startsWith("Leaves the video up as an exception · bans nobody · waits");
        assertThat(said(limit(ReachLimit.Reason.UPSETTING), video()))
                .startsWith("Takes the video out of recommendations · ");
    }

    @Test
    void anAccountIsNotRemovedByTheWordRemove() {
        assertThat(said(remove("9.2.1").account(AccountMeasure.Type.WARNING), kind(ItemKind.ACCOUNT)))
                .startsWith("Finds that the account breaks the rules · warns the account · bans nobody");
    }

    @Test
    void nothingIsSaidBeforeAnOutcomeIsChosen() {
        assertThat(consequence.of(Proposal.empty("V-1"), video())).isEmpty();
    }
}
