package org.moderationdesk.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class FloorsTest {
    /** Fewer means the test looked in the wrong place. Raise it as the house grows. */
    private static final int LEAST_CLASSES = 150;

    @Test
    void everyPackageImportsOnlyFloorsBelowIt() {
        var house = Classes.ofTheHouse();

        assertThat(house.size()).as("classes looked at").isGreaterThan(LEAST_CLASSES);
        assertThat(new Floors(Classes.ROOT).violations(house)).isEmpty();
    }

    @Test
    void aPlantedUpwardImportIsCaught() {
        assertThat(plantedViolations())
                .anyMatch(sentence -> sentence.contains("planted.base.Upward imports")
                        && sentence.contains("planted.queue.QueueOfTheUpperFloor"));
    }

    @Test
    void aPlantedImportOfAScreenByAPlainHalfIsCaught() {
        assertThat(plantedViolations()).anyMatch(sentence -> sentence.contains("planted.staff.PlainHalf imports"));
    }

    @Test
    void aPlantedImportOfOneKitByTheOtherIsCaught() {
        assertThat(plantedViolations()).anyMatch(sentence -> sentence.contains("planted.fx.ScreenThatAsksSql imports"));
    }

    @Test
    void aPlantedPackageOnNoFloorIsCaught() {
        assertThat(plantedViolations()).anyMatch(sentence -> sentence.contains("planted.attic.Stray is on no floor"));
    }

    @Test
    void aPlantedDownwardImportIsFine() {
        assertThat(plantedViolations()).noneMatch(sentence -> sentence.contains("planted.items.view.Downward imports"));
    }

    private static List<String> plantedViolations() {
        return new Floors(Classes.PLANTED).violations(Classes.planted());
    }
}
