package org.moderationdesk.practice.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.moderationdesk.decisions.EvidenceMark;
import org.moderationdesk.decisions.EvidenceMark.Box;
import org.moderationdesk.decisions.EvidenceMark.InMedia;
import org.moderationdesk.decisions.EvidenceMark.InText;
import org.moderationdesk.decisions.EvidenceMark.Place;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.items.Item;

class OverlapTest {
    private static final ClauseCode ONE = new ClauseCode("5.3.1");
    private static final ClauseCode OTHER = new ClauseCode("5.3.3");
    /** One clip of ten seconds. */
    private static final Item ITEM =
            WorkedSet.TIMED.answered(1, null).item().content().item();

    @Test
    void spansOfTimeShareWhatBothCover() {
        // 2-6 s beside 4-8 s: 2 of 6.
        assertShare(List.of(time(2_000, 6_000)), List.of(time(4_000, 8_000)), 1.0 / 3);
        assertShare(List.of(time(2_000, 6_000)), List.of(time(6_000, 8_000)), 0);
        assertThat(Overlap.credit(List.of(time(2_000, 6_000)), List.of(time(4_000, 8_000)), ITEM))
                .isCloseTo(2.0 / 3, within(1e-9));
    }

    @Test
    void aBoxInASpanOfTimeIsAPartOfBoth() {
        // 4 s of 1/4 of the frame beside the whole frame for the same 4 s: 1 of 4.
        assertShare(
                List.of(new InMedia(ONE, 0, 2_000L, 6_000L, new Box(0, 0, 0.5, 0.5), null)),
                List.of(time(2_000, 6_000)),
                0.25);
        // A box all through, of the ten seconds: 1/4 of 10 both times; in time 4 of 10.
        assertShare(
                List.of(new InMedia(ONE, 0, null, null, new Box(0, 0, 0.5, 0.5), null)),
                List.of(new InMedia(ONE, 0, 2_000L, 6_000L, new Box(0, 0, 0.5, 0.5), null)),
                0.4);
    }

    @Test
    void marksOfOneSideAreTakenTogether() {
        // 2-4 and 4-6 s are 2-6 s; and the same span for two clauses is one span.
        assertShare(List.of(time(2_000, 4_000), time(4_000, 6_000)), List.of(time(2_000, 6_000)), 1);
        assertShare(
                List.of(time(2_000, 6_000), new InMedia(OTHER, 0, 2_000L, 6_000L, null, null)),
                List.of(time(2_000, 6_000)),
                1);
    }

    @Test
    void anotherMediumOrTextIsAnotherPlace() {
        // The right span, and one in a text that the key does not mark: (1 + 0)/2.
        assertShare(List.of(time(2_000, 6_000), text(0, 5)), List.of(time(2_000, 6_000)), 0.5);
        assertShare(List.of(new InMedia(ONE, 1, 2_000L, 6_000L, null, null)), List.of(time(2_000, 6_000)), 0);
        assertShare(
                List.of(new InText(ONE, Place.TRANSCRIPT, 0, 0, 5, null)),
                List.of(new InText(ONE, Place.TRANSCRIPT, 1, 0, 5, null)),
                0);
    }

    @Test
    void nothingBesideNothingIsTheSame() {
        assertShare(List.of(), List.of(), 1);
        assertShare(List.of(), List.of(text(0, 5)), 0);
        assertShare(List.of(text(3, 3)), List.of(text(3, 3)), 0);
    }

    @Test
    void marksBeyondSixteenInOnePlaceAreNotLookedAt() {
        List<EvidenceMark> many = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            many.add(text(100 + i, 101 + i));
        }
        many.add(text(0, 5));
        assertShare(many, List.of(text(0, 5)), 0);
        // 5 of 5 + 15, with one mark less before it.
        assertShare(many.subList(1, 17), List.of(text(0, 5)), 0.25);
    }

    private static EvidenceMark time(long from, long to) {
        return new InMedia(ONE, 0, from, to, null, null);
    }

    private static EvidenceMark text(int from, int to) {
        return new InText(ONE, Place.TEXT, 0, from, to, null);
    }

    private static void assertShare(List<EvidenceMark> answer, List<EvidenceMark> accepted, double share) {
        assertThat(Overlap.share(answer, accepted, ITEM)).isCloseTo(share, within(1e-9));
        assertThat(Overlap.share(accepted, answer, ITEM)).isCloseTo(share, within(1e-9));
    }
}
