package org.moderationdesk.media.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.moderationdesk.media.CoverChoice;
import org.moderationdesk.media.Look;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.media.MediaSpan;
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

        assertThat(looks).containsExactly(new Look(2, LookForm.GREY, 4_000, null));
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
        assertThat(looks).contains(new Look(0, LookForm.COLOUR, 10_000, null));
    }

    @Test
    void aLookThatTurnsToColourIsToldInBothFormsAndCountsOnce() {
        cover.lift();
        pass(1_000);
        cover.switchGrey();
        pass(500);
        cover.cover();

        assertThat(looks)
                .containsExactly(new Look(0, LookForm.GREY, 1_000, null), new Look(0, LookForm.COLOUR, 500, null));
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

        assertThat(looks).containsExactly(new Look(0, LookForm.GREY, 700, null));
        assertThat(cover.revealsProperty().get()).isZero();
    }

    @Test
    void itOpensAsItsChoiceSaysAndReturnsToThat() {
        cover.begin(0, new CoverChoice(LookForm.OUTLINE, 64, true));
        cover.lift();
        cover.choose(LookForm.COLOUR);
        cover.switchMute();
        pass(100);
        cover.coverAll();

        assertThat(cover.formProperty().get()).isEqualTo(LookForm.OUTLINE);
        assertThat(cover.greyProperty().get()).isTrue();
        assertThat(cover.mutedProperty().get()).isTrue();
        assertThat(looks)
                .containsExactly(new Look(0, LookForm.OUTLINE, 0, null), new Look(0, LookForm.COLOUR, 100, null));
    }

    @Test
    void lettingGoKeepsTheFormThatWasChosenAndItsGrey() {
        cover.choose(LookForm.SMALL_GREY);
        cover.lift();
        cover.cover();

        assertThat(cover.formProperty().get()).isEqualTo(LookForm.SMALL_GREY);
        assertThat(looks).extracting(Look::form).containsExactly(LookForm.SMALL_GREY);
    }

    @Test
    void aLookAtAFilmHasTheSpanThatWasShown() {
        cover.shows(5_000);
        cover.lift();
        pass(900);
        cover.shows(5_400);
        cover.shows(5_900);
        cover.cover();
        cover.shows(7_000);

        assertThat(looks).containsExactly(new Look(0, LookForm.GREY, 900, new MediaSpan(5_000, 5_900)));
    }

    @Test
    void aJumpWithinTheFilmMakesTwoLooksOfOneSoThatNothingUnseenCountsAsSeen() {
        cover.lift();
        cover.shows(1_000);
        pass(300);
        cover.shows(60_000);
        pass(200);
        cover.shows(60_200);
        cover.cover();

        assertThat(looks)
                .containsExactly(
                        new Look(0, LookForm.GREY, 300, new MediaSpan(1_000, 1_000)),
                        new Look(0, LookForm.GREY, 200, new MediaSpan(60_000, 60_200)));
        assertThat(cover.revealsProperty().get()).isEqualTo(1);
        assertThat(cover.seenMillisProperty().get()).isEqualTo(500);
    }

    @Test
    void soundIsALookOfItsOwnAndOnlyWhileItIsNotMuted() {
        cover.sounds(1_000);
        cover.switchMute();
        cover.sounds(2_000);
        pass(400);
        cover.sounds(2_400);
        cover.switchMute();

        assertThat(looks).containsExactly(new Look(0, LookForm.SOUND, 400, new MediaSpan(2_000, 2_400)));
        assertThat(cover.seenMillisProperty().get()).as("nothing was seen").isZero();
    }

    @Test
    void anotherFileKnowsNothingOfTheFramesOfTheOneBefore() {
        cover.shows(5_000);
        cover.begin(1);
        cover.lift();
        cover.cover();

        assertThat(looks).containsExactly(new Look(1, LookForm.GREY, 0, null));
    }

    private void pass(long millis) {
        clock.advance(Duration.ofMillis(millis));
    }
}
