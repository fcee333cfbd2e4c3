package org.moderationdesk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.audit.OneSided;
import org.moderationdesk.audit.TwinStore;
import org.moderationdesk.cli.Moved;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.OnPostgres;
import org.moderationdesk.db.PostgresPlace;
import org.moderationdesk.db.PostgresServer;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.SharedStoreDoor;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.StoreDoor;
import org.moderationdesk.db.StoreMove;
import org.moderationdesk.db.StoreRefused;
import org.moderationdesk.db.Unlock;
import org.moderationdesk.items.FlaggedItem;
import org.moderationdesk.practice.HiddenTest;
import org.moderationdesk.practice.PlacedTest;
import org.moderationdesk.staff.RightRefused;

/**
 * {@code store copy} takes hidden tests along and tells nobody: of two desks with the same items, some of which are tests on
 * one of them, a reviewer reads the same on the server that they are copied to, and in the folder that they come back to.
 */
@OnPostgres
final class HiddenCopyTest {
    private static final List<String> NAMES = HiddenTwin.NAMES.subList(2, 4);

    @TempDir
    private Path folder;

    private final List<HiddenTwin> open = new ArrayList<>();
    private List<String> tested = List.of();
    private List<FlaggedItem> items = List.of();

    @AfterEach
    void close() {
        open.forEach(HiddenTwin::close);
    }

    @Test
    void testsGoToAServerAndBackAndOnlyTrainersKnowOfThem() throws Exception {
        List<PlacedTest> placed = workedOn();

        for (String name : NAMES) {
            moveTo(name);
        }
        HiddenTwin some = opened(NAMES.getFirst(), TwinStore.onServer(NAMES.getFirst()));
        HiddenTwin none = opened(NAMES.getLast(), TwinStore.onServer(NAMES.getLast()));
        Map<String, List<String>> expected = HiddenWalk.ofReviewer(none, items, folder);
        assertThat(expected.get("item")).hasSize(items.size());
        assertThat(expected.keySet().stream().filter(room -> room.startsWith("table practice")))
                .isNotEmpty();
        assertThat(OneSided.of(HiddenWalk.ofReviewer(some, items, folder), expected))
                .isEmpty();
        onlyTrainersKnow(some, placed);
        assertThat(rowsOfTests(some.leads)).isEqualTo(tested.size());
        assertThat(rowsOfTests(some.reviewers)).isZero();

        for (String name : NAMES) {
            moveFrom(name);
        }
        theWalkCatchesACopyWhoseRulesAreGone(some, none);
        open.forEach(HiddenTwin::close);
        open.clear();

        HiddenTwin back = opened(NAMES.getFirst(), inFolder(NAMES.getFirst()));
        HiddenTwin beside = opened(NAMES.getLast(), inFolder(NAMES.getLast()));
        assertThat(OneSided.of(
                        HiddenWalk.ofReviewer(back, items, folder), HiddenWalk.ofReviewer(beside, items, folder)))
                .isEmpty();
        onlyTrainersKnow(back, placed);
        assertThat(rowsOfTests(back.leads)).isEqualTo(tested.size());
        assertThat(rowsOfTests(beside.leads)).isZero();
    }

    /** Two desks, each in its folder, on which the same was done; closed again. */
    private List<PlacedTest> workedOn() throws IOException {
        try (var some = HiddenTwin.inItsFolder(NAMES.getFirst(), home(NAMES.getFirst()));
                var none = HiddenTwin.inItsFolder(NAMES.getLast(), home(NAMES.getLast()))) {
            tested = some.takeWithTests(some.lines(), some.set()).stream()
                    .map(HiddenTest::itemId)
                    .toList();
            assertThat(tested).hasSize(12);
            items = some.all();
            var _ = none.set();
            none.take(items);
            assertThat(HiddenTwin.worked(some, none, tested, HiddenTwin.ids(items)))
                    .isGreaterThan(4);
            List<PlacedTest> placed = some.leads.hidden().standing(some.hilde);
            assertThat(placed).hasSize(12);
            return placed;
        }
    }

    private static void onlyTrainersKnow(HiddenTwin copied, List<PlacedTest> placed) {
        assertThat(copied.leads.hidden().placed(copied.hilde))
                .containsExactlyElementsOf(placed.stream().map(PlacedTest::test).toList());
        assertThatThrownBy(() -> copied.reviewers.hidden().placed(copied.hugo)).isInstanceOf(RightRefused.class);
        assertThat(copied.readableInPractice()).isZero();
    }

    private static long rowsOfTests(OpenDesk desk) {
        return desk.store().read(handle -> handle.createQuery("select count(*) from practice.hidden_test")
                .mapTo(Long.class)
                .one());
    }

    private void theWalkCatchesACopyWhoseRulesAreGone(HiddenTwin some, HiddenTwin none) {
        some.plant("alter table practice.hidden_test disable row level security");
        assertThat(OneSided.of(HiddenWalk.ofReviewer(some, items, folder), HiddenWalk.ofReviewer(none, items, folder)))
                .containsOnlyKeys("table practice.hidden_test");
    }

    private HiddenTwin opened(String name, Store store) throws IOException {
        HiddenTwin twin = HiddenTwin.copied(name, store, folder.resolve("at-" + name));
        open.add(twin);
        return twin;
    }

    private Store inFolder(String name) throws StoreRefused {
        return new StoreDoor(new DeskFolder(back(name)), InstantSource.system()).open(new Unlock.Alone());
    }

    private void moveTo(String name) throws StoreRefused {
        PostgresPlace place = PostgresServer.shared().place(name);
        new SharedStoreDoor(place).prepare(PostgresServer.ADMIN, PostgresServer.PASSWORD);
        Moved moved = door().moveTo(
                        server(place),
                        new DeskFolder(home(name)),
                        () -> "",
                        new DeskFolder(folder.resolve("mover")),
                        Progress.NONE);
        assertThat(moved.withoutLogin()).contains("hugo" + name);
    }

    private void moveFrom(String name) throws StoreRefused {
        Moved moved = door().moveFrom(
                        server(PostgresServer.shared().place(name)),
                        new StoreMove.Folder(new DeskFolder(back(name)), null),
                        _ -> {},
                        new DeskFolder(folder.resolve("mover")),
                        Progress.NONE);
        assertThat(moved.rows()).isPositive();
    }

    private static CommandDoor door() {
        return new CommandDoor(InstantSource.system());
    }

    private static StoreMove.Server server(PostgresPlace place) {
        return new StoreMove.Server(place, PostgresServer.ADMIN, PostgresServer.PASSWORD);
    }

    private Path home(String name) {
        return folder.resolve(name);
    }

    private Path back(String name) {
        return folder.resolve("back-" + name);
    }
}
