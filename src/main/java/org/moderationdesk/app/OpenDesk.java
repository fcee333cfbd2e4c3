package org.moderationdesk.app;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.approvals.Approvals;
import org.moderationdesk.audit.Custody;
import org.moderationdesk.audit.DecisionLog;
import org.moderationdesk.audit.NamesInViews;
import org.moderationdesk.authorities.OrderNotices;
import org.moderationdesk.calibration.Calibration;
import org.moderationdesk.calibration.CalibrationRooms;
import org.moderationdesk.calibration.Precedents;
import org.moderationdesk.calibration.Rulings;
import org.moderationdesk.db.Backup;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.H2Store;
import org.moderationdesk.db.PostgresStore;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.Rules;
import org.moderationdesk.decisions.StoredDecisions;
import org.moderationdesk.decisions.StoredFacts;
import org.moderationdesk.editions.Edition;
import org.moderationdesk.editions.ReReviews;
import org.moderationdesk.editions.Readers;
import org.moderationdesk.editions.Shelf;
import org.moderationdesk.editions.StoredEditions;
import org.moderationdesk.editions.TouchedDecisions;
import org.moderationdesk.emergency.Calls;
import org.moderationdesk.emergency.Emergencies;
import org.moderationdesk.emergency.EmergencyNotices;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.intake.Intake;
import org.moderationdesk.intake.Receiver;
import org.moderationdesk.items.ItemWriter;
import org.moderationdesk.items.NamesBeside;
import org.moderationdesk.items.StoredAccounts;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.log.StoredEventLog;
import org.moderationdesk.log.Verifier;
import org.moderationdesk.media.MediaStore;
import org.moderationdesk.media.SafeView;
import org.moderationdesk.media.decode.DecodeLimits;
import org.moderationdesk.media.decode.Decoder;
import org.moderationdesk.media.decode.WorkerLaunch;
import org.moderationdesk.orders.Orders;
import org.moderationdesk.practice.Certifying;
import org.moderationdesk.practice.Copies;
import org.moderationdesk.practice.Hidden;
import org.moderationdesk.practice.HiddenNotices;
import org.moderationdesk.practice.HiddenPlacing;
import org.moderationdesk.practice.NamesInPractice;
import org.moderationdesk.practice.NotesOnCopies;
import org.moderationdesk.practice.Practice;
import org.moderationdesk.practice.PracticeRooms;
import org.moderationdesk.practice.SetMedia;
import org.moderationdesk.practice.StoredHiddenTests;
import org.moderationdesk.practice.scoring.RunScorer;
import org.moderationdesk.proof.Checkpoints;
import org.moderationdesk.quality.Coverages;
import org.moderationdesk.quality.Differences;
import org.moderationdesk.quality.PastCases;
import org.moderationdesk.quality.QualityCards;
import org.moderationdesk.quality.QualityNotices;
import org.moderationdesk.quality.QualityRooms;
import org.moderationdesk.quality.QualityStates;
import org.moderationdesk.quality.Replies;
import org.moderationdesk.quality.Requests;
import org.moderationdesk.quality.Sampling;
import org.moderationdesk.quality.SamplingPlans;
import org.moderationdesk.quality.SecondReviews;
import org.moderationdesk.queue.CaseArchive;
import org.moderationdesk.queue.CaseWriter;
import org.moderationdesk.queue.PersonSearches;
import org.moderationdesk.queue.Queue;
import org.moderationdesk.queue.Rerouting;
import org.moderationdesk.queue.StoredQueue;
import org.moderationdesk.retention.AccessExport;
import org.moderationdesk.retention.PersonErasure;
import org.moderationdesk.retention.Retention;
import org.moderationdesk.review.Covering;
import org.moderationdesk.review.Review;
import org.moderationdesk.review.Rooms;
import org.moderationdesk.review.StoredCoverFloor;
import org.moderationdesk.routing.StoredPlans;
import org.moderationdesk.sample.ArrivalClock;
import org.moderationdesk.sample.SampleQueue;
import org.moderationdesk.sample.ShippedPractice;
import org.moderationdesk.search.IndexedTextSearch;
import org.moderationdesk.search.ServerTextSearch;
import org.moderationdesk.search.TextSearch;
import org.moderationdesk.settings.DecisionSettings;
import org.moderationdesk.settings.QueueSettings;
import org.moderationdesk.settings.WellbeingSettings;
import org.moderationdesk.staff.People;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.ServerPasswords;
import org.moderationdesk.staff.StoredPeople;
import org.moderationdesk.wellbeing.TeamBudgets;
import org.moderationdesk.wellbeing.Wellbeing;

/** The plain rooms of one desk whose store is open, wired by constructors. Closing it closes the store. */
final class OpenDesk implements AutoCloseable {
    static final String EDITION = "2020-12";

    private final Store store;
    private final StoredEditions editions;
    private final Readers readers;
    private final Shelf shelf;
    private final Book book;
    private final EventLog log;
    private final Verifier verifier;
    private final @Nullable Backup backup;
    private final People people;
    private final StoredItems items;
    private final StoredAccounts accounts;
    private final Queue queue;
    private final Rules rules;
    private final StoredDecisions decisions;
    private final Wellbeing wellbeing;
    private final Review review;
    private final Approvals approvals;
    private final StoredCoverFloor coverFloor;
    private final Covering covering;
    private final MediaStore media;
    private final Intake intake;
    private final SampleQueue samples;
    private final InstantSource clock;
    private TextSearch search;
    private Decoder decoder;

    /** @param shipped the edition of the book that came with the desk */
    OpenDesk(DeskFolder folder, Store store, Book shipped, WorkSettings work, InstantSource clock) {
        this.store = store;
        this.clock = clock;
        this.log = new StoredEventLog(store, clock);
        this.editions = new StoredEditions(store, log, clock, shipped);
        this.readers = new Readers(store, log, clock);
        Instant now = clock.instant();
        this.shelf = editions.shelf();
        this.book = shelf.desk(now);
        this.verifier = new Verifier(store, DeskTables.all());
        this.backup = store instanceof H2Store own ? new Backup(own, clock) : null;
        this.people = store instanceof PostgresStore shared
                ? new StoredPeople(store, log, new ServerPasswords(shared, clock))
                : new StoredPeople(store, log, clock);
        this.items = new StoredItems(store, StoredQueue::openCases);
        this.accounts = new StoredAccounts(store);
        this.search = store instanceof H2Store own
                ? new IndexedTextSearch(store, own.beside(IndexedTextSearch.FILE), personSearches())
                : new ServerTextSearch(store, personSearches());
        this.queue = new StoredQueue(store, log, clock, work.queue(), Certifying.by(clock));
        this.rules = new Rules(book, shelf.others(shelf.inForce(now)));
        this.decisions = new StoredDecisions(store, rules, work::decisions);
        this.wellbeing = new Wellbeing(store, clock, ZoneId.systemDefault(), work::wellbeing);
        this.review = new Review(
                store,
                log,
                clock,
                new Rooms(queue, items, decisions, wellbeing, editions::inForce, readers::toReadFirst));
        this.approvals = new Approvals(
                store, review, decisions.approvals(), queue, people, new Approvals.Times(work.queue(), clock));
        this.coverFloor = new StoredCoverFloor(store, log);
        this.covering = new Covering(SafeView.defaults(), coverFloor.read());
        this.media = new MediaStore(folder.media(), store);
        this.decoder = new Decoder(media, WorkerLaunch.usual(), DecodeLimits.USUAL);
        var receiver = new Receiver(new ItemWriter(), new CaseWriter(book, work.queue()), media);
        this.intake = new Intake(store, log, receiver, clock, new HiddenPlacing(store, book, media));
        var arrivals = new ArrivalClock(clock);
        this.samples = new SampleQueue(
                new Intake(store, new StoredEventLog(store, arrivals), receiver, arrivals),
                arrivals,
                WorkerLaunch.usual());
    }

    /** How work goes, as set. */
    record WorkSettings(QueueSettings queue, DecisionSettings decisions, WellbeingSettings wellbeing) {}

    Store store() {
        return store;
    }

    InstantSource clock() {
        return clock;
    }

    Book book() {
        return book;
    }

    /** The editions of the book, as the store has them. */
    StoredEditions editions() {
        return editions;
    }

    /** Who has read what is new in one. */
    Readers readers() {
        return readers;
    }

    TouchedDecisions touched() {
        return new TouchedDecisions(store, new StoredHiddenTests());
    }

    /** Past decisions that are reviewed again because of an edition. */
    ReReviews reReviews() {
        return new ReReviews(store, log, touched(), requests());
    }

    /** Second reviews that somebody asks for. */
    Requests requests() {
        return new Requests(log, items, book, new StoredHiddenTests());
    }

    EventLog log() {
        return log;
    }

    Verifier verifier() {
        return verifier;
    }

    /** Copies the desk's own store; a shared one is its server's to copy. */
    Optional<Backup> backup() {
        return Optional.ofNullable(backup);
    }

    /** Signs what the log is, for somebody outside. */
    Checkpoints checkpoints() {
        return new Checkpoints(store, log, clock);
    }

    /** Who works here; nobody, on a desk that its one person has not told of others. */
    People people() {
        return people;
    }

    StoredItems items() {
        return items;
    }

    StoredAccounts accounts() {
        return accounts;
    }

    Queue queue() {
        return queue;
    }

    StoredPlans plans() {
        return new StoredPlans(store, log);
    }

    Rerouting rerouting() {
        return new Rerouting(store, log);
    }

    Rules rules() {
        return rules;
    }

    StoredDecisions decisions() {
        return decisions;
    }

    Wellbeing wellbeing() {
        return wellbeing;
    }

    PersonSearches personSearches() {
        return new PersonSearches(log, clock);
    }

    /** What this person may do with the store as a whole. */
    Custody custody(Person person) {
        return new Custody(verifier, log, store, person);
    }

    /** What everybody decided, as this person may know it. */
    DecisionLog decisionLog(Person person) {
        return new DecisionLog(new StoredFacts(store), archive(), new QualityStates(store), person);
    }

    /** Finds decisions by words. */
    TextSearch search() {
        return search;
    }

    /** The same desk under other settings goes on with the words that are gathered already and with what decodes its files. */
    OpenDesk goingOnFrom(OpenDesk before) {
        search.close();
        search = before.search;
        decoder.close();
        decoder = before.decoder;
        return this;
    }

    /** How long what is settled is kept. */
    Retention retention() {
        return new Retention(store, erasing(), media, clock, beside());
    }

    /** Erasure of what is held of a person concerned. */
    PersonErasure personErasure() {
        return new PersonErasure(store, erasing(), media, clock, beside());
    }

    /** Where names of a person lie beside their items: in kept views, and in what was said of practice. */
    private NamesBeside beside() {
        var views = new NamesInViews(store);
        var practised = new NamesInPractice();
        return (handle, names) -> {
            views.erase(handle, names);
            practised.erase(handle, names);
        };
    }

    /** Copies of real cases that are practised on. */
    Copies copies() {
        return new Copies(store);
    }

    /** What is erased cannot be found by its words any more, nor practised on. */
    private EventLog erasing() {
        return search.forErasing(copies().forErasing(log));
    }

    /** Answers what is held of a person concerned. */
    AccessExport accessExport() {
        return new AccessExport(
                store, log, media, clock, new AccessExport.Known(items, decisions, new NotesOnCopies(store)));
    }

    /** What a team lead may know of everybody's day. */
    TeamBudgets teamBudgets() {
        return new TeamBudgets(store, log, people, wellbeing);
    }

    Review review() {
        return review;
    }

    /** What waits for a second person. */
    Approvals approvals() {
        return approvals;
    }

    /** Blind second reviews. */
    SecondReviews secondReviews() {
        return new SecondReviews(store, log, clock, qualityRooms());
    }

    /** Where second reviews differ from first decisions. */
    Differences differences() {
        return new Differences(store, log, qualityRooms());
    }

    /** Cases as they were when they were decided. */
    PastCases pastCases() {
        return new PastCases(store, clock, qualityRooms());
    }

    /** What second reviews made of single decisions. */
    QualityCards qualityCards() {
        return new QualityCards(store, qualityRooms());
    }

    /** The versions of the plan by which decisions are drawn for a second review. */
    SamplingPlans samplingPlans() {
        return new SamplingPlans(store, log, book);
    }

    /** Draws them. */
    Sampling sampling() {
        return new Sampling(store, log, clock, qualityRooms());
    }

    /** How far quality review has come. */
    Coverages coverages() {
        return new Coverages(store, clock);
    }

    /** Resolved differences, and what their two reviewers say to them. */
    Replies replies() {
        return new Replies(store, log, qualityRooms());
    }

    /** What quality review has to tell. */
    QualityNotices qualityNotices() {
        return new QualityNotices(store, clock);
    }

    /** Practice, which is apart from all of this. */
    Practice practice() {
        return new Practice(
                store,
                clock,
                new PracticeRooms(rules, items, wellbeing, new RunScorer(rules)),
                new Practice.Real(decisions, people, plans()));
    }

    /** Sets brought in with files. */
    SetMedia practiceMedia() {
        return practice().media(media, decoder::tried);
    }

    /** Hidden tests among the cases. */
    Hidden hidden() {
        return new Hidden(store, log, clock, decisions, practice().sets(), new RunScorer(rules));
    }

    /** What leads are told of them. */
    HiddenNotices hiddenNotices() {
        return new HiddenNotices(store, decisions);
    }

    /** Every case, without hidden tests. */
    CaseArchive archive() {
        return new CaseArchive(store, new StoredHiddenTests());
    }

    private QualityRooms qualityRooms() {
        return new QualityRooms(items, decisions, rules, people, wellbeing, new StoredHiddenTests());
    }

    /** Disputed cases that are decided apart. */
    Calibration calibration() {
        return new Calibration(store, log, calibrationRooms());
    }

    /** What is ruled of them. */
    Rulings rulings() {
        return new Rulings(store, log, calibrationRooms());
    }

    /** Calls to emergency services. */
    EmergencyNotices emergencyNotices() {
        return new EmergencyNotices(new Calls(store), clock);
    }

    /** @param own two letters of where the desk is */
    Emergencies emergencies(String own) {
        return new Emergencies(store, log, items, new StoredHiddenTests(), own);
    }

    /** Orders of authorities that are open. */
    OrderNotices orderNotices() {
        return new OrderNotices(new Orders(store, log, clock));
    }

    private CalibrationRooms calibrationRooms() {
        return new CalibrationRooms(
                decisions,
                rules,
                secondReviews()::layOut,
                (first, instead, lead) ->
                        differences().replace(lead, first, instead).decisionId(),
                new StoredHiddenTests());
    }

    /** Rulings as precedents, for whoever decides. */
    Precedents precedents() {
        return new Precedents(store, clock, book, name -> shelf.find(name).map(Edition::book));
    }

    StoredCoverFloor coverFloor() {
        return coverFloor;
    }

    /** Under which cover content opens for the person at this desk. */
    Covering covering() {
        return covering;
    }

    MediaStore media() {
        return media;
    }

    Decoder decoder() {
        return decoder;
    }

    SampleQueue samples() {
        return samples;
    }

    ShippedPractice shippedPractice() {
        return new ShippedPractice(practice().shipment(), store, media, WorkerLaunch.usual());
    }

    Intake intake() {
        return intake;
    }

    @Override
    public void close() {
        decoder.close();
        search.close();
        store.close();
    }
}
