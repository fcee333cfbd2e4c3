package org.moderationdesk.search;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.db.SealedFile;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.BlindItems;
import org.moderationdesk.db.StoreException;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.queue.PersonSearches;
import org.moderationdesk.search.DecidedTexts.DecidedText;
import org.moderationdesk.search.WordIndex.Through;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * On a desk's own store, which has no index of words: one in memory, kept up with the log by a thread of its own, and kept
 * encrypted beside the store. A kept one that is missing, cut, of another store or of another log is made anew.
 */
public final class IndexedTextSearch implements TextSearch {
    /** Of the file beside the store. */
    public static final String FILE = "words.index";

    private static final Logger LOG = LoggerFactory.getLogger(IndexedTextSearch.class);
    private static final int PAGE = 500;
    private static final long PATIENCE_S = 60;
    private static final String ACCOUNTS = "select id from account where handle in (:name, :at)";

    private final Store store;
    private final @Nullable SealedFile kept;
    private final PersonSearches searches;
    private final ExecutorService work = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("word-index").daemon().factory());
    private final AtomicBoolean asked = new AtomicBoolean();
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile boolean closing;
    private volatile TextAnswer meanwhile = new TextAnswer.Preparing(0, 0);
    private volatile @Nullable WordIndex shown;
    private volatile Store.@Nullable News news;
    /** Of the work's thread alone, as is the index's writing. */
    private Through through = new Through(0, "");

    private boolean changed;

    /** @param kept where the index is kept; empty for a store in memory */
    public IndexedTextSearch(Store store, Optional<SealedFile> kept, PersonSearches searches) {
        this.store = store;
        this.kept = kept.orElse(null);
        this.searches = searches;
    }

    /** Reads the index, or begins to make it, and keeps it up from then on. Returns at once. */
    @Override
    public void start() {
        if (!begun.getAndSet(true)) {
            work.execute(() -> guarded(this::begin));
            news = store.watch(this::look);
        }
    }

    @Override
    public TextAnswer find(Person by, String words, int most) {
        Rights.require(by, Right.LOOK);
        WordIndex index = shown;
        if (index == null) {
            return meanwhile;
        }
        try {
            Typed typed = Typed.read(words);
            Map<String, Set<String>> accounts = new HashMap<>();
            typed.handles().forEach(name -> accounts.put(name, accounts(name)));
            boolean cleared = Rights.has(by, Right.SEE_CHILD_SAFETY);
            Set<String> blind = store.read(handle -> BlindItems.of(handle, by.name()));
            TextAnswer.Found found =
                    index.search(searcher -> WordSearch.of(searcher, typed, accounts, cleared, blind, most));
            if (!accounts.isEmpty()) {
                searches.cases(by, words, Math.toIntExact(found.total()));
            }
            return found;
        } catch (UnclearWords unclear) {
            return new TextAnswer.Unclear(unclear.why());
        } catch (IOException failed) {
            LOG.error("the index of words cannot be read", failed);
            return new TextAnswer.Failed();
        }
    }

    /**
     * The log for acts that erase: where the index is not in use, such as in a command, its kept form goes with what was
     * erased, and is made anew when the desk is next opened.
     */
    @Override
    public EventLog forErasing(EventLog log) {
        return new EventLog() {
            @Override
            public <T> T record(String by, Function<Act, T> action) {
                long before = store.read(LogSteps::last);
                T done = log.record(by, action);
                forgetErased(before);
                return done;
            }

            @Override
            public <T> T recordSoon(String by, Function<Act, T> action) {
                return record(by, action);
            }
        };
    }

    /** Ends the work and keeps the index where it has changed. */
    @Override
    public void close() {
        closing = true;
        Store.News told = news;
        if (told != null) {
            told.close();
        }
        try {
            work.execute(() -> guarded(this::end));
        } catch (RejectedExecutionException closedBefore) {
            return;
        }
        work.shutdown();
        try {
            if (!work.awaitTermination(PATIENCE_S, TimeUnit.SECONDS)) {
                LOG.warn("the index of words is not kept: it takes too long");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        if (!asked.getAndSet(true)) {
            try {
                work.execute(() -> guarded(this::keepUp));
            } catch (RejectedExecutionException closed) {
                LOG.debug("the index of words is closed");
            }
        }
    }

    private void begin() throws IOException {
        WordIndex index = load().orElse(null);
        if (index == null) {
            index = make();
        }
        if (index != null) {
            shown = index;
            keepUp();
            if (changed && !closing) {
                keep(index);
            }
        }
    }

    private Optional<WordIndex> load() {
        SealedFile file = kept;
        if (file == null || !file.exists()) {
            return Optional.empty();
        }
        try (var in = new DataInputStream(new BufferedInputStream(file.read()))) {
            WordIndex index = WordIndex.load(in);
            Through reached = index.through();
            if (store.read(handle -> LogSteps.isOf(handle, reached))) {
                through = reached;
                return Optional.of(index);
            }
            index.close();
        } catch (IOException | IllegalArgumentException unusable) {
            LOG.info("the kept index of words is of no use and is made anew: {}", unusable.getMessage());
        }
        return Optional.empty();
    }

    private @Nullable WordIndex make() throws IOException {
        Through start = store.read(LogSteps::head);
        long total = store.read(LogSteps::decisions);
        WordIndex index = WordIndex.empty();
        String after = "";
        long done = 0;
        while (true) {
            meanwhile = new TextAnswer.Preparing(done, Math.max(done, total));
            if (closing) {
                index.close();
                return null;
            }
            String from = after;
            List<DecidedText> page = store.read(handle -> DecidedTexts.after(handle, from, PAGE));
            if (page.isEmpty()) {
                break;
            }
            index.add(page);
            done += page.size();
            after = page.getLast().id().toString();
        }
        index.show();
        through = start;
        changed = true;
        return index;
    }

    private void keepUp() throws IOException {
        asked.set(false);
        WordIndex index = shown;
        if (index == null) {
            return;
        }
        boolean erased = false;
        while (!closing) {
            Through from = through;
            LogSteps.Step step = store.read(handle -> LogSteps.behind(handle, from));
            if (step.through().equals(from)) {
                break;
            }
            if (!step.items().isEmpty()) {
                Set<String> items = new HashSet<>(step.items());
                index.replace(items, store.read(handle -> DecidedTexts.ofItems(handle, items)));
                changed = true;
            }
            erased |= step.erased();
            through = step.through();
        }
        if (erased) {
            index.purge();
        }
        index.show();
        if (erased) {
            keep(index);
        }
    }

    private void keep(WordIndex index) throws IOException {
        SealedFile file = kept;
        if (file != null) {
            file.write(out -> {
                var data = new DataOutputStream(new BufferedOutputStream(out, 1 << 16));
                index.save(through, data);
                data.flush();
            });
        }
        changed = false;
    }

    private void end() throws IOException {
        WordIndex index = shown;
        if (index != null) {
            if (changed) {
                keep(index);
            }
            index.close();
        }
    }

    private void forgetErased(long before) {
        SealedFile file = kept;
        if (file == null || begun.get() || !store.read(handle -> LogSteps.erasedSince(handle, before))) {
            return;
        }
        try {
            file.delete();
        } catch (IOException failed) {
            throw new StoreException("the kept index of words cannot be deleted", failed);
        }
    }

    private Set<String> accounts(String name) {
        return store.read(handle -> handle.createQuery(ACCOUNTS)
                .bind("name", name)
                .bind("at", "@" + name)
                .mapTo(String.class)
                .set());
    }

    private void guarded(Step step) {
        try {
            step.take();
        } catch (IOException | RuntimeException failed) {
            if (!closing) {
                LOG.error("the index of words stands still", failed);
                meanwhile = new TextAnswer.Failed();
                shown = null;
            }
        }
    }

    @FunctionalInterface
    private interface Step {
        void take() throws IOException;
    }
}
