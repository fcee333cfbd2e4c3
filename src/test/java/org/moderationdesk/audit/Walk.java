package org.moderationdesk.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.approvals.Approvals;
import org.moderationdesk.base.PageKey;
import org.moderationdesk.calibration.Calibration;
import org.moderationdesk.calibration.CalibrationNotices;
import org.moderationdesk.calibration.CalibrationRooms;
import org.moderationdesk.calibration.Precedents;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.DecisionFact;
import org.moderationdesk.decisions.Rules;
import org.moderationdesk.decisions.StoredFacts;
import org.moderationdesk.decisions.StoredReferrals;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.insights.DeskSources;
import org.moderationdesk.insights.DisputedCases;
import org.moderationdesk.insights.InsightsReader;
import org.moderationdesk.insights.QualityReviews;
import org.moderationdesk.insights.Scope;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.log.StoredEvents;
import org.moderationdesk.media.MediaStore;
import org.moderationdesk.practice.StoredHiddenTests;
import org.moderationdesk.quality.BlindPairs;
import org.moderationdesk.quality.Calibrating;
import org.moderationdesk.quality.Coverages;
import org.moderationdesk.quality.Differences;
import org.moderationdesk.quality.QualityNotices;
import org.moderationdesk.quality.QualityRooms;
import org.moderationdesk.quality.QualityStates;
import org.moderationdesk.quality.Replies;
import org.moderationdesk.quality.Sampling;
import org.moderationdesk.quality.SamplingPlan;
import org.moderationdesk.quality.SecondReviews;
import org.moderationdesk.queue.CaseArchive;
import org.moderationdesk.queue.CaseFilter;
import org.moderationdesk.queue.CasePage;
import org.moderationdesk.queue.CaseRow;
import org.moderationdesk.queue.Ordering;
import org.moderationdesk.queue.PersonSearches;
import org.moderationdesk.queue.Queue;
import org.moderationdesk.queue.Rerouting;
import org.moderationdesk.queue.StoredAges;
import org.moderationdesk.queue.StoredQueue;
import org.moderationdesk.queue.Viewers;
import org.moderationdesk.referrals.ReferralKind;
import org.moderationdesk.referrals.Workspace;
import org.moderationdesk.retention.Retention;
import org.moderationdesk.review.ReviewDesk;
import org.moderationdesk.routing.Plan;
import org.moderationdesk.search.IndexedTextSearch;
import org.moderationdesk.search.ServerTextSearch;
import org.moderationdesk.search.TextAnswer;
import org.moderationdesk.search.TextSearch;
import org.moderationdesk.settings.QueueSettings;
import org.moderationdesk.settings.ReferralSettings;
import org.moderationdesk.staff.People;
import org.moderationdesk.staff.Person;
import org.moderationdesk.transparency.FigureReader;
import org.moderationdesk.wellbeing.TeamBudgets;

/** Everything that one person can read at a desk, room by room, as text in which nothing is told of chance and time. */
final class Walk {
    private static final int FEW = 3;
    /** Tells of a session as a whole: names no case, and was told before any came to be of child safety. */
    private static final Pattern OF_A_SESSION = Pattern.compile("CALIBRATION_.*\\\\?\"item\\\\?\"+:null");

    private static final Pattern NUMBER = Pattern.compile("\\b\\d+\\b");
    private static final Book BOOK = new BookReader().read("2020-12");

    private static final SamplingPlan ALL_OF_IT = new SamplingPlan(
            0, 100, true, List.of(), new SamplingPlan.NewReviewers(0, 0, 0), new SamplingPlan.Risk(0, 0, 0), 5);

    private final Map<String, List<String>> read = new LinkedHashMap<>();
    private final Person viewer;
    private final Path folder;
    private final InstantSource now;
    private final Store store;
    private final ReviewDesk desk;
    private final Queue queue;
    private final People people;
    private final QualityRooms quality;

    private Walk(Person viewer, TwinStore twin, Store store, Path folder) {
        this.viewer = viewer;
        this.folder = folder;
        this.now = twin.now();
        this.store = store;
        this.desk = new ReviewDesk(store, now);
        this.queue = desk.queue();
        this.people = twin.people(store, desk.log());
        this.quality = new QualityRooms(items(), desk.decisions(), new Rules(BOOK), people, desk.wellbeing());
    }

    /** What is read in each room, a line or more a thing. */
    static Map<String, List<String>> of(TwinDesk twin, Person viewer, TwinStore twins, Store store, Path folder) {
        var walk = new Walk(viewer, twins, store, folder);
        walk.presence(twins);
        walk.queue();
        walk.cases();
        walk.words();
        walk.decisions(twin.decisions());
        walk.approvals(twin.decisions());
        walk.log();
        walk.exports();
        walk.quality(twin.decisions());
        walk.calibration();
        walk.figures();
        walk.transparency();
        walk.routing();
        walk.retention();
        return walk.read;
    }

    private StoredItems items() {
        return new StoredItems(store, StoredQueue::openCases);
    }

    private void queue() {
        for (Ordering ordering : Ordering.values()) {
            note("queue", () -> paged(CaseFilter.all(), ordering));
        }
        note("queue", () -> paged(CaseFilter.all().searching("knife"), Ordering.URGENCY));
        note("queue", () -> paged(CaseFilter.all().searching(TwinDesk.HANDLE), Ordering.URGENCY));
        note("queue", () -> queue.ofAccount(viewer, TwinDesk.ACCOUNT, FEW));
        note("queue", () -> queue.heldBy(viewer));
        note(
                "queue",
                () -> queue.peekNext(viewer, CaseFilter.all()).map(List::of).orElse(List.of()));
        note("counters", () -> List.of(queue.counts(viewer, null), queue.queues(viewer)));
        note("counters", () -> queue.queues(viewer).stream()
                .map(name -> queue.counts(viewer, name))
                .toList());
    }

    /** There and back. */
    private List<Object> paged(CaseFilter filter, Ordering ordering) {
        List<Object> all = new ArrayList<>();
        @Nullable PageKey after = null;
        CasePage page;
        do {
            page = queue.page(viewer, filter, ordering, after, FEW);
            page.rows().forEach(row -> all.add(row.itemId() + " " + row));
            after = page.after();
        } while (after != null);
        if (page.before() != null) {
            queue.pageBefore(viewer, filter, ordering, page.before(), FEW).rows().stream()
                    .map(CaseRow::itemId)
                    .forEach(all::add);
        }
        return all;
    }

    private void cases() {
        for (String item : TwinDesk.items()) {
            note("case", () -> some(queue.find(viewer, item)));
            note("case", () -> some(queue.latest(viewer, item)));
            note(
                    "case",
                    () -> some(queue.noteFor(viewer, item)
                            .filter(_ -> queue.find(viewer, item).isPresent())));
            note("opened", () -> some(desk.review().look(item, viewer)));
        }
        note("opened", () -> some(desk.review().peekNext(viewer, CaseFilter.all())));
    }

    private void words() {
        var searches = new PersonSearches(desk.log(), now);
        try (TextSearch search = !TwinStore.isShared()
                ? new IndexedTextSearch(store, Optional.empty(), searches)
                : new ServerTextSearch(store, searches)) {
            search.start();
            for (String words : List.of("knife", "tossed", TwinDesk.HANDLE)) {
                note("words", () -> found(search, words));
            }
        }
    }

    private List<Object> found(TextSearch search, String words) {
        return switch (Awaitility.await()
                .until(() -> search.find(viewer, words, 1_000), answer -> !(answer instanceof TextAnswer.Preparing))) {
            case TextAnswer.Found found ->
                List.of(
                        found.total(),
                        IntStream.range(0, found.newest().size())
                                .mapToObj(found.newest()::id)
                                .map(id -> new StoredFacts(store)
                                        .of(id).stream()
                                                .map(DecisionFact::itemId)
                                                .toList())
                                .map(Object::toString)
                                .sorted()
                                .toList());
            case TextAnswer other -> List.of(other);
        };
    }

    private void decisions(List<String> ids) {
        for (String item : TwinDesk.items()) {
            note("decisions", () -> desk.decisions().ofItem(viewer, item));
        }
        note("decisions", () -> desk.decisions().awaiting(viewer));
        note("decisions", () -> List.of(desk.decisions().howMuchAwaits(viewer)));
        ids.forEach(id -> note("decisions", () -> some(desk.decisions().find(viewer, id))));
        ids.forEach(id -> note("statements", () -> some(desk.statements("").of(viewer, id))));
        note("referrals", () -> new StoredReferrals(store).newest(viewer, FEW));
        note("referrals", () -> new StoredReferrals(store).newest(viewer, 1_000));
        var workspace = new Workspace(
                store,
                desk.log(),
                Stream.of(ReferralTarget.values()).map(ReferralKind::notBegun).toList(),
                desk.decisions().approvals(),
                ReferralSettings::defaults,
                now);
        note("workspace", () -> workspace.list(viewer, "", 1_000).open());
        note("workspace", () -> List.of(workspace.toDo(viewer)));
        for (String item : TwinDesk.items()) {
            note("workspace", () -> workspace.list(viewer, item, 1_000).open().stream()
                    .map(one -> some(workspace.read(viewer, one.line().id())))
                    .toList());
        }
    }

    private void approvals(List<String> ids) {
        var approvals = new Approvals(
                store,
                desk.review(),
                desk.decisions().approvals(),
                queue,
                people,
                new Approvals.Times(QueueSettings.defaults(), now));
        note("approvals", () -> approvals.waiting(viewer));
        ids.forEach(
                id -> note("approvals", () -> some(desk.decisions().approvals().find(viewer, id))));
        note("notices", () -> approvals.notices(viewer, new CalibrationNotices(calibrated(), now).of(viewer)));
        note("notices", () -> new QualityNotices(store, now).of(viewer));
    }

    private void log() {
        var log = new DecisionLog(new StoredFacts(store), new CaseArchive(store), new QualityStates(store), viewer);
        DecisionFacts facts = log.load(Progress.NONE);
        var search = new LogSearch(facts, now.instant(), ZoneOffset.UTC);
        for (LogColumn column : LogColumn.values()) {
            note("log", () -> rows(log, facts, search.find(LogFilter.none(), _ -> true, new LogOrder(column, true))));
        }
        for (Facet facet : Facet.values()) {
            note("log", () -> facet.values(facts));
        }
        note("log", () -> log.before(Long.MAX_VALUE, FEW));
        note("log", () -> log.before(Long.MAX_VALUE, 1_000));
    }

    private static List<DecisionFact> rows(DecisionLog log, DecisionFacts facts, int[] rows) {
        return log.named(Arrays.stream(rows).mapToObj(facts::seq).toList());
    }

    private void exports() {
        var rows = new ExportRows(new CaseArchive(store), items(), desk.decisions(), new StoredEvents(store));
        var exporter = new Exporter(rows, desk.log(), now);
        for (Exported what : Exported.values()) {
            for (ExportForm form : ExportForm.values()) {
                note("export " + what, () -> exported(exporter, AuditDesk.order(what, form)));
            }
        }
    }

    private List<String> exported(Exporter exporter, Exporter.Order order) {
        try {
            Path file = folder.resolve("walk.out");
            long unused = exporter.export(order, file, viewer);
            return Files.readAllLines(file).stream()
                    .filter(line -> !OF_A_SESSION.matcher(line).find())
                    .map(Walk::inAnyOrder)
                    .map(line -> order.what() == Exported.EVENTS
                            ? NUMBER.matcher(line).replaceAll("N")
                            : line)
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void quality(List<String> ids) {
        note("quality", () -> new QualityStates(store).since(viewer, 0, 1_000));
        note("quality", () -> new TreeMap<>(new QualityStates(store).of(viewer, ids)).values());
        note("quality", () -> seconds().waiting(viewer));
        ids.forEach(id -> note("quality", () -> some(seconds().layOut(id, viewer))));
        note("quality", () -> new Differences(store, desk.log(), quality).open(viewer));
        note("quality", () -> new Calibrating(store).waiting(viewer));
        note("quality", () -> new Replies(store, desk.log(), quality).of(viewer, Instant.EPOCH));
        note("quality", () -> new Replies(store, desk.log(), quality).all(viewer, Instant.EPOCH));
        Instant since = now.instant().minus(Duration.ofDays(40));
        note("coverage", () -> List.of(new Coverages(store, now).of(viewer, since, now.instant())));
        note(
                "coverage",
                () -> List.of(new Sampling(store, desk.log(), now, quality)
                        .dryRun(viewer, ALL_OF_IT, since, now.instant(), Progress.NONE)));
        note("agreement", () -> new BlindPairs(store)
                .between(viewer, Instant.EPOCH, now.instant().plusSeconds(60)));
    }

    /** What belongs to one decision is told in the order of its ids. */
    private static String inAnyOrder(String line) {
        return Arrays.stream(masked(line).split("[,{}\\[\\]]+"))
                .sorted()
                .toList()
                .toString();
    }

    private SecondReviews seconds() {
        return new SecondReviews(store, desk.log(), now, quality);
    }

    private Calibration calibrated() {
        var rooms = new CalibrationRooms(desk.decisions(), new Rules(BOOK), seconds()::layOut, null);
        return new Calibration(store, desk.log(), rooms);
    }

    private void calibration() {
        note("calibration", () -> calibrated().sessions(viewer));
        var precedents = new Precedents(store, now, BOOK, _ -> Optional.empty());
        note("calibration", () -> precedents.find(viewer, ""));
        for (String clause : List.of("5.3.1", "8.4.1")) {
            note("calibration", () -> precedents.book(viewer).of(new ClauseCode(clause)));
        }
    }

    private void figures() {
        var log = new DecisionLog(new StoredFacts(store), new CaseArchive(store), new QualityStates(store), viewer);
        var budgets = new TeamBudgets(store, desk.log(), people, desk.wellbeing());
        var reviews = new QualityReviews(new QualityStates(store), new BlindPairs(store));
        var sources = new DeskSources(log, new StoredAges(store, now), new StoredReferrals(store), budgets, reviews);
        var reader = new InsightsReader(sources, viewer, BOOK, now, ZoneOffset.UTC);
        note("figures", () -> List.of(reader.read(Scope.WHOLE, Progress.NONE)));
        var disputed = new DisputedCases(sources, viewer, now, ZoneOffset.UTC);
        note("disputed", () -> disputed.ofTheLeastClear(50, 50));
        note("disputed", () -> disputed.of(new ClauseCode("8.4.1")));
        note(
                "figures",
                () -> List.of(new StoredAges(store, now).read(viewer, ""), new StoredAges(store, now).queues(viewer)));
    }

    private void transparency() {
        var reader = new FigureReader(store, new StoredHiddenTests());
        LocalDate today = LocalDate.ofInstant(now.instant(), ZoneOffset.UTC);
        note("transparency", () -> List.of(reader.of(viewer, today.minusDays(400), today)));
    }

    private void routing() {
        note("routing", () -> List.of(new Rerouting(store, desk.log()).dryRun(viewer, Plan.none(), Progress.NONE)));
    }

    /** Of every case that there is, known to this person or not. */
    private void presence(TwinStore twins) {
        var viewers = new Viewers(store, now);
        List<Long> all = twins.owner().read(handle -> handle.createQuery("select id from open_case order by id")
                .mapTo(Long.class)
                .list());
        note("presence", () -> all.stream()
                .flatMap(id -> viewers.look(viewer, id).stream())
                .toList());
        viewers.leave(viewer);
    }

    private void retention() {
        var retention = new Retention(store, desk.log(), new MediaStore(folder.resolve("media"), store), now);
        note("retention", () -> List.of(retention.plan(viewer, Progress.NONE)));
        note("retention", () -> retention.holds(viewer));
    }

    private static List<Object> some(Optional<?> one) {
        return one.<List<Object>>map(List::of).orElse(List.of());
    }

    private void note(String room, Supplier<? extends Collection<?>> reading) {
        List<String> lines = read.computeIfAbsent(room, _ -> new ArrayList<>());
        try {
            reading.get().forEach(one -> lines.add(masked(String.valueOf(one))));
        } catch (RuntimeException failed) {
            lines.add("failed: " + masked(String.valueOf(failed)));
        }
    }

    private static String masked(String text) {
        return Masked.of(text, TwinStore.NAMES).replaceAll("(^|,)\\d+,\"(?=[vhb]-)", "$1N,\"");
    }
}
