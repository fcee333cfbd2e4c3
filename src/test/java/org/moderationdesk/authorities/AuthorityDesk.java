package org.moderationdesk.authorities;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.moderationdesk.base.CanonicalJson;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Sha256;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.ProposalJson;
import org.moderationdesk.decisions.StoredReferrals;
import org.moderationdesk.intake.IntakeDesk;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.proof.Checkpoints;
import org.moderationdesk.queue.StoredQueue;
import org.moderationdesk.referrals.targets.StoredTargets;
import org.moderationdesk.referrals.targets.Target;
import org.moderationdesk.referrals.targets.Targets;
import org.moderationdesk.referrals.targets.TargetsJson;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.ReviewDesk;
import org.moderationdesk.review.Submitted;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;

/** A desk with items that were referred to authorities. */
public final class AuthorityDesk {
    public static final Person ANNA = Person.alone("anna");
    public static final Person LEAD = new Person("lena", Set.of(Role.TEAM_LEAD), true);
    public static final Person UNCLEARED = new Person("una", Set.of(Role.TEAM_LEAD), false);
    public static final Person ADMIN = new Person("ada", Set.of(Role.ADMINISTRATOR), true);
    public static final Texts EN = new Texts(Language.EN);
    public static final String WORDS = "made up words about a place \u202E and a time";

    private final Store store;
    private final Path folder;
    private final InstantSource clock;
    private final ReviewDesk review;

    public AuthorityDesk(Store store, Path folder, InstantSource clock) {
        this.store = store;
        this.folder = folder;
        this.clock = clock;
        this.review = new ReviewDesk(store, clock);
    }

    public ReviewDesk review() {
        return review;
    }

    Store store() {
        return store;
    }

    public StoredTargets targets() {
        return new StoredTargets(store, review.log());
    }

    public Dossiers dossiers() {
        return new Dossiers(
                store,
                review.log(),
                new Dossiers.Known(
                        new StoredItems(store, StoredQueue::openCases), review.decisions(), new StoredReferrals(store)),
                clock);
    }

    Checkpoints checkpoints() {
        return new Checkpoints(store, review.log(), clock);
    }

    public DossierFiles files() {
        return new DossierFiles(dossiers(), checkpoints());
    }

    /** The target of this code, with a contact by which it is reached. */
    public static Target reached(Targets targets, String code) {
        Target was = targets.find(code).orElseThrow();
        String json = CanonicalJson.write(TargetsJson.toMap(was));
        return TargetsJson.one(json.replace("\"contact\":\"\"", "\"contact\":\"front desk\""));
    }

    /** Flags an item with a file; answers with the file's SHA-256. */
    public String flag(String item, String section) {
        try {
            Files.writeString(folder.resolve(item + ".png"), "a file of " + item);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        var _ = new IntakeDesk(store, folder).take("""
            {"id":"%s","kind":"IMAGE","text":"%s","url":"https://example.org/%s","postedAt":"2026-11-01T09:30:00+01:00",\
            "author":{"id":"u-1","handle":"@u","displayName":"U Ser","deviceIds":["d-1","d-2"],"country":"BE"},\
            "media":[{"path":"%s.png","mime":"image/png"}],"reports":[{"id":"r-%s","source":"USER","reporter":"u-secret",\
            "reason":"made up","sections":["%s"],"at":"2026-11-02T11:00:00Z"}]}\
            """.formatted(item, WORDS, item, item, item, section));
        return Sha256.of("a file of " + item);
    }

    /** Refers a flagged item and answers with the referral; one that is no emergency waits for a second person. */
    public String refer(String item, String clause, boolean emergency) {
        remove(item, clause, """
            "referrals":[{"to":"JUDICIAL_AUTHORITY","why":"says to be on the way to somebody","threatToLife":%s}],
            """.formatted(emergency));
        return new StoredReferrals(store)
                .newest(100).stream()
                        .filter(line -> line.itemId().equals(item))
                        .findFirst()
                        .orElseThrow()
                        .id();
    }

    /**
     * Removes a flagged item.
     *
     * @param more fields of the decision, each with its comma
     */
    void remove(String item, String clause, String more) {
        Opened opened = review.review().open(item, ANNA).orElseThrow();
        var proposal = ProposalJson.read("""
            {%s"item":"%s","answers":{"%s":"YES"},"outcome":"REMOVE","rationale":"a neutral placeholder"}
            """.formatted(more, item, clause)).proposal();
        if (!(review.review().submit(opened, proposal, 0) instanceof Submitted.Accepted)) {
            throw new IllegalStateException("not accepted");
        }
    }

    public List<String> entries(String kind) {
        return store.read(handle -> handle.createQuery("select body from event where kind = ? order by seq")
                .bind(0, kind)
                .mapTo(String.class)
                .list());
    }
}
