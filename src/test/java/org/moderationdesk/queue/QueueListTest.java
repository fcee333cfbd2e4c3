package org.moderationdesk.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.queue.QueueDesk.ANNA;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.moderationdesk.base.PageKey;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.items.FlaggedItem;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.log.Act;

@OnBothStores
class QueueListTest {
    private final QueueDesk desk = new QueueDesk();

    @AfterEach
    void close() {
        desk.close();
    }

    @ParameterizedTest
    @EnumSource
    void pagesForwardAndBackShowEveryCaseOnceInOrder(Ordering ordering) {
        mixedDesk(230);
        List<CaseRow> forward = new ArrayList<>();
        List<PageKey> befores = new ArrayList<>();
        @Nullable PageKey after = null;
        do {
            CasePage page = desk.queue().page(ANNA, CaseFilter.all(), ordering, after, 50);
            forward.addAll(page.rows());
            if (page.before() != null) {
                befores.add(page.before());
            }
            after = page.after();
        } while (after != null);

        assertThat(forward).hasSize(230).isSortedAccordingTo(ordering.comparator());
        assertThat(new HashSet<>(forward)).hasSize(230);
        assertThat(befores).hasSize(4);
        CasePage back = desk.queue().pageBefore(ANNA, CaseFilter.all(), ordering, befores.get(2), 100);
        assertThat(back.rows()).isEqualTo(forward.subList(50, 150));
        assertThat(back.before()).isNotNull();
        CasePage top = desk.queue().pageBefore(ANNA, CaseFilter.all(), ordering, befores.get(0), 100);
        assertThat(top.rows()).isEqualTo(forward.subList(0, 50));
        assertThat(top.before()).isNull();
    }

    @Test
    void filtersKeepTheCasesAskedFor() {
        desk.flag(FlaggedItems.live("live"), FlaggedItems.report("a", "5.1"));
        desk.flag("high", "5.2");
        desk.flag("spam", "9.1");
        desk.clock().advance(Duration.ofHours(5));
        desk.flag("young", "9.1", "5.3");
        desk.claim("spam", ANNA);

        assertThat(listed(new Wish().chapter(9).build())).containsExactly("young", "spam");
        assertThat(listed(new Wish().section("5.3").build())).containsExactly("young");
        assertThat(listed(new Wish().kind(ItemKind.LIVESTREAM).build())).containsExactly("live");
        assertThat(listed(new Wish().severity(Severity.HIGH).build())).containsExactly("high");
        assertThat(listed(new Wish().late().build())).containsExactly("live", "high");
        assertThat(listed(new Wish().olderThan(2).build())).containsExactly("live", "high", "spam");
        assertThat(listed(new Wish().chapter(9).build().waitingOnly())).containsExactly("young");
        assertThat(listed(new Wish().language("NL").build())).hasSize(4);
        assertThat(listed(new Wish().language("en").build())).isEmpty();
        assertThat(listed(new Wish().region("BE").build())).isEmpty();
        assertThat(listed(CaseFilter.ofQueue("legal"))).isEmpty();
    }

    @Test
    void searchFindsWordsIdsAndHandles() {
        desk.flag("V-100", "5.3");
        desk.flag(
                FlaggedItems.item("V-200", ItemKind.TEXT, 1, "A recipe for onion soup", null, null, null),
                FlaggedItems.report("a", "10.1"));
        desk.flag(FlaggedItems.of("V-300", FlaggedItems.author("u-3", "@snijplank", null)), FlaggedItems.report("a"));
        desk.store()
                .write(handle -> handle.execute(
                                "insert into account (id, handle, content, event_seq) values ('u-3', '@snijplank',"
                                        + " '{}', 0)")
                        + handle.execute("insert into item (id, kind, version, account_id, event_seq)"
                                + " values ('V-300', 'VIDEO', 1, 'u-3', 0)"));

        assertThat(listed(CaseFilter.all().searching("ONION"))).containsExactly("V-200");
        assertThat(listed(CaseFilter.all().searching("V-100"))).containsExactly("V-100");
        assertThat(listed(CaseFilter.all().searching("v-"))).hasSize(3);
        assertThat(listed(CaseFilter.all().searching("@snij"))).containsExactly("V-300");
        assertThat(desk.queue().ofAccount(ANNA, "u-3", 10))
                .extracting(CaseRow::itemId)
                .containsExactly("V-300");
        assertThat(desk.queue().peekNext(ANNA, CaseFilter.all().searching("@snij")))
                .map(CaseRow::itemId)
                .contains("V-300");
    }

    @Test
    void aRareFilterLooksAtABoundedNumberOfCasesAndGoesOnFromThere() {
        int cases = CaseWalk.MOST_LOOKED_AT + 500;
        desk.run(ANNA, act -> flagMany(act, cases));
        desk.flag("the-one", "10.1");
        CaseFilter rare = CaseFilter.all().searching("the-on");

        CasePage first = desk.queue().page(ANNA, rare, Ordering.DUE, null, 50);
        CasePage second = desk.queue().page(ANNA, rare, Ordering.DUE, first.after(), 50);

        assertThat(first.rows()).isEmpty();
        assertThat(first.cutShort()).isTrue();
        assertThat(second.rows()).extracting(CaseRow::itemId).containsExactly("the-one");
        assertThat(second.cutShort()).isFalse();
        assertThat(second.after()).isNull();
        assertThat(desk.queue().peekNext(ANNA, rare)).map(CaseRow::itemId).contains("the-one");
    }

    private void mixedDesk(int cases) {
        var random = new Random(7);
        List<String> sections = List.of("1.1", "5.1", "5.3", "8.1", "9.1", "10.1");
        for (int i = 0; i < cases; i++) {
            desk.flag("v" + i, sections.get(random.nextInt(sections.size())));
            if (random.nextInt(4) == 0) {
                desk.clock().advance(Duration.ofMinutes(random.nextInt(100)));
            }
        }
        for (int i = 0; i < cases; i += 9) {
            Claim claim = desk.claim("v" + i, ANNA);
            if (i % 2 == 0) {
                desk.run(ANNA, act -> desk.queue().escalate(act, claim, "legal", Queue.Marks.none()));
            }
        }
    }

    private void flagMany(Act act, int cases) {
        List<FlaggedItem> lines = IntStream.range(0, cases)
                .mapToObj(i ->
                        new FlaggedItem(FlaggedItems.item("v" + i), List.of(FlaggedItems.report("a", "10.1")), false))
                .toList();
        CaseBatch batch = desk.writer().begin(act, lines);
        lines.forEach(line -> batch.add(line.item(), line.reports(), true));
        batch.flush();
    }

    private List<String> listed(CaseFilter filter) {
        return desk.queue().page(ANNA, filter, Ordering.URGENCY, null, 50).rows().stream()
                .map(CaseRow::itemId)
                .toList();
    }

    /** A filter put together from a few wishes. */
    private static final class Wish {
        private final Set<Integer> chapters = new HashSet<>();
        private final Set<String> sections = new HashSet<>();
        private final Set<ItemKind> kinds = new HashSet<>();
        private final Set<Severity> severities = new HashSet<>();
        private final Set<String> languages = new HashSet<>();
        private final Set<String> regions = new HashSet<>();
        private boolean lateOnly;
        private int minAgeHours;

        Wish chapter(int chapter) {
            chapters.add(chapter);
            return this;
        }

        Wish section(String section) {
            sections.add(section);
            return this;
        }

        Wish kind(ItemKind kind) {
            kinds.add(kind);
            return this;
        }

        Wish severity(Severity severity) {
            severities.add(severity);
            return this;
        }

        Wish language(String language) {
            languages.add(language);
            return this;
        }

        Wish region(String region) {
            regions.add(region);
            return this;
        }

        Wish late() {
            lateOnly = true;
            return this;
        }

        Wish olderThan(int hours) {
            minAgeHours = hours;
            return this;
        }

        CaseFilter build() {
            return new CaseFilter(
                    null,
                    chapters,
                    sections,
                    kinds,
                    severities,
                    languages,
                    regions,
                    lateOnly,
                    minAgeHours,
                    true,
                    "",
                    Except.nothing());
        }
    }
}
