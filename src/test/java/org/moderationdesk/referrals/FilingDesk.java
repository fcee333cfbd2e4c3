package org.moderationdesk.referrals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.moderationdesk.base.Sha256;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.ProposalJson;
import org.moderationdesk.decisions.StoredReferrals;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.intake.IntakeDesk;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.media.MediaStore;
import org.moderationdesk.queue.StoredQueue;
import org.moderationdesk.referrals.ncmec.Fields;
import org.moderationdesk.referrals.ncmec.Outline;
import org.moderationdesk.referrals.ncmec.Samples;
import org.moderationdesk.referrals.ncmec.Validator;
import org.moderationdesk.referrals.ncmec.ViewedHere.Extent;
import org.moderationdesk.review.ItemLooks;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.ReviewDesk;
import org.moderationdesk.review.Submitted;
import org.moderationdesk.settings.ReferralSettings;
import org.moderationdesk.settings.ReporterSettings;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;

/** A desk with an item of two files that was referred to NCMEC. */
public final class FilingDesk {
    public static final Person ANNA = Person.alone("anna");
    public static final Person LEAD = new Person("lea", Set.of(Role.TEAM_LEAD), true);
    public static final Person UNCLEARED = new Person("Una", Set.of(Role.TEAM_LEAD), false);
    public static final ReporterSettings REPORTER = new ReporterSettings(
            "Noor",
            "Desk",
            "safety-desk@example.org",
            "Sample App",
            "Standing text",
            "Terms",
            "https://legal.example/");
    /** As long as the files are that {@link FilingTest} sends. */
    static final List<Integer> SIZES = List.of(5_000, 70_000);

    private final Store store;
    private final Path folder;
    private final InstantSource clock;
    private final ReviewDesk review;
    private final MediaStore media;
    private ReporterSettings reporter = REPORTER;
    private Checking checking = new Validator(Outline.read(), Samples.CLOCK, Set.of())::check;

    /** @param folder where files lie: what is flagged below {@code in}, what is held below {@code desk-media} */
    public FilingDesk(Store store, Path folder, InstantSource clock) {
        this.store = store;
        this.folder = folder;
        this.clock = clock;
        this.review = new ReviewDesk(store, clock);
        this.media = new MediaStore(folder.resolve("desk-media"), store);
    }

    /** Holds reports to this from now on. */
    FilingDesk checking(Checking other) {
        checking = other;
        return this;
    }

    public ReviewDesk review() {
        return review;
    }

    public Filings filings() {
        return new Filings(store, review.log(), new StoredReferrals(store), media, checking, clock);
    }

    public Workspace workspace() {
        return new Workspace(
                store,
                review.log(),
                List.of(
                        new NcmecKind(),
                        ReferralKind.notBegun(ReferralTarget.JUDICIAL_AUTHORITY),
                        ReferralKind.notBegun(ReferralTarget.EMERGENCY_SERVICES)),
                review.decisions().approvals(),
                ReferralSettings::defaults,
                clock);
    }

    public Environments environments() {
        return new Environments(store, review.log());
    }

    /** Has reports go there, two people agreeing where it takes two. */
    public void sendTo(Environment environment) {
        Environments environments = environments();
        environments.choose(LEAD, environment);
        Environments.Asked asked = environments.now(ANNA).asked();
        if (asked != null) {
            environments.confirm(ANNA, asked.id());
        }
    }

    /** Sends nowhere: tests of screens that need no server. */
    public Sending sending() {
        return sending((_, _) -> _ -> {
            throw new NoAnswer(false);
        });
    }

    /** Sends to a server of a test alone. */
    public Sending sending(TestServer server) {
        return sending(server.reach());
    }

    Sending sending(Reach reach) {
        return new Sending(filings(), drafts(), environments(), clock, reach);
    }

    public ReportDrafts drafts() {
        return drafts(_ -> new Extent.Unknown());
    }

    ReportDrafts drafts(Extents extents) {
        Outline outline = Outline.read();
        var reports = new ItemReport(new StoredItems(store, StoredQueue::openCases), new ItemLooks(), extents, outline);
        return new ReportDrafts(
                store,
                review.log(),
                filings(),
                reports,
                new Fields(outline),
                new ReportDrafts.Sources(review.decisions().approvals(), () -> reporter));
    }

    /** Says who reports from now on. */
    public void reportAs(ReporterSettings other) {
        reporter = other;
    }

    /** Lets {@link #LEAD} approve what waits of an item's decision. */
    public void approve(String item) {
        String decision = review.decisions().ofItem(item).getFirst().id();
        var unused = review.review().approve(decision, LEAD);
    }

    /** Flags an item and refers it; answers with its referral. */
    public String refer(String item, boolean emergency) throws IOException {
        return refer(item, emergency, "image/png");
    }

    String refer(String item, boolean emergency, String mime) throws IOException {
        return refer(item, emergency, mime, "{\"measure\":\"NONE\"}");
    }

    /** @param account what is done to it, as proposals say it */
    String refer(String item, boolean emergency, String mime, String account) throws IOException {
        flag(item, mime);
        if (environments().now(ANNA).inForce() == Environment.DISABLED) {
            sendTo(Environment.TEST);
        }
        Opened opened = review.open(item, ANNA);
        Proposal proposal =
                ProposalJson.read("""
                    {"item":"%s","answers":{"8.1.1":"YES"},"outcome":"REMOVE","rationale":"a neutral placeholder",
                     "account":%s,"referrals":[{"to":"NCMEC","why":"a neutral placeholder","threatToLife":%s}]}
                    """.formatted(item, account, emergency)).proposal();
        if (!(review.review().submit(opened, proposal, 0) instanceof Submitted.Accepted)) {
            throw new IllegalStateException("not accepted");
        }
        return referralOf(item);
    }

    /** Flags an item with files of some sizes. */
    void flag(String item) throws IOException {
        flag(item, "image/png");
    }

    void flag(String item, String mime) throws IOException {
        List<String> files = new ArrayList<>();
        for (int size : SIZES) {
            byte[] bytes = bytes(item, size);
            Files.write(folder.resolve(item + size + ".png"), bytes);
            files.add("{\"path\":\"" + item + size + ".png\",\"mime\":\"" + mime + "\"}");
        }
        var _ = new IntakeDesk(store, folder).take("""
            {"id":"%s","kind":"IMAGE","text":"made up","author":{"id":"u-1","handle":"@u","displayName":"U"},\
            "media":[%s],"reports":[{"id":"r-%s","source":"USER","reporter":"u-2","reason":"made up",\
            "sections":["8.1"],"at":"2026-11-02T11:00:00Z"}]}\
            """.formatted(item, String.join(",", files), item));
    }

    String referralOf(String item) {
        return new StoredReferrals(store)
                .newest(100).stream()
                        .filter(line -> line.itemId().equals(item))
                        .findFirst()
                        .orElseThrow()
                        .id();
    }

    public Filings.Draft draft(String item) {
        return new Filings.Draft(
                Samples.document("report"),
                SIZES.stream()
                        .map(size -> new Filings.DraftFile(Sha256.of(bytes(item, size)), Samples.document("file")))
                        .toList());
    }

    private static byte[] bytes(String item, int size) {
        byte[] bytes = new byte[size];
        new Random(item.hashCode() + (long) size).nextBytes(bytes);
        return bytes;
    }
}
