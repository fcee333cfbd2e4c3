package org.moderationdesk.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.moderationdesk.media.decode.ClipFacts;
import org.moderationdesk.media.decode.Missing;
import org.moderationdesk.referrals.ncmec.ViewedHere.Extent;

final class DecodedExtentsTest {
    @Test
    void aFilmLastsAsLongAsTheDecoderSaysRoundedUp() {
        assertThat(DecodedExtents.of(facts(true, 10_000_001L, 25.0, false))).isEqualTo(new Extent.Film(10_001, 40));
        assertThat(DecodedExtents.of(facts(false, 10_000_000L, null, false))).isEqualTo(new Extent.Sound(10_000));
    }

    @Test
    void noGapIsForgivenWhereFramesLieUnevenly() {
        assertThat(DecodedExtents.of(facts(true, 10_000_000L, 25.0, true))).isEqualTo(new Extent.Film(10_000, 0));
        assertThat(DecodedExtents.of(facts(true, 10_000_000L, null, false))).isEqualTo(new Extent.Film(10_000, 0));
        assertThat(DecodedExtents.of(facts(true, 10_000_000L, 0.1, false))).isEqualTo(new Extent.Film(10_000, 1_000));
    }

    @Test
    void aLengthThatIsNotKnownIsNone() {
        assertThat(DecodedExtents.of(facts(true, null, 25.0, false))).isEqualTo(new Extent.Unknown());
        assertThat(DecodedExtents.of(facts(true, 0L, 25.0, false))).isEqualTo(new Extent.Unknown());
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"NO_SOUND", "NO_PICTURE", "ODD_ROTATION"})
    void whatMayHoldMoreThanWasShownIsUnknown(Missing missing) {
        assertThat(DecodedExtents.of(facts(true, 10_000_000L, 25.0, false, missing)))
                .isEqualTo(new Extent.Unknown());
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_SOUND", "ODD_ROTATION"})
    void aFilmThatIsWholeWithoutThemIsOne(Missing missing) {
        assertThat(DecodedExtents.of(facts(true, 10_000_000L, 25.0, false, missing)))
                .isEqualTo(new Extent.Film(10_000, 40));
    }

    private static ClipFacts facts(
            boolean picture, @Nullable Long micros, @Nullable Double rate, boolean uneven, Missing... missing) {
        return new ClipFacts(
                picture,
                true,
                640,
                480,
                0,
                micros,
                rate,
                uneven,
                List.of(missing),
                "mov",
                picture ? "h264" : null,
                "aac");
    }
}
