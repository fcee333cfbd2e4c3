package org.moderationdesk.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.db.SaidStatements;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.queue.CaseFilter;

/**
 * How much is said to the store for one claim and one decision. While an act holds the log's head everybody else waits
 * for it: what it says there is counted apart. On a shared store each is a way there and back.
 */
@OnBothStores
class StatementsOfAnActTest {
    private static final boolean SHARED = "postgres".equals(System.getProperty("test.store"));
    private static final int OPEN_NEXT = SHARED ? 47 : 51;
    private static final int CLAIM_ACT = SHARED ? 4 : 9;
    private static final int SUBMIT = SHARED ? 12 : 27;
    private static final int SUBMIT_ACT = SHARED ? 4 : 18;

    private final SaidStatements said = new SaidStatements();

    @Test
    void aClaimSaysNoMoreThanItDid() {
        try (var desk = desk(TestStore.create(said))) {
            List<String> heard = claim(desk);

            assertThat(heard).hasSizeLessThanOrEqualTo(OPEN_NEXT);
            assertThat(withTheHead(heard)).hasSizeLessThanOrEqualTo(CLAIM_ACT);
        }
    }

    @Test
    void aDecisionSaysNoMoreThanItDid() {
        try (var desk = desk(TestStore.create(said))) {
            List<String> heard = submit(desk);

            assertThat(heard).hasSizeLessThanOrEqualTo(SUBMIT);
            assertThat(withTheHead(heard)).hasSizeLessThanOrEqualTo(SUBMIT_ACT);
        }
    }

    @Test
    void oneQuestionMoreInAnActIsNoticed() {
        try (var desk = desk(new Curious(TestStore.create(said)))) {
            assertThat(withTheHead(claim(desk))).hasSizeGreaterThan(CLAIM_ACT);
            assertThat(withTheHead(submit(desk))).hasSizeGreaterThan(SUBMIT_ACT);
        }
    }

    private static ReviewDesk desk(Store store) {
        var desk = new ReviewDesk(store, InstantSource.system());
        for (int i = 0; i < 4; i++) {
            desk.flag("v" + i, "5.3");
        }
        // The first decision is one that begins the counts of its reporters.
        Opened first = desk.open("v0", ReviewDesk.ANNA);
        assertThat(desk.review().submit(first, Proposed.removal("v0"), 1_000)).isInstanceOf(Submitted.Accepted.class);
        return desk;
    }

    private List<String> claim(ReviewDesk desk) {
        said.listen();
        assertThat(desk.review().openNext(ReviewDesk.ANNA, CaseFilter.all())).isPresent();
        return said.heard();
    }

    private List<String> submit(ReviewDesk desk) {
        Opened opened =
                desk.review().openNext(ReviewDesk.ANNA, CaseFilter.all()).orElseThrow();
        said.listen();
        assertThat(desk.review().submit(opened, Proposed.removal(opened.row().itemId()), 1_000))
                .isInstanceOf(Submitted.Accepted.class);
        return said.heard();
    }

    /** From where the act takes the head to where it lets go of it. */
    private static List<String> withTheHead(List<String> heard) {
        int from = 0;
        while (!heard.get(from).contains("log_head")) {
            from++;
        }
        int to = from;
        while (!heard.get(to).equals("commit")) {
            to++;
        }
        return heard.subList(from, to + 1);
    }

    /** The fault: once the head is taken, every act asks something more. */
    private record Curious(Store store) implements Store {
        @Override
        public <T> T read(Work<T> work) {
            return store.read(work);
        }

        @Override
        public <T> T snapshot(Work<T> work) {
            return store.snapshot(work);
        }

        @Override
        public <T> T write(Work<T> work) {
            return store.write(handle -> {
                T answer = work.with(handle);
                assertThat(handle.createQuery("select seq from log_head")
                                .mapTo(Long.class)
                                .one())
                        .isPositive();
                return answer;
            });
        }

        @Override
        public <T> T writeSoon(Work<T> work) {
            return store.writeSoon(handle -> {
                T answer = work.with(handle);
                assertThat(handle.createQuery("select seq from log_head")
                                .mapTo(Long.class)
                                .one())
                        .isPositive();
                return answer;
            });
        }

        @Override
        public void close() {
            store.close();
        }
    }
}
