package org.moderationdesk.items.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.moderationdesk.queue.TestClock;

final class CoverTest {
    private final TestClock clock = new TestClock();
    private final List<Look> looks = new ArrayList<>();
    private final Cover cover = new Cover(clock, looks::add);

    @Test
    void itComesUpBlurredAndGreyWithNothingSeen() {
        assertThat(cover.blurredProperty().get()).isTrue();
        assertThat(cover.greyProperty().get()).isTrue();
        assertThat(cover.revealsProperty().get()).isZero();
    }

    @Test
    void holdingLiftsTheBlurOnlyAndTheLookIsTimed() {
        cover.begin(2);
        cover.lift();
        assertThat(cover.blurredProperty().get()).isFalse();
        assertThat(cover.greyProperty().get()).isTrue();
        pass(4_000);
        cover.cover();

        assertThat(looks).containsExactly(new Look(2, Look.Form.GREY, 4_000));
        assertThat(cover.blurredProperty().get()).isTrue();
        assertThat(cover.seenMillisProperty().get()).isEqualTo(4_000);
        assertThat(cover.revealsProperty().get()).isEqualTo(1);
    }

    @Test
    void afterTenSecondsItIsCoveredAgainWhateverIsHeld() {
        cover.lift();
        cover.switchGrey();
        pass(9_900);
        cover.tick();
        assertThat(cover.blurredProperty().get()).isFalse();
        pass(100);
        cover.tick();

        assertThat(cover.blurredProperty().get()).isTrue();
        assertThat(cover.greyProperty().get()).isTrue();
        assertThat(looks).contains(new Look(0, Look.Form.COLOUR, 10_000));
    }

    @Test
    void aLookThatTurnsToColourIsToldInBothFormsAndCountsOnce() {
        cover.lift();
        pass(1_000);
        cover.switchGrey();
        pass(500);
        cover.cover();

        assertThat(looks).containsExactly(new Look(0, Look.Form.GREY, 1_000), new Look(0, Look.Form.COLOUR, 500));
        assertThat(cover.revealsProperty().get()).isEqualTo(1);
        assertThat(cover.seenMillisProperty().get()).isEqualTo(1_500);
    }

    @Test
    void colourUnderTheBlurIsNoLook() {
        cover.switchGrey();
        pass(3_000);
        cover.coverAll();

        assertThat(looks).isEmpty();
        assertThat(cover.greyProperty().get()).isTrue();
    }

    @Test
    void coveringTwiceTellsOnceAndAnotherFileEndsTheLook() {
        cover.lift();
        pass(700);
        cover.begin(1);
        cover.coverAll();

        assertThat(looks).containsExactly(new Look(0, Look.Form.GREY, 700));
        assertThat(cover.revealsProperty().get()).isZero();
    }

    private void pass(long millis) {
        clock.advance(Duration.ofMillis(millis));
    }
}
