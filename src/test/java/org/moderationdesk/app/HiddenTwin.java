package org.moderationdesk.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.moderationdesk.audit.TwinStore;
import org.moderationdesk.base.CanonicalJson;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.StoreDoor;
import org.moderationdesk.db.StoreRefused;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.ProposalJson;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.intake.ImportProgress;
import org.moderationdesk.intake.ImportResult;
import org.moderationdesk.items.DeskFormat;
import org.moderationdesk.items.FlaggedItem;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.LineRefused;
import org.moderationdesk.log.StoredEventLog;
import org.moderationdesk.practice.Changes;
import org.moderationdesk.practice.Hidden;
import org.moderationdesk.practice.HiddenShare;
import org.moderationdesk.practice.HiddenTest;
import org.moderationdesk.practice.PracticeSet;
import org.moderationdesk.practice.ScoringRules;
import org.moderationdesk.practice.SetFiles;
import org.moderationdesk.practice.SetTerms;
import org.moderationdesk.practice.Told;
import org.moderationdesk.practice.scoring.RunScorer;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.Submitted;
import org.moderationdesk.settings.DecisionSettings;
import org.moderationdesk.settings.QueueSettings;
import org.moderationdesk.settings.WellbeingSettings;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;

/** One of two desks on which the same cases come in and the same is done; some of the cases are hidden tests on one of them. */
final class HiddenTwin implements AutoCloseable {
    static final List<String> NAMES = List.of("hone", "htwo", "copyone", "copytwo");
    private static final int TESTS = 12;
    static final String KNIVES = "\"answers\":{\"5.3.1\":\"YES\"},\"outcome\":\"REMOVE\",";
    static final String WHY = "\"rationale\":\"a knife is tossed and caught\"";

    final TwinStore twins;
    final Person hugo;
    final Person hilde;
    final OpenDesk leads;
    final OpenDesk reviewers;
    final Person tom;
    private final Path folder;

    HiddenTwin(String name, Path folder) throws IOException {
        this(new TwinStore(name, () -> made(folder)), folder, true);
    }

    /** In its own folder, also where tests have a server. */
    static HiddenTwin inItsFolder(String name, Path folder) throws IOException {
        return new HiddenTwin(new TwinStore(name, made(folder)), folder, true);
    }

    /**
     * One whose store was copied to where it lies now; on a server its people are let in anew.
     *
     * @param store open, as its owner finds it
     */
    static HiddenTwin copied(String name, Store store, Path folder) throws IOException {
        return new HiddenTwin(new TwinStore(name, store), folder, false);
    }

    private HiddenTwin(TwinStore twins, Path folder, boolean isNew) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.twins = twins;
        this.hugo = person("hugo", Role.REVIEWER);
        this.tom = person("tom", Role.REVIEWER);
        this.hilde = person("hilde", Role.REVIEWER, Role.TEAM_LEAD);
        Person admin = person("hanna", Role.ADMINISTRATOR);
        var people = twins.people(twins.owner(), new StoredEventLog(twins.owner(), twins.clock()));
        if (isNew) {
            var _ = people.first(
                    Person.alone("computer"), admin.name(), admin.roles(), false, "a long password of a test");
        }
        for (Person one : List.of(hugo, tom, hilde)) {
            if (isNew) {
                String _ = people.add(admin, one.name(), one.roles(), one.childSafety());
            } else if (twins.isOnServer()) {
                String _ = people.reset(admin, one.name());
            }
            twins.letIn(one.name());
        }
        this.leads = open(twins.of(hilde.name()));
        this.reviewers = twins.isOnServer() ? open(twins.of(hugo.name())) : leads;
    }

    private static Store made(Path folder) {
        try {
            return new StoreDoor(new DeskFolder(folder), InstantSource.system())
                    .create()
                    .store();
        } catch (StoreRefused refused) {
            throw new IllegalStateException(refused);
        }
    }

    private Person person(String name, Role... roles) {
        return new Person(twins.named(name), Set.of(roles), true);
    }

    private OpenDesk open(Store store) {
        return new OpenDesk(
                new DeskFolder(folder),
                store,
                new BookReader().read(OpenDesk.EDITION),
                new OpenDesk.WorkSettings(
                        QueueSettings.defaults(), DecisionSettings.defaults(), WellbeingSettings.defaults()),
                twins.now());
    }

    /** The set that tests are taken from, on both desks. */
    PracticeSet set() {
        List<String> items = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (int i = 1; i <= TESTS; i++) {
            items.add("""
                {"id":"P-%d","kind":"TEXT","text":"A pan and a knife %d","language":"en",\
                "author":{"id":"u-%d","handle":"@p%d"},\
                "reports":[{"id":"r-%d","source":"USER","reporter":"w-%d","sections":["5.3"],"at":"2025-11-02T11:00:00Z"}]}
                """.formatted(i, i, i, i, i, i).strip());
            keys.add("""
                {"item":"P-%d","accepted":[{"item":"P-%d",%s%s}]}
                """.formatted(i, i, KNIVES, WHY).strip());
        }
        var sets = leads.practice().sets();
        var terms = new SetTerms(
                Told.both("Knives", "Messen"), Told.nothing(), OpenDesk.EDITION, false, 1, ScoringRules.usual());
        Changes all = SetFiles.read(items, keys, hilde.name(), twins.now().instant());
        return sets.publish(hilde, sets.make(hilde, terms, all).id());
    }

    /** Cases that are alike. */
    List<FlaggedItem> lines() throws IOException {
        var format = new DeskFormat(twins.now().instant());
        List<FlaggedItem> all = new ArrayList<>();
        for (int i = 0; i < 5 * TESTS; i++) {
            try {
                all.add(format.read("""
                    {"id":"V-%d","kind":"TEXT","text":"The knife of cook %d","language":"en",\
                    "author":{"id":"u-%d","handle":"@cook%d"},\
                    "reports":[{"id":"r-%d","source":"USER","reporter":"w-%d","sections":["5.3"],"at":"2025-11-02T11:00:00Z"}]}
                    """.formatted(20_000 + i, i, 70_000 + i, i, 30_000 + i, 40_000 + i)
                        .strip()));
            } catch (LineRefused refused) {
                throw new IOException(refused);
            }
        }
        return all;
    }

    /** With tests among them from this set; answers with those. */
    List<HiddenTest> takeWithTests(List<FlaggedItem> lines, PracticeSet set) throws IOException {
        HiddenShare _ = leads.hidden().set(hilde, "general", 5, List.of(set.id()));
        take(lines);
        return leads.hidden().placed(hilde);
    }

    void take(List<FlaggedItem> lines) throws IOException {
        Path file = Files.writeString(
                folder.resolve("lines.jsonl"),
                lines.stream()
                        .map(line -> CanonicalJson.write(DeskFormat.toMap(line)))
                        .collect(Collectors.joining("\n")));
        ImportResult taken = leads.intake().importFile(file, hilde, ImportProgress.NONE);
        if (taken.rejected() > 0) {
            throw new IOException(taken.toString());
        }
    }

    /** All that lies here, in the order of the cases. */
    List<FlaggedItem> all() {
        List<String> items = twins.owner()
                .read(handle -> handle.createQuery("select item_id from open_case order by id")
                        .mapTo(String.class)
                        .list());
        return items.stream()
                .map(id -> leads.items().file(id).orElseThrow())
                .map(file -> new FlaggedItem(
                        file.item(),
                        file.reports().stream().map(one -> one.report()).toList(),
                        false))
                .toList();
    }

    /**
     * The same on either desk: each thing that a reviewer does, on tests and on others.
     *
     * @param tests the items of tests, or on the other desk of those that are none there
     * @param items all, in the order of their cases
     */
    void work(List<String> tests, List<String> items) {
        int atTests = 0;
        int atOthers = 0;
        List<String> bans = new ArrayList<>();
        for (String item : items) {
            int which = tests.contains(item) ? atTests++ : atOthers++;
            twins.clock().advance(Duration.ofSeconds(1));
            work(which, item, bans);
        }
        // Each way, on a test and on another.
        var _ = leads.review().approve(bans.get(0), hilde);
        var _ = leads.review().refuse(bans.get(1), hilde, "not enough for a ban");
        var _ = leads.review().approve(bans.get(2), hilde);
    }

    /** All of that on both, and the last test leaves its queue; then what tests have done to anything real is dropped. */
    static int worked(HiddenTwin some, HiddenTwin none, List<String> tests, List<String> items) {
        some.work(tests, items);
        none.work(tests, items);
        String last = items.stream().filter(tests::contains).toList().getLast();
        some.retire(last, true);
        none.retire(last, false);
        return some.drop();
    }

    private void work(int which, String item, List<String> bans) {
        switch (which) {
            case 0 -> submitted(item, KNIVES + "\"account\":{\"measure\":\"STRIKE\"}," + WHY);
            case 1, 10 -> bans.add(submitted(item, KNIVES + "\"account\":{\"measure\":\"BAN\"}," + WHY));
            case 2 -> submitted(item, KNIVES + """
                "referrals":[{"to":"EMERGENCY_SERVICES","why":"somebody is in danger there","threatToLife":true}],
                """ + WHY);
            case 3 ->
                submitted(
                        item,
                        "\"answers\":{\"5.3.1\":\"NO\",\"5.3.2\":\"NO\",\"5.3.3\":\"NO\"},\"outcome\":\"NO_VIOLATION\"");
            case 4 -> submitted(item, """
                "answers":{"5.3.1":"UNSURE"},"notes":{"5.3.1":"looks so"},"outcome":"ESCALATE","escalateTo":"general",
                """ + WHY);
            case 5 -> reviewers.review().handOver(opened(item), tom.name(), "please look");
            case 6 -> reviewers.review().skip(opened(item), "too much for today");
            case 7 -> {
                Opened again = reviewers
                        .review()
                        .undo(submitted(item, KNIVES + WHY), hugo)
                        .opened();
                if (again != null) {
                    reviewers.review().release(again);
                }
            }
            case 8 -> {
                Opened opened = opened(item);
                reviewers.review().saveDraft(opened, proposal(item, KNIVES + WHY));
                reviewers.review().release(opened);
            }
            default -> {
                // Waits, as others do.
            }
        }
    }

    private Opened opened(String item) {
        return reviewers
                .review()
                .open(item, hugo)
                .filter(one -> one.claim() != null)
                .orElseThrow();
    }

    String submitted(String item, String answer) {
        Opened opened = opened(item);
        if (reviewers.review().submit(opened, proposal(item, answer), 61_000) instanceof Submitted.Accepted accepted) {
            return accepted.decision().decisionId();
        }
        throw new IllegalStateException("refused: " + answer);
    }

    private static Proposal proposal(String item, String answer) {
        return ProposalJson.read("{\"item\":\"" + item + "\"," + answer.strip() + "}")
                .proposal();
    }

    /** Lets a test leave its queue; on the other desk the lead decides the same. */
    void retire(String item, boolean isTest) {
        if (isTest) {
            var _ = leads.hidden().retiring(leads.review()).one(hilde, item);
        } else {
            Opened opened = leads.review().open(item, hilde).orElseThrow();
            if (!(leads.review().submit(opened, proposal(item, KNIVES + WHY), 0) instanceof Submitted.Accepted)) {
                throw new IllegalStateException("refused");
            }
        }
    }

    /** Once nothing can be undone any more. */
    int drop() {
        var later = InstantSource.fixed(twins.now().instant().plus(Duration.ofSeconds(40)));
        return new Hidden(
                        leads.store(),
                        leads.log(),
                        later,
                        leads.decisions(),
                        leads.practice().sets(),
                        new RunScorer(leads.rules()))
                .drop(hilde);
    }

    /** On a shared store: how many items of practice the reviewer's own login is shown. */
    long readableInPractice() {
        return twins.isOnServer()
                ? reviewers.store().read(handle -> handle.createQuery("select count(*) from practice.set_item")
                        .mapTo(Long.class)
                        .one())
                : 0;
    }

    /** What the desk itself never does. */
    void plant(String sql) {
        int _ = twins.owner().write(handle -> handle.execute(sql));
    }

    static List<String> ids(List<FlaggedItem> items) {
        return items.stream().map(FlaggedItem::item).map(Item::id).toList();
    }

    @Override
    public void close() {
        if (twins.isOnServer()) {
            reviewers.close();
        }
        leads.close();
        twins.owner().close();
    }
}
