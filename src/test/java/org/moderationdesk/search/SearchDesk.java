package org.moderationdesk.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.moderationdesk.base.CanonicalJson;
import org.moderationdesk.db.SealedFile;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.ProposalJson;
import org.moderationdesk.intake.IntakeDesk;
import org.moderationdesk.media.MediaStore;
import org.moderationdesk.queue.PersonSearches;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.retention.PersonErasure;
import org.moderationdesk.retention.Retention;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.ReviewDesk;
import org.moderationdesk.review.Submitted;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;

/** A desk whose decisions are searched by words, on the store that it is given. */
final class SearchDesk implements AutoCloseable {
    static final Person ANNA = Person.alone("anna");
    static final Person UNCLEARED = new Person("bram", Set.of(Role.REVIEWER), false);
    static final Person ADMIN = new Person("Ada", Set.of(Role.ADMINISTRATOR), true);

    final TestClock clock = new TestClock();
    final ReviewDesk review;
    final PersonSearches searches;
    private final Store store;
    private final IntakeDesk intake;
    private final MediaStore media;
    private TextSearch search;

    SearchDesk(Store store, Path folder) {
        this.store = store;
        this.intake = new IntakeDesk(store, folder);
        this.review = new ReviewDesk(store, clock);
        this.media = new MediaStore(folder.resolve("desk-media"), store);
        this.searches = new PersonSearches(review.log(), clock);
        this.search = onPostgres() ? new ServerTextSearch(store, searches) : started(Optional.empty());
    }

    static boolean onPostgres() {
        return "postgres".equals(System.getProperty("test.store"));
    }

    IndexedTextSearch started(Optional<SealedFile> kept) {
        var index = new IndexedTextSearch(store, kept, searches);
        index.start();
        return index;
    }

    Retention retention() {
        return new Retention(store, review.log(), media, clock);
    }

    PersonErasure erasure() {
        return new PersonErasure(store, review.log(), media, clock);
    }

    /** Flags what may hold any character, and removes it for 5.3.1 with this rationale. */
    String decide(String item, String text, String rationale) {
        return decide(item, text, rationale, "5.3", "5.3.1");
    }

    String decide(String item, String text, String rationale, String section, String clause) {
        flag(item, text, section);
        return decideFlagged(item, rationale, clause);
    }

    void flag(String item, String text, String section) {
        var _ = intake.take("""
            {"id":"%s","kind":"VIDEO","text":%s,"author":{"id":"u-%s","handle":"@h-%s"},\
            "transcript":[{"fromMs":0,"toMs":900,"text":"spoken of %s","translations":{"nl":"gesproken"}}],\
            "thread":[{"id":"c-1","author":"@other","text":"commented upon"}],"extra":{"title":"Titled thing"},\
            "reports":[{"id":"r-1","source":"USER","reason":"a reason",\
            "sections":["%s"],"at":"2026-11-02T11:00:00Z"}]}\
            """.formatted(item, CanonicalJson.write(text), item, item, item, section));
    }

    String decideFlagged(String item, String rationale, String clause) {
        Opened opened = review.review().open(item, ANNA).orElseThrow();
        var proposal = ProposalJson.read("{\"item\":\"" + item + "\",\"answers\":{\"" + clause
                        + "\":\"YES\"},\"notes\":{\"" + clause + "\":\"noted aside\"},\"outcome\":\"REMOVE\","
                        + "\"rationale\":" + CanonicalJson.write(rationale) + "}")
                .proposal();
        if (review.review().submit(opened, proposal, 0) instanceof Submitted.Accepted accepted) {
            return accepted.decision().decisionId();
        }
        throw new IllegalStateException("not accepted");
    }

    /** The ids that are found once the search has caught up, whatever it was asked before. */
    void finds(Person by, String words, String... ids) {
        await().untilAsserted(() -> assertThat(found(by, words)).containsExactlyInAnyOrder(ids));
    }

    void finds(String words, String... ids) {
        finds(ANNA, words, ids);
    }

    List<String> found(Person by, String words) {
        return switch (search.find(by, words, 1_000)) {
            case TextAnswer.Found found ->
                IntStream.range(0, found.newest().size())
                        .mapToObj(found.newest()::id)
                        .toList();
            case TextAnswer.Unclear unclear -> List.of(unclear.toString());
            case TextAnswer.Preparing preparing -> List.of(preparing.toString());
            case TextAnswer.Failed failed -> List.of(failed.toString());
        };
    }

    TextSearch search() {
        return search;
    }

    void use(TextSearch other) {
        search = other;
    }

    Store store() {
        return store;
    }

    @Override
    public void close() {
        search.close();
        store.close();
    }
}
