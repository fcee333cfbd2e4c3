package org.moderationdesk.queue.view;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.fx.Background;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.items.Report;
import org.moderationdesk.items.view.ItemWords;
import org.moderationdesk.log.StoredEventLog;
import org.moderationdesk.queue.CaseWriter;
import org.moderationdesk.queue.FlaggedItems;
import org.moderationdesk.queue.StoredQueue;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.settings.QueueSettings;
import org.moderationdesk.staff.Person;

/** A list of cases on a store in memory, with a clock that the test moves. */
final class ListDesk implements AutoCloseable {
    private static final Book BOOK = new BookReader().read("2020-12");
    static final Person NOOR = Person.alone("Noor de Wit");

    private final Store store = TestStore.create();
    private final TestClock clock = new TestClock();
    private final StoredEventLog log = new StoredEventLog(store, clock);
    private final CaseWriter writer = new CaseWriter(BOOK, QueueSettings.defaults());
    private final StoredQueue queue = new StoredQueue(store, log, clock, QueueSettings.defaults());

    TestClock clock() {
        return clock;
    }

    StoredQueue queue() {
        return queue;
    }

    QueueModel model(Background background) {
        return new QueueModel(queue, background, NOOR, clock);
    }

    ItemWords words(Language language) {
        return new ItemWords(new Texts(language), BOOK);
    }

    void flag(Item item, Report... reports) {
        Object unused = log.record("import", act -> writer.onFlagged(act, item, List.of(reports), true));
    }

    void flag(String id, String section) {
        flag(FlaggedItems.item(id), FlaggedItems.report("r-" + id, section));
    }

    /** Cases of one section, a minute after each other, so that their order is the order of their numbers. */
    void flagMany(int count, String section) {
        Object unused = log.record("import", act -> {
            for (int i = 0; i < count; i++) {
                String id = "C-%05d".formatted(i);
                writer.onFlagged(act, FlaggedItems.item(id), List.of(FlaggedItems.report("r-" + id, section)), true);
                if (i % 50 == 0) {
                    clock.advance(Duration.ofMinutes(1));
                }
            }
            return true;
        });
    }

    void claim(String item, Person person) {
        long id = queue.find(NOOR, item).orElseThrow().id();
        Object unused = log.record(person.name(), act -> queue.claim(act, id, person));
    }

    static Item item(String id, ItemKind kind, String text, String language, String region) {
        return new Item(
                id, kind, 1, text, language, region, null, null, null, List.of(), List.of(), List.of(), null, List.of(),
                null, List.of(), List.of(), Map.of());
    }

    @Override
    public void close() {
        store.close();
    }

    /** Holds every question back until the test has it answered; or has the store not answer at all. */
    static final class HeldBackground implements Background {
        private final List<Runnable> held = new ArrayList<>();
        private boolean down;

        @Override
        public <T> void run(Callable<T> work, Consumer<T> onDone, Consumer<Exception> onFailed) {
            boolean lost = down;
            held.add(() -> {
                T answer;
                try {
                    if (lost) {
                        throw new IOException("the store is away");
                    }
                    answer = work.call();
                } catch (Exception failure) {
                    onFailed.accept(failure);
                    return;
                }
                onDone.accept(answer);
            });
        }

        void goDown(boolean away) {
            down = away;
        }

        int waiting() {
            return held.size();
        }

        void answer(int index) {
            held.remove(index).run();
        }

        void answerAll() {
            while (!held.isEmpty()) {
                answer(0);
            }
        }
    }
}
