package org.moderationdesk.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.moderationdesk.base.Language;
import org.moderationdesk.calibration.PrecedentBook.Departure;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.ExceptionGround;
import org.moderationdesk.review.Proposed;

final class PrecedentBookTest {
    private static final ClauseCode KNIFE = new ClauseCode("5.3.1");
    private static final ClauseCode DARE = new ClauseCode("5.3.3");
    private static final RightAnswer REMOVED = new RightAnswer(Outcome.REMOVE, List.of(KNIFE), null, null);
    private static final RightAnswer A_LESSON =
            new RightAnswer(Outcome.EXCEPTION, List.of(KNIFE, DARE), ExceptionGround.EDUCATIONAL, null);

    private static Precedent precedent(RightAnswer answer, ClauseCode... changed) {
        return new Precedent(
                "r",
                "2020-12",
                answer,
                Reason.in(Language.EN, "Because it is so."),
                Instant.EPOCH,
                Set.of(changed),
                null);
    }

    @Test
    void precedentsAreCountedByOutcomeForTheirClauses() {
        var book = new PrecedentBook(List.of(precedent(REMOVED), precedent(A_LESSON), precedent(REMOVED)));

        assertThat(book.counts(KNIFE)).isEqualTo(Map.of(Outcome.REMOVE, 2, Outcome.EXCEPTION, 1));
        assertThat(book.counts(DARE)).isEqualTo(Map.of(Outcome.EXCEPTION, 1));
        assertThat(book.counts(new ClauseCode("6.1.1"))).isEmpty();
    }

    @Test
    void aProposalDepartsWhereItIsUnlikeEveryPrecedent() {
        var removals = new PrecedentBook(List.of(precedent(REMOVED)));
        var mixed = new PrecedentBook(List.of(precedent(REMOVED), precedent(A_LESSON)));

        assertThat(removals.departures(CalibrationDesk.exception("x")))
                .extracting(Departure::clause)
                .containsExactly(KNIFE);
        assertThat(removals.departures(Proposed.removal("x"))).isEmpty();
        assertThat(mixed.departures(CalibrationDesk.exception("x"))).isEmpty();
        assertThat(mixed.departures(Proposed.of("x", """
            "answers":{"5.3.1":"YES"},"outcome":"EXCEPTION","exception":{"ground":"SATIRE"}
            """)))
                .as("on another ground")
                .hasSize(1);
        assertThat(removals.departures(Proposed.of("x", """
            "answers":{"5.3.1":"YES"},"outcome":"ESCALATE"
            """))).isEmpty();
        assertThat(removals.departures(Proposed.of("x", """
            "answers":{"5.3.1":"NO"},"outcome":"NO_VIOLATION"
            """))).isEmpty();
    }

    @Test
    void whatAnotherEditionWordsOtherwiseIsShownAndDoesNotCount() {
        Precedent lapsed = precedent(REMOVED, KNIFE);
        var book = new PrecedentBook(List.of(lapsed));

        assertThat(lapsed.isLapsed()).isTrue();
        assertThat(book.of(KNIFE)).containsExactly(lapsed);
        assertThat(book.counts(KNIFE)).isEmpty();
        assertThat(book.departures(CalibrationDesk.exception("x"))).isEmpty();
        assertThat(precedent(A_LESSON, KNIFE).holdsFor(DARE)).isTrue();
    }
}
