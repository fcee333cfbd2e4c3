package org.moderationdesk.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.moderationdesk.audit.ExportForm;
import org.moderationdesk.audit.Exported;
import org.moderationdesk.audit.Exporter;
import org.moderationdesk.audit.Masked;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.Progress;
import org.moderationdesk.decisions.AccountClosings;
import org.moderationdesk.decisions.DecisionLine;
import org.moderationdesk.decisions.StoredReferrals;
import org.moderationdesk.items.FlaggedItem;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.StoredAccounts;
import org.moderationdesk.quality.BlindPairs;
import org.moderationdesk.quality.Calibrating;
import org.moderationdesk.quality.QualityStates;
import org.moderationdesk.queue.CaseFilter;
import org.moderationdesk.queue.Ordering;
import org.moderationdesk.queue.StoredAges;
import org.moderationdesk.search.TextAnswer;
import org.moderationdesk.settings.Settings;
import org.moderationdesk.staff.Person;

/** All that one person is told at a desk of its items, room by room, and by each table that their own login may read. */
final class HiddenWalk {
    private static final int MANY = 200;

    private final Map<String, List<String>> read = new LinkedHashMap<>();
    private final HiddenTwin twin;
    private final OpenDesk desk;
    private final Person viewer;
    private final Path folder;

    private HiddenWalk(HiddenTwin twin, OpenDesk desk, Person viewer, Path folder) {
        this.twin = twin;
        this.desk = desk;
        this.viewer = viewer;
        this.folder = folder;
    }

    /** What a reviewer reads, in every room and every table. */
    static Map<String, List<String>> ofReviewer(HiddenTwin twin, List<FlaggedItem> items, Path folder) {
        var walk = new HiddenWalk(twin, twin.reviewers, twin.hugo, folder);
        walk.rooms(items);
        walk.tables();
        return walk.read;
    }

    /** What a lead reads in the same rooms. */
    static Map<String, List<String>> ofLead(HiddenTwin twin, List<FlaggedItem> items, Path folder) {
        var walk = new HiddenWalk(twin, twin.leads, twin.hilde, folder);
        walk.rooms(items);
        return walk.read;
    }

    private void rooms(List<FlaggedItem> items) {
        queue();
        items.forEach(item -> item(item.item()));
        log();
        words();
        exports();
        quality();
        figures();
    }

    private void queue() {
        var queue = desk.queue();
        for (Ordering ordering : Ordering.values()) {
            note("queue", () -> queue.page(viewer, CaseFilter.all(), ordering, null, MANY)
                    .rows());
        }
        note("queue", () -> queue.page(viewer, CaseFilter.all().searching("knife"), Ordering.URGENCY, null, MANY)
                .rows());
        note("queue", () -> queue.heldBy(viewer));
        note("queue", () -> some(queue.peekNext(viewer, CaseFilter.all())));
        note("counters", () -> List.of(queue.counts(viewer, null), queue.queues(viewer)));
        note("counters", () -> List.of(desk.decisions().howMuchAwaits(viewer)));
        note("counters", () -> List.of(desk.decisions().decidedSince(viewer.name(), Instant.EPOCH)));
        note("day", () -> List.of(desk.wellbeing().standing(viewer)));
    }

    private void item(Item item) {
        String id = item.id();
        var queue = desk.queue();
        note("case", () -> some(queue.find(viewer, id)));
        note("case", () -> some(queue.latest(viewer, id)));
        note("case", () -> some(queue.noteFor(viewer, id)));
        note("opened", () -> some(desk.review().look(id, viewer)));
        note("item", () -> some(desk.items().file(id)));
        note("show", () -> desk.decisions().wholeOfItem(id));
        note("my decisions", () -> desk.decisions().ofItem(viewer, id));
        note("past case", () -> desk.decisions().ofItem(viewer, id).stream()
                .map(DecisionLine::id)
                .map(one -> desk.pastCases().of(one, viewer))
                .toList());
        String account = item.author() == null ? "" : item.author().id();
        note("account", () -> queue.ofAccount(viewer, account, MANY));
        note("account", () -> new StoredAccounts(desk.store()).beginningWith(account, MANY));
        note(
                "strikes",
                () -> List.of(desk.decisions()
                        .activeStrikes(viewer, account, null, twin.twins.now().instant())));
        Instant now = twin.twins.now().instant();
        note("closings", () -> desk.store().read(handle -> AccountClosings.ofItem(handle, viewer, id, now)));
        note("erasure", () -> List.of(desk.personErasure().plan(viewer, account)));
        note("access", () -> access(account));
    }

    private List<String> access(String account) {
        Path file = folder.resolve("access.json");
        try {
            Files.deleteIfExists(file);
            desk.accessExport().write(viewer, account, file, "R-1", new Texts(Language.EN));
            return Files.readAllLines(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void log() {
        note("log", () -> desk.decisionLog(viewer).before(Long.MAX_VALUE, MANY));
        note("awaiting", () -> desk.decisions().awaiting(viewer));
        note("approvals", () -> desk.approvals().waiting(viewer));
        note("notices", () -> desk.approvals()
                .notices(viewer, desk.qualityNotices().of(viewer)));
        note("test notices", () -> desk.hiddenNotices().of(viewer));
        note("referrals", () -> new StoredReferrals(desk.store()).newest(viewer, MANY));
    }

    private void words() {
        desk.search().start();
        for (String words : List.of("knife", "cook", "pan", "caught")) {
            note(
                    "search",
                    () -> List.of(
                            Awaitility.await()
                                                    .until(
                                                            () -> desk.search().find(viewer, words, 1_000),
                                                            answer -> !(answer instanceof TextAnswer.Preparing))
                                            instanceof TextAnswer.Found found
                                    ? words + " " + found.total()
                                    : words + " not found"));
        }
    }

    private void exports() {
        for (Exported what : Exported.values()) {
            note("export " + what, () -> exported(what));
        }
    }

    private List<String> exported(Exported what) {
        Path file = folder.resolve("walk.jsonl");
        var order = new Exporter.Order(what, ExportForm.JSONL, Instant.EPOCH, Instant.parse("9999-12-31T00:00:00Z"));
        try {
            long unused = new CommandDesk(desk, new Texts(Language.EN), twin.twins.now(), new Settings(folder))
                    .exporter()
                    .export(order, file, viewer);
            return Files.readAllLines(file).stream().sorted().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void quality() {
        var states = new QualityStates(desk.store());
        note("quality", () -> states.since(viewer, 0, MANY));
        note("quality", () -> desk.secondReviews().waiting(viewer));
        note("quality", () -> desk.differences().open(viewer));
        note("quality", () -> new Calibrating(desk.store()).waiting(viewer));
        note("quality", () -> desk.replies().of(viewer, Instant.EPOCH));
        note("quality", () -> new BlindPairs(desk.store())
                .between(viewer, Instant.EPOCH, Instant.parse("9999-12-31T00:00:00Z")));
        note("precedents", () -> desk.precedents().find(viewer, ""));
        note("sessions", () -> desk.calibration().sessions(viewer));
    }

    private void figures() {
        note(
                "figures",
                () -> List.of(
                        desk.decisionLog(viewer).loadForFigures(Progress.NONE).size()));
        var ages = new StoredAges(desk.store(), twin.twins.now());
        note("figures", () -> List.of(ages.queues(viewer)));
        note(
                "coverage",
                () -> List.of(desk.coverages()
                        .of(viewer, Instant.EPOCH, twin.twins.now().instant())));
        note("hidden", () -> desk.hidden().standing(viewer));
        note("hidden", () -> desk.practice().sets().all(viewer));
    }

    /** Row by row; on a store of one's own, which has no logins, outside practice. */
    private void tables() {
        List<String> tables = desk.store()
                .read(handle -> handle.createQuery("""
                    select table_schema || '.' || table_name from information_schema.tables
                     where lower(table_schema) in ('public', 'practice')
                     order by table_schema, table_name
                    """).mapTo(String.class).list());
        tables.stream()
                .filter(table -> !lower(table).contains("history"))
                .filter(table -> twin.twins.isOnServer() || !lower(table).startsWith("practice"))
                .forEach(table -> note("table " + lower(table), () -> rows(table)));
    }

    private static String lower(String table) {
        return table.toLowerCase(Locale.ROOT);
    }

    private List<String> rows(String table) {
        String where = lower(table).endsWith(".report_source")
                // Of a kind as a whole what tests said is taken back, of several at once.
                ? " where reporter <> ''"
                : "";
        String quoted = "\"" + table.replace(".", "\".\"") + "\"";
        return desk
                .store()
                .read(handle -> handle.createQuery("select * from " + quoted + where)
                        .mapToMap()
                        .list())
                .stream()
                .map(row -> Masked.of(new TreeMap<>(row).toString(), HiddenTwin.NAMES))
                // Follows from when a case came in, which on a server is the time that it is.
                .map(row -> row.replaceAll("rank=-?\\d+", "rank=N"))
                // Each desk salts a password anew.
                .map(row -> row.replaceAll("hash=.argon2id\\S+", "hash=salted"))
                .sorted()
                .toList();
    }

    private static List<Object> some(Optional<?> one) {
        return one.<List<Object>>map(List::of).orElse(List.of());
    }

    private void note(String room, Supplier<? extends Collection<?>> reading) {
        List<String> lines = read.computeIfAbsent(room, _ -> new ArrayList<>());
        try {
            reading.get().forEach(one -> lines.add(Masked.inAnyOrder(String.valueOf(one), HiddenTwin.NAMES)));
        } catch (RuntimeException failed) {
            lines.add("failed: " + Masked.of(String.valueOf(failed), HiddenTwin.NAMES));
        }
    }
}
