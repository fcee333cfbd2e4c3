package org.moderationdesk.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SupersededTest {
    @Test
    void whatWasAddedAndNotRemovedIsLeftAndNothingElse() {
        var random = new Random(7);
        var superseded = new Superseded(1_000_000);
        var expected = new TreeSet<Long>();
        List<Long> added = new ArrayList<>();
        for (long entry = 1; entry <= 50_000; entry++) {
            superseded.add(entry, "card", "c" + entry);
            expected.add(entry);
            added.add(entry);
            if (random.nextInt(10) < 8) {
                long gone = added.remove(random.nextInt(added.size()));
                assertThat(superseded.remove(gone, "card", "c" + gone)).isTrue();
                assertThat(superseded.remove(gone, "card", "c" + gone)).isFalse();
                expected.remove(gone);
            }
        }

        assertThat(superseded.firstLeft()).isEqualTo(expected.first());
        for (long entry : List.copyOf(added)) {
            assertThat(superseded.remove(entry, "card", "c" + entry)).isTrue();
        }
        assertThat(superseded.firstLeft()).isZero();
    }

    @Test
    void whatThereIsNoRoomForIsKeptForTheNextWalk() {
        var superseded = new Superseded(2);
        for (long entry = 1; entry <= 5; entry++) {
            superseded.add(entry, "card", "c");
        }
        for (long entry = 1; entry <= 5; entry++) {
            assertThat(superseded.remove(entry, "card", "c")).isTrue();
        }
        assertThat(superseded.firstLeft()).isZero();

        assertThat(superseded.again()).isTrue();
        for (long entry = 1; entry <= 4; entry++) {
            superseded.add(entry, "card", "c");
        }
        assertThat(superseded.firstLeft()).isEqualTo(3);
    }
}
