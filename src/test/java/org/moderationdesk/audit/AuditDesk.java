package org.moderationdesk.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.decisions.ProposalJson;
import org.moderationdesk.decisions.Rules;
import org.moderationdesk.decisions.StoredDecisions;
import org.moderationdesk.decisions.StoredFacts;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.intake.IntakeDesk;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.StoredEventLog;
import org.moderationdesk.log.StoredEvents;
import org.moderationdesk.notices.Statements;
import org.moderationdesk.quality.PastCases;
import org.moderationdesk.quality.QualityRooms;
import org.moderationdesk.quality.QualityStates;
import org.moderationdesk.quality.Requests;
import org.moderationdesk.quality.SecondReviews;
import org.moderationdesk.queue.CaseArchive;
import org.moderationdesk.queue.PersonSearches;
import org.moderationdesk.queue.StoredQueue;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.review.ReviewDesk;
import org.moderationdesk.review.Submitted;
import org.moderationdesk.search.IndexedTextSearch;
import org.moderationdesk.search.TextAnswer;
import org.moderationdesk.search.TextSearch;
import org.moderationdesk.settings.DecisionSettings;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;
import org.moderationdesk.staff.StoredPeople;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A desk that is exported from. */
final class AuditDesk implements AutoCloseable {
    static final Person ANNA = Person.alone("anna");
    static final Person BRAM = Person.alone("bram");
    static final Person UNCLEARED = new Person("cem", Set.of(Role.TEAM_LEAD), false);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Store store = TestStore.create();
    private final TestClock clock = new TestClock();
    private final Path folder;
    private final IntakeDesk intake;
    private final ReviewDesk review;
    private final Exporter exporter;

    AuditDesk(Path folder) {
        this.folder = folder;
        this.intake = new IntakeDesk(store, folder);
        this.review = new ReviewDesk(store, clock);
        var decisions =
                new StoredDecisions(store, new Rules(new BookReader().read("2020-12")), DecisionSettings::defaults);
        var rows = new ExportRows(
                new CaseArchive(store),
                new StoredItems(store, StoredQueue::openCases),
                decisions,
                new StoredEvents(store));
        this.exporter = new Exporter(rows, new StoredEventLog(store, clock), clock);
    }

    TestClock clock() {
        return clock;
    }

    IntakeDesk intake() {
        return intake;
    }

    ReviewDesk review() {
        return review;
    }

    Store store() {
        return store;
    }

    /** The decisions as this person may read them, not yet loaded. */
    DecisionLog log(Person viewer) {
        return new DecisionLog(new StoredFacts(store), new CaseArchive(store), new QualityStates(store), viewer);
    }

    /** Finds by words once those that are there have been gathered. */
    TextSearch searching() {
        var found = new IndexedTextSearch(store, Optional.empty(), new PersonSearches(review.log(), clock));
        found.start();
        await().until(() -> found.find(ANNA, "nothing", 1) instanceof TextAnswer.Found);
        return found;
    }

    LogReader reader(Person viewer, TextSearch search) {
        return new LogReader(log(viewer), new QualityStates(store), search, clock, ZoneOffset.UTC);
    }

    /** Which finds by no words. */
    LogReader reader(Person viewer) {
        return reader(viewer, (_, _, _) -> new TextAnswer.Preparing(1, 3));
    }

    private QualityRooms quality() {
        return new QualityRooms(
                new StoredItems(store, StoredQueue::openCases),
                review.decisions(),
                new Rules(new BookReader().read("2020-12")),
                new StoredPeople(store, review.log(), clock),
                review.wellbeing());
    }

    /** Has a decision reviewed a second time, by Bram and with this answer. */
    void second(String decision, String item, String fields) {
        var people = new StoredPeople(store, review.log(), clock);
        Person ruth = Person.alone("ruth");
        Object unused = people.first(Person.alone("computer"), ruth.name(), ruth.roles(), false, "a calm grey heron");
        for (Person person : List.of(ANNA, BRAM)) {
            assertThat(people.add(ruth, person.name(), person.roles(), false)).isNotEmpty();
        }
        assertThat(requests().ask(ruth, decision, "for the trial", 5)).isNotEmpty();
        var seconds = new SecondReviews(store, review.log(), clock, quality());
        var proposal =
                ProposalJson.read("{\"item\":\"" + item + "\"," + fields + "}").proposal();
        seconds.submit(seconds.takeNext(BRAM).orElseThrow(), proposal, 0);
    }

    Replays replays(Person viewer) {
        return new Replays(
                reader(viewer),
                review.decisions(),
                new PastCases(store, clock, quality()),
                new StoredEvents(store),
                review.log(),
                statements(""));
    }

    /** @param complaints where one complains */
    Statements statements(String complaints) {
        return review.statements(complaints);
    }

    Requests requests() {
        return new Requests(
                review.log(), new StoredItems(store, StoredQueue::openCases), new BookReader().read("2020-12"));
    }

    void flag(String item, String text, String section) {
        String line = JSON.writeValueAsString(Map.of(
                "id",
                item,
                "kind",
                "TEXT",
                "text",
                text,
                "author",
                Map.of("id", "u-" + item),
                "reports",
                List.of(Map.of(
                        "id", "r-1", "source", "USER", "sections", List.of(section), "at", "2026-11-02T11:00:00Z"))));
        var taken = intake.take(line);
        if (taken.newCases() != 1) {
            throw new IllegalStateException("not one case: " + taken);
        }
    }

    /** Decides the item's case and answers with the decision's id. */
    String decide(String item, String fields) {
        var opened = review.review().open(item, ANNA).orElseThrow();
        var proposal =
                ProposalJson.read("{\"item\":\"" + item + "\"," + fields + "}").proposal();
        return switch (review.review().submit(opened, proposal, 0)) {
            case Submitted.Accepted accepted -> accepted.decision().decisionId();
            case Submitted.Refused refused -> throw new IllegalStateException(refused.toString());
            case Submitted.NewReports news -> throw new IllegalStateException(news.toString());
        };
    }

    static Exporter.Order order(Exported what, ExportForm form) {
        return new Exporter.Order(what, form, Instant.EPOCH, Instant.parse("9999-12-31T00:00:00Z"));
    }

    long export(Exporter.Order order, Path file, Person by) throws IOException {
        return exporter.export(order, file, by);
    }

    /** What an export holds, an object a row. */
    List<JsonNode> rows(Exported what, Person by) throws IOException {
        Path file = folder.resolve("out.jsonl");
        long rows = export(order(what, ExportForm.JSONL), file, by);
        List<JsonNode> read =
                Files.readAllLines(file).stream().map(JSON::readTree).toList();
        if (read.size() != rows) {
            throw new IllegalStateException(rows + " said, " + read.size() + " there");
        }
        return read;
    }

    /** What the log tells of exports. */
    List<JsonNode> exportsTold() {
        List<JsonNode> told = new ArrayList<>();
        long unused = new StoredEvents(store).stream(event -> {
            if (event.kind() == EventKind.EXPORTED) {
                told.add(event.facts());
            }
        });
        return told;
    }

    @Override
    public void close() {
        store.close();
    }
}
