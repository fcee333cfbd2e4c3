package org.moderationdesk.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moderationdesk.review.ReviewDesk.ANNA;

import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.media.CoverChoice;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.media.SafeView;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.RightRefused;
import org.moderationdesk.staff.Role;

@OnBothStores
class CoverFloorTest {
    private static final CoverChoice USUAL = CoverChoice.usual();
    private static final CoverChoice STRICT = new CoverChoice(LookForm.OUTLINE, 96, true);

    private final ReviewDesk desk = new ReviewDesk(TestStore.create(), new TestClock());
    private final StoredCoverFloor floor = new StoredCoverFloor(desk.store(), desk.log());

    @AfterEach
    void close() {
        assertThat(desk.verify().intact()).isTrue();
        desk.close();
    }

    @Test
    void whereNothingIsSetEverythingOpensBlurredGreyAndMuted() {
        assertThat(floor.read()).isEqualTo(new SafeView(USUAL, USUAL, USUAL, USUAL));
    }

    @Test
    void itIsKeptInTheStoreAndTheLogTellsOfWhatChanged() {
        floor.set(ANNA, new SafeView(USUAL, USUAL, USUAL, STRICT));
        floor.set(ANNA, new SafeView(new CoverChoice(LookForm.COLOUR, 20, false), USUAL, USUAL, STRICT));
        long told = settingsEntries();
        floor.set(ANNA, floor.read());

        assertThat(floor.read().critical()).isEqualTo(STRICT);
        assertThat(floor.read().low().muted()).isFalse();
        assertThat(settingsEntries())
                .as("nothing changed, nothing told")
                .isEqualTo(told)
                .isEqualTo(2);
    }

    @Test
    void reviewersDoNotSetIt() {
        var reviewer = new Person("Noor", Set.of(Role.REVIEWER), false);

        assertThatThrownBy(() -> floor.set(reviewer, SafeView.usualFloor())).isInstanceOf(RightRefused.class);
        assertThat(StoredCoverFloor.maySet(reviewer)).isFalse();
    }

    @Test
    void nobodyHasLessCoverThanTheFloorInAnything() {
        var bold = new CoverChoice(LookForm.COLOUR, 20, false);
        assertThat(bold.over(STRICT)).isEqualTo(STRICT);
        assertThat(bold.holds(STRICT)).isFalse();
        assertThat(new CoverChoice(LookForm.SMALL_GREY, 120, true).over(USUAL))
                .as("more cover than the floor is a person's own")
                .isEqualTo(new CoverChoice(LookForm.SMALL_GREY, 120, true));
        assertThat(new SafeView(bold, bold, bold, bold).over(SafeView.usualFloor()))
                .isEqualTo(SafeView.usualFloor());
    }

    private long settingsEntries() {
        return desk.store()
                .read(handle -> handle.createQuery("select count(*) from event where kind = 'SETTING_CHANGED'")
                        .mapTo(Long.class)
                        .one());
    }
}
