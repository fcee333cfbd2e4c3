package org.moderationdesk.editions;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.moderationdesk.base.Language;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.Rules;
import org.moderationdesk.decisions.StoredDecisions;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.guidelines.EditionFiles;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.quality.Differences;
import org.moderationdesk.quality.QualityDesk;
import org.moderationdesk.quality.QualityRooms;
import org.moderationdesk.quality.Requests;
import org.moderationdesk.quality.SecondReviews;
import org.moderationdesk.queue.StoredQueue;
import org.moderationdesk.review.Proposed;
import org.moderationdesk.review.Review;
import org.moderationdesk.review.Rooms;
import org.moderationdesk.settings.DecisionSettings;
import org.moderationdesk.settings.WellbeingSettings;
import org.moderationdesk.staff.People;
import org.moderationdesk.staff.Person;
import org.moderationdesk.wellbeing.Wellbeing;

/** A desk with people, to which editions are brought. */
public final class EditionsDesk implements AutoCloseable {
    public static final Book SHIPPED = new BookReader().read("2020-12");

    private final QualityDesk desk;
    private final InstantSource clock;
    private final StoredEditions editions;

    public EditionsDesk(InstantSource clock) {
        this.clock = clock;
        this.desk = new QualityDesk(clock);
        this.editions = new StoredEditions(store(), log(), clock, SHIPPED);
    }

    public Store store() {
        return desk.desk().store();
    }

    public EventLog log() {
        return desk.desk().log();
    }

    public StoredEditions editions() {
        return editions;
    }

    public Readers readers() {
        return new Readers(store(), log(), clock);
    }

    public TouchedDecisions touched() {
        return new TouchedDecisions(store());
    }

    public ReReviews reReviews() {
        return new ReReviews(store(), log(), touched(), new Requests(log(), items(), SHIPPED));
    }

    public People people() {
        return desk.people();
    }

    /** Brings the example in; null for at once. */
    public Edition example(Person by, Instant from) {
        return editions.bringIn(by, ExampleEdition.files(), from).edition();
    }

    /** The example with its files changed. */
    static EditionFiles changed(UnaryOperator<String> shape, UnaryOperator<String> words) {
        EditionFiles files = ExampleEdition.files();
        Map<Language, String> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            texts.put(language, words.apply(files.words(language)));
        }
        return new EditionFiles(shape.apply(files.shape()), texts);
    }

    /** Has an item decided as it is now, by the shipped edition: removed for that clause. */
    public String removed(Person by, String item, String section, String clause) {
        return desk.decided(by, section, removal(item, clause));
    }

    static Proposal removal(String item, String clause) {
        return Proposed.of(
                item,
                "\"answers\":{\"" + clause
                        + "\":\"YES\"},\"outcome\":\"REMOVE\",\"rationale\":\"seen without a safe setting\"");
    }

    void flag(String item, String section) {
        desk.desk().flag(item, section);
    }

    /** The review of a desk that was opened now. */
    Review review() {
        var rooms = new Rooms(
                desk.desk().queue(), items(), decisions(), wellbeing(), editions::inForce, readers()::toReadFirst);
        return new Review(store(), log(), clock, rooms);
    }

    private Wellbeing wellbeing() {
        return new Wellbeing(store(), clock, ZoneOffset.UTC, WellbeingSettings::defaults);
    }

    private Rules rules() {
        Shelf shelf = editions.shelf();
        Instant now = clock.instant();
        return new Rules(shelf.desk(now), shelf.others(shelf.inForce(now)));
    }

    StoredDecisions decisions() {
        return new StoredDecisions(store(), rules(), DecisionSettings::defaults);
    }

    private StoredItems items() {
        return new StoredItems(store(), StoredQueue::openCases);
    }

    private QualityRooms rooms() {
        return new QualityRooms(items(), decisions(), rules(), people(), wellbeing());
    }

    SecondReviews seconds() {
        return new SecondReviews(store(), log(), clock, rooms());
    }

    Differences differences() {
        return new Differences(store(), log(), rooms());
    }

    public boolean verified() {
        return desk.desk().verify().intact();
    }

    long number(String sql) {
        return store().read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    @Override
    public void close() {
        desk.close();
    }
}
