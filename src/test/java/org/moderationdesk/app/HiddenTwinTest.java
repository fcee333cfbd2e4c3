package org.moderationdesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.audit.OneSided;
import org.moderationdesk.audit.TwinStore;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.db.Progress;
import org.moderationdesk.items.FlaggedItem;
import org.moderationdesk.practice.HiddenTest;

/**
 * Hidden tests are cases in every respect that a reviewer sees and that is stored on their side: of two desks with the
 * same items, some of which are tests on one of them and none on the other, a reviewer reads the same after the same work,
 * in every room and, on a shared store, in every table that their login may read.
 */
@OnBothStores
final class HiddenTwinTest {
    @TempDir
    private Path folder;

    @Test
    void aReviewerReadsTheSameWhetherSomeCasesAreTestsOrNone() throws IOException {
        try (var some = new HiddenTwin(HiddenTwin.NAMES.get(0), folder.resolve("some"));
                var none = new HiddenTwin(HiddenTwin.NAMES.get(1), folder.resolve("none"))) {
            List<FlaggedItem> lines = some.lines();
            List<HiddenTest> tests;
            try (TwinStore.Live live = some.twins.live(some.hugo.name());
                    TwinStore.Live other = none.twins.live(none.hugo.name())) {
                tests = some.takeWithTests(lines, some.set());
                assertThat(tests).hasSize(12);
                var _ = none.set();
                none.take(some.all());
                assertThat(live.told()).as("live").isEqualTo(other.told());
            }
            List<FlaggedItem> items = some.all();
            List<String> ids = HiddenTwin.ids(items);
            assertThat(HiddenTwin.ids(none.all())).isEqualTo(ids);
            List<String> tested = tests.stream().map(HiddenTest::itemId).toList();

            try (TwinStore.Live live = some.twins.live(some.hugo.name());
                    TwinStore.Live other = none.twins.live(none.hugo.name())) {
                some.work(tested, ids);
                none.work(tested, ids);
                String last = ids.stream().filter(tested::contains).toList().getLast();
                some.retire(last, true);
                none.retire(last, false);
                assertThat(live.told()).isEqualTo(other.told());
                assertThat(some.drop()).isGreaterThan(4);
                assertThat(live.told()).as("while effects are dropped").isEmpty();
            }

            Map<String, List<String>> expected = HiddenWalk.ofReviewer(none, items, folder);
            assertThat(expected.get("item")).hasSize(items.size());
            assertThat(expected.keySet().stream().filter(room -> room.startsWith("table")))
                    .hasSizeGreaterThan(40);
            assertThat(OneSided.of(HiddenWalk.ofReviewer(some, items, folder), expected))
                    .isEmpty();
            assertThat(some.readableInPractice())
                    .as("words of tests among the sets that a reviewer's login may read")
                    .isZero();
            assertThat(some.leads.verifier().verify(Progress.NONE).intact()).isTrue();

            leadsReadWhichTheyAre(some, none, items, tested);
            List<String> inOrder = ids.stream().filter(tested::contains).toList();
            theWalkCatchesWhatTells(some, expected, items, inOrder.getFirst(), inOrder.get(9));
        }
    }

    /** The same walk by who may know: what was told of tests in figures and exports is not there, and more elsewhere. */
    private void leadsReadWhichTheyAre(HiddenTwin some, HiddenTwin none, List<FlaggedItem> items, List<String> tested) {
        Map<String, List<String>> here = HiddenWalk.ofLead(some, items, folder);
        Map<String, List<String>> there = HiddenWalk.ofLead(none, items, folder);
        Map<String, List<String>> told = OneSided.of(here, there);
        assertThat(told).containsKeys("log", "export DECISIONS", "figures", "hidden", "test notices");
        assertThat(told).as("a lead opens them as anybody").doesNotContainKeys("queue", "case", "opened", "notices");
        for (String room : List.of("log", "export DECISIONS", "export CASES", "export EVENTS")) {
            assertThat(naming(tested, there.get(room))).as(room).isNotEmpty();
            assertThat(naming(tested, here.get(room))).as(room).isEmpty();
            assertThat(naming(List.of("V-20001"), here.get(room))).as(room).isNotEmpty();
        }
    }

    private static List<String> naming(List<String> items, @Nullable List<String> lines) {
        return Objects.requireNonNull(lines).stream()
                .filter(line -> items.stream().anyMatch(line::contains))
                .toList();
    }

    private void theWalkCatchesWhatTells(
            HiddenTwin some, Map<String, List<String>> expected, List<FlaggedItem> items, String test, String waiting) {
        some.plant("update report_source set decided = 0, upheld = 0 where reporter in"
                + " (select reporter from report where item_id = '" + test + "')");
        some.plant("update open_case set queue = 'tests' where item_id = '" + waiting + "'");
        some.plant("update decision set state = 'LAPSED' where item_id = '" + test + "'");
        some.plant("update counter set amount = amount + (select count(*) from practice.hidden_test) where queue ="
                + " 'general'");
        some.plant("create view planted_counter as select queue, count(*) as amount from practice.hidden_test group by"
                + " queue");
        if (TwinStore.isShared()) {
            some.plant("grant select on planted_counter to public");
            some.plant("create policy planted on practice.hidden_test for select using (true)");
            some.plant("create policy planted on practice.set_item for select using (true)");
        }
        Map<String, List<String>> caught = OneSided.of(HiddenWalk.ofReviewer(some, items, folder), expected);
        assertThat(caught)
                .containsKeys(
                        "queue",
                        "case",
                        "opened",
                        "item",
                        "my decisions",
                        "counters",
                        "table public.counter",
                        "table public.planted_counter",
                        "table public.report_source",
                        "table public.open_case",
                        "table public.decision");
        if (TwinStore.isShared()) {
            assertThat(caught).containsKeys("table practice.hidden_test", "table practice.set_item");
            assertThat(some.readableInPractice()).isPositive();
        }
    }
}
