package org.moderationdesk.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.db.Store;
import org.moderationdesk.intake.ImportResult;
import org.moderationdesk.staff.Person;

/**
 * Child-safety cases are invisible without the clearance, and not merely disabled: of two desks on which the same was
 * done, but for child-safety cases on one of them, a person without it reads the same, whatever else they may.
 */
@OnBothStores
class InvisibleTest {
    @TempDir
    private Path folder;

    @Test
    void whoHasNoClearanceReadsTheSameWithAndWithoutThem() throws IOException {
        var with = new TwinStore(TwinStore.NAMES.getFirst());
        var without = new TwinStore(TwinStore.NAMES.getLast());
        try (var some = new TwinDesk(with, folder.resolve("some"));
                var none = new TwinDesk(without, folder.resolve("none"));
                Store theirs = with.of(some.vera.name());
                Store others = without.of(none.vera.name())) {
            try (TwinStore.Live live = with.live(some.vera.name())) {
                some.work(true);
                // That something has happened, and of nothing what.
                assertThat(live.told()).isEqualTo(TwinStore.isShared() ? Set.of("") : Set.of());
            }
            none.work(false);
            none.beLookedAt(without, false);
            Map<String, List<String>> expected = Walk.of(none, none.vera, without, others, folder);
            assertThat(expected).allSatisfy((_, lines) -> assertThat(lines).isNotEmpty());

            some.beLookedAt(with, true);
            assertThat(OneSided.of(Walk.of(some, some.vera, with, theirs, folder), expected))
                    .isEmpty();

            // A server shows her none of what is there: its line waits for somebody else, and the others are taken.
            ImportResult taken = some.imports(with, theirs, folder);
            assertThat(taken.newCases()).isEqualTo(1);
            assertThat(taken.rejected()).isEqualTo(TwinStore.isShared() ? 1 : 0);

            // The fault: each room takes her for somebody else.
            some.beLookedAt(with, true);
            var cleared = new Person(some.vera.name(), some.vera.roles(), true);
            assertThat(OneSided.of(Walk.of(some, cleared, with, with.owner(), folder), expected))
                    .containsOnlyKeys(expected.keySet());
        }
    }
}
