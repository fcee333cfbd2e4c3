package org.moderationdesk.retention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.moderationdesk.base.Sha256;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.decisions.ProposalJson;
import org.moderationdesk.decisions.Rules;
import org.moderationdesk.decisions.StoredDecisions;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.intake.IntakeDesk;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.media.Look;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.media.MediaStore;
import org.moderationdesk.orders.Orders;
import org.moderationdesk.queue.StoredQueue;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.ReviewDesk;
import org.moderationdesk.review.Submitted;
import org.moderationdesk.settings.DecisionSettings;
import org.moderationdesk.staff.NoPasswords;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;
import org.moderationdesk.staff.StoredPeople;

/** A desk whose data grows old. */
public final class RetentionDesk implements AutoCloseable {
    static final Person ANNA = Person.alone("anna");
    public static final Person ADMIN = new Person("Ada", Set.of(Role.ADMINISTRATOR), true);
    static final String TEXT = "a very particular sentence";
    static final String REPORTER = "u-reporter";

    private final Store store;
    private final TestClock clock = new TestClock();
    private final Path folder;
    private final MediaStore media;
    private final IntakeDesk intake;
    private final ReviewDesk review;

    public RetentionDesk(Path folder) {
        this(folder, TestStore.create());
    }

    public RetentionDesk(Path folder, Store store) {
        this.store = store;
        this.folder = folder;
        this.media = new MediaStore(files(folder), store);
        this.intake = new IntakeDesk(store, folder);
        this.review = new ReviewDesk(store, clock);
    }

    /** Where the files of items lie. */
    static Path files(Path folder) {
        return folder.resolve("desk-media");
    }

    public Retention retention() {
        return new Retention(store, review.log(), media, clock);
    }

    public Orders orders() {
        return new Orders(store, review.log(), clock);
    }

    /** Somebody comes to be known here, so that some things take two. */
    public void know(Person person) {
        var _ = new StoredPeople(store, review.log(), new NoPasswords())
                .add(Person.alone("anna"), person.name(), person.roles(), person.childSafety());
    }

    public PersonErasure erasure() {
        return new PersonErasure(store, review.log(), media, clock);
    }

    public AccessExport access() {
        var rules = new Rules(new BookReader().read("2020-12"));
        return new AccessExport(
                store,
                review.log(),
                media,
                clock,
                new AccessExport.Known(
                        new StoredItems(store, StoredQueue::openCases),
                        new StoredDecisions(store, rules, DecisionSettings::defaults),
                        item -> item.equals("A-1")
                                ? List.of(Map.of("at", "2026-11-02T12:00:00Z", "words", "said of a copy"))
                                : List.of()));
    }

    public TestClock clock() {
        return clock;
    }

    Store store() {
        return store;
    }

    MediaStore media() {
        return media;
    }

    ReviewDesk review() {
        return review;
    }

    IntakeDesk intake() {
        return intake;
    }

    /** An item with a file, by an account, that somebody reported. */
    public String flag(String item, String account, String file) {
        return flag(item, account, file, REPORTER, "5.3", "USER");
    }

    String flag(String item, String account, String file, String reporter, String section, String source) {
        try {
            Files.writeString(folder.resolve(file + ".png"), file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        var unused = intake.take("""
            {"id":"%s","kind":"IMAGE","text":"%s","author":{"id":"%s","handle":"@%s","displayName":"Somebody",\
            "bio":"a life","deviceIds":["d-1"]},"media":[{"path":"%s.png"}],\
            "thread":[{"id":"c-1","author":"@other","text":"another's words","at":"2026-11-02T11:00:00Z"}],\
            "reports":[{"id":"r-1","source":"%s","reporter":"%s","reason":"a reason","note":"a note",\
            "sections":["%s"],"at":"2026-11-02T11:00:00Z"}]}\
            """.formatted(item, TEXT, account, account, file, source, reporter, section));
        return Sha256.of(file);
    }

    /** Looks at the item and removes it, with a rationale. */
    public void decide(String item) {
        decide(item, "");
    }

    void decide(String item, String more) {
        Opened opened = review.review().open(item, ANNA).orElseThrow();
        review.review().recordLook(opened, new Look(0, LookForm.GREY, 2_000, null));
        var proposal = ProposalJson.read("{\"item\":\"" + item
                        + "\",\"answers\":{\"5.3.1\":\"YES\"},\"outcome\":\"REMOVE\","
                        + "\"rationale\":\"a rationale about them\"" + more + "}")
                .proposal();
        if (!(review.review().submit(opened, proposal, 0) instanceof Submitted.Accepted)) {
            throw new IllegalStateException("not accepted");
        }
    }

    void later(int days) {
        clock.advance(Duration.ofDays(days));
    }

    long number(String sql) {
        return store.read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    String text(String sql) {
        return store.read(handle -> handle.createQuery(sql).mapTo(String.class).one());
    }

    /** All that the store says, but for the log and what the log must keep. */
    String everything() {
        return store.read(handle -> {
            var all = new StringBuilder();
            for (String table : List.of(
                    "account",
                    "item_version",
                    "item_media",
                    "report",
                    "open_case",
                    "personal_text",
                    "look",
                    "media_key",
                    "draft",
                    "report_source")) {
                handle.createQuery("select * from " + table)
                        .mapToMap()
                        .forEach(row -> all.append(table).append(row).append('\n'));
            }
            return all.toString();
        });
    }

    List<String> entries(String kind) {
        return store.read(handle -> handle.createQuery("select body from event where kind = ? order by seq")
                .bind(0, kind)
                .mapTo(String.class)
                .list());
    }

    boolean verifies() {
        return review.verify().intact();
    }

    @Override
    public void close() {
        store.close();
    }
}
