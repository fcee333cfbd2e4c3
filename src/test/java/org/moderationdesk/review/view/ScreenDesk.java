package org.moderationdesk.review.view;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.decisions.DecisionLine;
import org.moderationdesk.decisions.DecisionTables;
import org.moderationdesk.decisions.Rules;
import org.moderationdesk.decisions.StoredDecisions;
import org.moderationdesk.decisions.view.DecisionTools;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.fx.SaidLine;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.intake.IntakeDesk;
import org.moderationdesk.items.ItemFile;
import org.moderationdesk.items.ItemTables;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.items.view.PictureSource;
import org.moderationdesk.log.StoredEventLog;
import org.moderationdesk.log.Verifier;
import org.moderationdesk.media.CoverChoice;
import org.moderationdesk.media.SafeView;
import org.moderationdesk.media.decode.Clip;
import org.moderationdesk.media.view.DrawnClip;
import org.moderationdesk.queue.QueueTables;
import org.moderationdesk.queue.StoredQueue;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.review.Covering;
import org.moderationdesk.review.Review;
import org.moderationdesk.review.ReviewTables;
import org.moderationdesk.review.Rooms;
import org.moderationdesk.settings.DecisionSettings;
import org.moderationdesk.settings.QueueSettings;
import org.moderationdesk.settings.Settings;
import org.moderationdesk.settings.WellbeingSettings;
import org.moderationdesk.staff.Person;
import org.moderationdesk.wellbeing.Wellbeing;
import org.moderationdesk.wellbeing.WorkSpell;
import org.moderationdesk.wellbeing.view.WellbeingModel;
import org.testfx.util.WaitForAsyncUtils;

/** A whole desk on a store in memory, with imported items and a clock that the test moves. */
final class ScreenDesk implements AutoCloseable {
    static final Person NOOR = Person.alone("Noor de Wit");
    static final Person BRAM = Person.alone("Bram");

    private final Store store = TestStore.create();
    private final TestClock clock = new TestClock();
    private final IntakeDesk intake;
    private final StoredQueue queue;
    private final StoredDecisions decisions;
    private final Wellbeing wellbeing;
    private final Review review;
    private final WellbeingModel care;
    private final ReviewModel model;
    private final SaidLine said = new SaidLine();
    private final Carried carried = new Carried();
    private final Set<ReviewScreen> showing = new LinkedHashSet<>();

    ScreenDesk(Path folder) {
        this(folder, null);
    }

    /** @param pictures null for drawn ones */
    ScreenDesk(Path folder, @Nullable PictureSource pictures) {
        Book book = new BookReader().read("2020-12");
        var log = new StoredEventLog(store, clock);
        intake = new IntakeDesk(store, folder);
        queue = new StoredQueue(store, log, clock, QueueSettings.defaults());
        decisions = new StoredDecisions(store, new Rules(book), DecisionSettings::defaults);
        wellbeing = new Wellbeing(store, clock, ZoneOffset.UTC, WellbeingSettings::defaults);
        var items = new StoredItems(store, StoredQueue::openCases);
        review = new Review(store, log, clock, new Rooms(queue, items, decisions, wellbeing));
        CoverChoice usual = CoverChoice.usual();
        var own = new SafeView(usual, usual, usual, SafeView.defaults().critical());
        var covering = new Covering(own, SafeView.usualFloor());
        var tools = DecisionTools.of(book, DecisionSettings::defaults);
        care = new WellbeingModel(
                wellbeing, NOOR, new WorkSpell(clock), WellbeingSettings::defaults, new InlineBackground(), clock);
        PictureSource source = pictures == null ? new DrawnMedia() : pictures;
        var desk = new ReviewDesk(
                review, queue, decisions, tools, source, covering, new Settings(folder), NOOR, care, carried);
        model = new ReviewModel(desk, new InlineBackground(), clock);
    }

    WellbeingModel care() {
        return care;
    }

    Wellbeing wellbeing() {
        return wellbeing;
    }

    ReviewModel model() {
        return model;
    }

    Carried carried() {
        return carried;
    }

    TestClock clock() {
        return clock;
    }

    Review review() {
        return review;
    }

    StoredQueue queue() {
        return queue;
    }

    Store store() {
        return store;
    }

    SaidLine said() {
        return said;
    }

    List<DecisionLine> decisionsOn(String item) {
        return decisions.ofItem(item);
    }

    List<Map<String, Object>> wholeDecisionsOn(String item) {
        return decisions.wholeOfItem(item);
    }

    /** Every entry of the log, and every row that it tells of, is as it was written. */
    boolean logIsIntact() {
        return new Verifier(
                        store,
                        Stream.of(ItemTables.all(), QueueTables.all(), DecisionTables.all(), ReviewTables.all())
                                .flatMap(List::stream)
                                .toList())
                .verify(Progress.NONE)
                .intact();
    }

    void take(String... lines) {
        intake.take(lines);
    }

    /** A plain text item, reported for one section. */
    void flag(String id, String section) {
        take(line(id, "TEXT", "Two thousand likes for two euros", section, "r-" + id));
    }

    static String line(String id, String kind, String text, String section, String report) {
        return """
            {"id":"%s","kind":"%s","text":"%s","language":"nl","region":"NL","postedAt":"2026-11-01T09:00:00Z",\
            "author":{"id":"u-%s","handle":"@%s","age":31,"ageSource":"SELF_DECLARED","deviceIds":["d-1"]},\
            "reports":[{"id":"%s","source":"USER","reporter":"u-91","reason":"Seems wrong","sections":["%s"],\
            "at":"2026-11-02T11:00:00Z"}]}\
            """.formatted(id, kind, text, id, id.toLowerCase(Locale.ROOT), report, section);
    }

    /** Shows a screen, until the desk is closed: one that is left showing stays in memory for as long as its timers run. */
    void show(ReviewScreen screen) {
        screen.shown();
        showing.add(screen);
    }

    @Override
    public void close() {
        if (!showing.isEmpty()) {
            WaitForAsyncUtils.waitForAsyncFx(10_000, () -> showing.forEach(ReviewScreen::hidden));
        }
        store.close();
    }

    /** No pictures, and clips that are drawn. */
    private static final class DrawnMedia implements PictureSource {
        @Override
        public Reading read(ItemFile file, int media) {
            return new NotShown(Why.MISSING, List.of());
        }

        @Override
        public Clip clip(ItemFile file, int media) {
            return DrawnClip.of(23, 30);
        }
    }
}
