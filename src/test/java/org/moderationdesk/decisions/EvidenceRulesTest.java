package org.moderationdesk.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.decisions.Cases.author;
import static org.moderationdesk.decisions.Cases.clip;
import static org.moderationdesk.decisions.Cases.item;
import static org.moderationdesk.decisions.Cases.keys;
import static org.moderationdesk.decisions.Cases.kind;
import static org.moderationdesk.decisions.Cases.rules;
import static org.moderationdesk.decisions.Cases.video;
import static org.moderationdesk.decisions.Draft.remove;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderationdesk.decisions.EvidenceMark.Box;
import org.moderationdesk.decisions.EvidenceMark.InMedia;
import org.moderationdesk.decisions.EvidenceMark.InText;
import org.moderationdesk.decisions.EvidenceMark.Place;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.items.ItemKind;

/** D13: evidence lies in the item. */
final class EvidenceRulesTest {
    private static final ClauseCode CLAUSE = new ClauseCode("5.3.1");

    private static Draft span(long from, long to) {
        return media(0, from, to, null);
    }

    private static Draft box(double x, double y, double w, double h) {
        return media(0, null, null, new Box(x, y, w, h));
    }

    private static Draft media(int media, @Nullable Long from, @Nullable Long to, @Nullable Box box) {
        return remove("5.3.1").mark(new InMedia(CLAUSE, media, from, to, box, null));
    }

    private static Draft text(Place place, int index, int from, int to) {
        return remove("5.3.1").mark(new InText(CLAUSE, place, index, from, to, null));
    }

    @Test
    void aSpanWithinTheLengthIsAccepted() {
        assertThat(rules(span(0, 23_000), video())).isEmpty();
        assertThat(rules(span(6_000, 6_000), video())).isEmpty();
    }

    @Test
    void aSpanBeyondTheLengthIsRefused() {
        assertThat(keys(span(6_000, 23_001), video())).containsExactly("evidence-time");
        assertThat(keys(span(9_000, 6_000), video())).containsExactly("evidence-time");
    }

    @Test
    void anUnknownLengthIsNotCheckedButANegativeTimeAlwaysIsRefused() {
        CaseFacts unknown = Cases.of(item(ItemKind.VIDEO, author(), List.of(clip(null))));

        assertThat(rules(span(6_000, 900_000), unknown)).isEmpty();
        assertThat(keys(span(-1, 5), unknown)).containsExactly("evidence-time-order");
        assertThat(rules(span(6_000, 900_000), kind(ItemKind.LIVESTREAM))).isEmpty();
        assertThat(rules(span(-2, -1), kind(ItemKind.LIVESTREAM))).containsExactly("D13");
        assertThat(rules(span(-1, 5), video())).containsExactly("D13");
    }

    @Test
    void aMediaFileThatTheItemLacksIsRefused() {
        assertThat(keys(media(1, 0L, 1L, null), video())).containsExactly("evidence-media");
        assertThat(keys(media(-1, 0L, 1L, null), video())).containsExactly("evidence-media");
        assertThat(keys(span(0, 1), kind(ItemKind.COMMENT))).containsExactly("evidence-media");
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1, 1", "0.1, 0.2, 0.3, 0.2", "0.7, 0.9, 0.3, 0.1"})
    void aBoxWithinTheFrameIsAccepted(double x, double y, double w, double h) {
        assertThat(rules(box(x, y, w, h), video())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "-0.1, 0, 0.5, 0.5",
        "0, -0.1, 0.5, 0.5",
        "0.6, 0, 0.5, 0.5",
        "0, 0.6, 0.5, 0.5",
        "0, 0, 0, 0.5",
        "0, 0, 0.5, -0.5",
        "1.2, 0, 0.1, 0.1"
    })
    void aBoxOutsideTheFrameIsRefused(double x, double y, double w, double h) {
        assertThat(keys(box(x, y, w, h), video())).containsExactly("evidence-box");
    }

    @Test
    void soundHasNoFrame() {
        assertThat(rules(box(0, 0, 1, 1), kind(ItemKind.AUDIO))).containsExactly("D13");
        assertThat(rules(span(0, 1), kind(ItemKind.AUDIO))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"TEXT, 0, 9", "BIO, 0, 13", "TRANSCRIPT, 0, 12", "ON_SCREEN, 0, 8", "THREAD, 0, 3"})
    void aTextIsMeasuredInCodePoints(Place place, int index, int length) {
        assertThat(rules(text(place, index, 0, length), video())).isEmpty();
        assertThat(keys(text(place, index, 0, length + 1), video())).containsExactly("evidence-text");
        assertThat(keys(text(place, index, -1, length), video())).containsExactly("evidence-text");
        assertThat(keys(text(place, index, 2, 2), video())).containsExactly("evidence-text");
        assertThat(keys(text(place, index + 1, 0, 1), video())).containsExactly("evidence-text-missing");
    }

    @Test
    void aMarkForAClauseThatIsNotAnsweredYesIsRefused() {
        InMedia mark = new InMedia(new ClauseCode("5.3.2"), 0, 0L, 1L, null, null);

        assertThat(keys(remove("5.3.1").mark(mark), video())).containsExactly("evidence-clause");
        assertThat(keys(remove("5.3.1").answer(Answer.NO, "5.3.2").mark(mark), video()))
                .containsExactly("evidence-clause");
    }
}
