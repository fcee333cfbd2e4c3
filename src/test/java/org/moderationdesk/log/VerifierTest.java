package org.moderationdesk.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;

@OnBothStores
class VerifierTest {
    private static final int CARDS = 40;
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z"));

    private final Store store = TestStore.create();
    private final CardBox box = new CardBox(store, CLOCK);

    @BeforeEach
    void fill() {
        box.fill(CARDS);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void anUntouchedLogIsIntact() {
        Verdict verdict = verify();

        assertThat(verdict.intact()).isTrue();
        assertThat(verdict.firstBroken()).isNull();
        assertThat(verdict.entries()).isEqualTo(number("select count(*) from event"));
        assertThat(verdict.head()).isEqualTo(text("select hash from log_head"));
    }

    @Test
    void anEmptyLogIsIntact() {
        try (Store empty = TestStore.create()) {
            assertThat(new Verifier(empty, List.of()).verify(Progress.NONE).intact())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"body", "hash", "kind", "person", "at", "case_id", "item_id"})
    void oneBitChangedInAnEntryIsFoundThere(String column) {
        var random = new Random(column.hashCode());
        String type = column.equals("at") || column.equals("case_id") ? "bigint" : "varchar";
        String set = "update event set " + column + " = cast(? as " + type + ") where seq = ?";
        for (int trial = 0; trial < 60; trial++) {
            long seq = 1 + random.nextLong(number("select count(*) from event"));
            String whole = text("select " + column + " from event where seq = " + seq);
            if (whole == null) {
                continue;
            }
            box.tamper(set, flipped(column, whole, random), seq);

            assertBroken(seq);
            box.tamper(set, whole, seq);
        }
        assertThat(verify().intact()).isTrue();
    }

    @Test
    void aNumberThatAppearsWhereThereWasNoneIsFound() {
        long seq = number("select min(seq) from event where case_id is null");
        box.tamper("update event set case_id = 1 where seq = ?", seq);

        assertBroken(seq, "columns");
    }

    @Test
    void aMissingEntryIsFound() {
        box.tamper("delete from event where seq = 17");

        assertBroken(17, "missing");
    }

    @Test
    void entriesMissingAtTheEndAreSeenAgainstTheHead() {
        long last = number("select max(seq) from event");
        box.tamper("delete from event where seq > ?", last - 3);

        assertBroken(last - 2, "endMissing");
    }

    @Test
    void anEndTakenAwayWithItsHeadShowsInTheRowsThatStay() {
        box.add("last", "words");
        long last = number("select max(seq) from event");
        box.tamper("delete from event where seq = ?", last);
        box.tamper("update log_head set seq = ?, hash = (select hash from event where seq = ?)", last - 1, last - 1);

        assertBroken(last, "strayRow");
    }

    @Test
    void anEntryAddedBehindTheHeadIsFound() {
        long last = number("select max(seq) from event");
        box.tamper("insert into event select seq + 1, at, kind, person, case_id, item_id, body, hash from event"
                + " where seq = (select max(seq) from event)");

        assertBroken(last + 1, "behindHead");
    }

    @Test
    void aHeadThatNamesAnotherHashIsFound() {
        long last = number("select max(seq) from event");
        box.tamper("update log_head set hash = repeat('0', 64)");

        assertBroken(last, "head");
    }

    @ParameterizedTest
    @ValueSource(strings = {"words = 'other'", "words = null", "words = ''", "amount = amount + 1", "open = not open"})
    void aChangedColumnIsFoundAtTheEntryThatToldOfTheRow(String change) {
        for (String id : List.of("c1", "c2", "c12")) {
            long seq = box.seqOf(id);
            store.write(handle -> handle.execute("create table kept as select * from card where id = ?", id));
            box.tamper("update card set " + change + " where id = ?", id);

            assertBroken(seq, "changedRow");
            store.write(handle -> handle.execute("delete from card where id = ?", id));
            store.write(handle -> handle.execute("insert into card select * from kept"));
            store.write(handle -> handle.execute("drop table kept"));
        }
        assertThat(verify().intact()).isTrue();
    }

    @Test
    void aRowThatNamesAnotherEntryIsFoundThere() {
        box.tamper("update card set event_seq = 3 where id = 'c12'");

        assertBroken(3, "unknownRow");
    }

    @Test
    void aRowUnderAnotherKeyIsFound() {
        long seq = box.seqOf("c7");
        box.tamper("update card set id = 'other' where id = 'c7'");

        assertBroken(seq, "unknownRow");
    }

    @Test
    void aDeletedRowIsFoundAtTheEntryThatToldOfIt() {
        long seq = box.seqOf("c12");
        box.tamper("delete from card where id = 'c12'");

        assertBroken(seq, "lostRow");
    }

    @Test
    void anInsertedRowIsFound() {
        long seq = box.seqOf("c7");
        box.tamper("insert into card values ('intruder', 'words', 1, true, ?)", seq);

        assertBroken(seq, "unknownRow");
    }

    @Test
    void aRowOfNoEntryIsFound() {
        box.tamper("insert into card values ('intruder', 'words', 1, true, 0)");
        assertBroken(0, "strayRow");
        box.tamper("update card set event_seq = 1000000 where id = 'intruder'");
        assertBroken(1_000_000, "strayRow");
    }

    @Test
    void aRowSetBackToAnEarlierStateIsFoundAtTheEntryThatChangedIt() {
        box.add("turned", "before");
        long before = box.seqOf("turned");
        long after = box.change("turned", "after", 5);
        box.tamper(
                "update card set words = 'before', amount = 1, open = true, event_seq = ? where id = 'turned'", before);

        assertBroken(after, "setBack");
    }

    @Test
    void aRowThatIsBackAfterItWentIsFoundAtTheEntryThatTookItAway() {
        box.add("gone", "words");
        long added = box.seqOf("gone");
        long removed = box.remove("gone");
        box.tamper("insert into card values ('gone', 'words', 1, true, ?)", added);

        assertBroken(removed, "setBack");
    }

    @Test
    void aRowThatSaysItIsOfTheEntryThatTookItAwayIsFound() {
        box.add("gone", "words");
        long removed = box.remove("gone");
        box.tamper("insert into card values ('gone', 'words', 1, true, ?)", removed);

        assertBroken(removed, "changedRow");
    }

    @Test
    void manyRowsOfOneEntryAreEachHeldAgainstIt() {
        long seq = box.log.record("anna", act -> {
            var rows = new ArrayList<RowState>();
            for (int i = 0; i < 100; i++) {
                act.handle().execute("insert into card values (?, 'many', ?, true, ?)", "m" + i, i, act.next());
                rows.add(CardBox.CARD.added("m" + i, "many", i, true));
            }
            return act.append(new Entry(EventKind.HANDED_OVER, null, null, Map.of(), rows));
        });
        assertThat(verify().intact()).isTrue();

        box.tamper("update card set amount = 1000 where id = 'm77'");
        assertBroken(seq, "changedRow");
    }

    @Test
    void personalTextThatIsChangedMissingOrAddedIsFound() {
        String id = box.note("a private remark");
        long seq = number("select max(seq) from event");
        box.tamper("update personal_text set words = 'another remark' where id = ?", id);
        assertBroken(seq, "changedRow");
        box.tamper("delete from personal_text where id = ?", id);
        assertBroken(seq, "lostText");
        box.tamper("insert into personal_text values ('intruder', repeat('0', 32), 'x', ?)", seq);
        assertBroken(seq, "unknownRow");
    }

    @Test
    void erasedPersonalTextIsNoBreak() {
        String id = box.note("a private remark");
        assertThat(new Erasure(box.log).erase("anna", List.of(id, "unknown"), "request 12"))
                .isEqualTo(1);

        assertThat(verify().intact()).isTrue();
        assertThat(new StoredEvents(store).personalText(id)).isEmpty();
    }

    @Test
    void personalTextThatIsBackAfterItsErasureIsFound() {
        String id = box.note("a private remark");
        long noted = number("select max(seq) from event");
        String salt = text("select salt from personal_text where id = '" + id + "'");
        assertThat(new Erasure(box.log).erase("anna", List.of(id), "request 12"))
                .isEqualTo(1);
        box.tamper("insert into personal_text values (?, ?, 'a private remark', ?)", id, salt, noted);

        assertBroken(noted + 1, "setBack");
    }

    @Test
    void onlyAnErasureTakesPersonalTextAway() {
        String id = box.note("a private remark");
        long noted = number("select max(seq) from event");
        long seq = box.log.record("anna", act -> {
            act.handle().execute("delete from personal_text where id = ?", id);
            var gone = new RowState(PersonalTexts.TABLE, id, null, noted);
            return act.append(new Entry(EventKind.SHOWN, null, null, Map.of(), List.of(gone)));
        });

        assertBroken(seq, "erasedOtherwise");
    }

    @Test
    void aTableThatTheVerifierDoesNotKnowIsNotPassedOver() {
        Verdict verdict = new Verifier(store, List.of()).verify(Progress.NONE);

        assertThat(verdict.finding().what()).isEqualTo("unknownTable");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void aWalkWithLittleMemoryFindsTheSame(int mostWaiting) {
        var small = new Verifier(store, List.of(CardBox.CARD), mostWaiting);
        assertThat(small.verify(Progress.NONE).intact()).isTrue();

        long seq = box.seqOf("c38");
        box.tamper("delete from card where id = 'c38'");
        assertThat(small.verify(Progress.NONE).firstBroken()).isEqualTo(seq);
    }

    @Test
    void peopleMayGoOnWorkingMeanwhile() throws InterruptedException {
        var over = new AtomicBoolean();
        var worker = new Thread(() -> {
            for (int i = 0; !over.get(); i++) {
                box.add("w" + i, "words");
                box.change("w" + i, "other words", 3);
                if (i % 2 == 0) {
                    box.remove("w" + i);
                }
            }
        });
        worker.start();
        try {
            for (int i = 0; i < 20; i++) {
                assertThat(verify()).matches(Verdict::intact);
            }
        } finally {
            over.set(true);
            worker.join();
        }
    }

    @Test
    void progressIsToldAndAWalkCanBeStopped() {
        var told = new AtomicLong();
        assertThat(new Verifier(store, List.of(CardBox.CARD))
                        .verify((done, total) -> told.set(done * 1000 + total))
                        .intact())
                .isTrue();
        long entries = number("select count(*) from event");
        assertThat(told).hasValue(entries * 1000 + entries);

        var stopped = new Progress() {
            @Override
            public void at(long done, long total) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThatThrownBy(() -> new Verifier(store, List.of(CardBox.CARD)).verify(stopped))
                .isInstanceOf(CancellationException.class);
    }

    private void assertBroken(long seq) {
        Verdict verdict = verify();
        assertThat(verdict.intact()).isFalse();
        assertThat(verdict.firstBroken()).isEqualTo(seq);
        assertThat(verdict.why(new Texts(Language.EN))).isPresent();
        assertThat(verdict.why(new Texts(Language.NL))).isPresent();
    }

    private void assertBroken(long seq, String what) {
        assertBroken(seq);
        assertThat(verify().finding().what()).isEqualTo(what);
    }

    private Verdict verify() {
        return new Verifier(store, List.of(CardBox.CARD)).verify(Progress.NONE);
    }

    private static Object flipped(String column, String whole, Random random) {
        if (column.equals("at") || column.equals("case_id")) {
            return Long.parseLong(whole) ^ (1L << random.nextInt(50));
        }
        char[] characters = whole.toCharArray();
        int at;
        do {
            at = random.nextInt(characters.length);
        } while (Character.isSurrogate(characters[at]));
        characters[at] ^= (char) (1 << random.nextInt(7));
        return new String(characters);
    }

    private long number(String sql) {
        return store.read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private String text(String sql) {
        return store.read(handle -> handle.createQuery(sql).mapTo(String.class).one());
    }
}
