package org.moderationdesk.authorities;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.authorities.AuthorityRefused.Why;
import org.moderationdesk.authorities.DossierFacts.Material;
import org.moderationdesk.base.Ids;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.DecisionLine;
import org.moderationdesk.decisions.ReferralLine;
import org.moderationdesk.decisions.ReferralState;
import org.moderationdesk.decisions.StoredDecisions;
import org.moderationdesk.decisions.StoredReferrals;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.items.ItemFile;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.referrals.PaperErasure;
import org.moderationdesk.referrals.targets.StoredTargets;
import org.moderationdesk.referrals.targets.Targets;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * Dossiers for police and courts: made of a referral that is to go out, kept with their documents, and known to have gone
 * out only once somebody has entered a receipt. Not for the JavaFX thread; safe for any other.
 */
public final class Dossiers {
    private static final int LARGEST_DOCUMENT = 10 << 20;
    private static final int LONGEST_REFERENCE = 200;
    private static final int LEAST_OF_A_REASON = 10;
    private static final int MOST_OF_WHY = 4_000;
    private static final int MOST_OF_ANOTHER = 1_000;
    private static final Duration DRIFT = Duration.ofMinutes(5);
    private static final String WHY = """
        select t.words from referral r join personal_text t on t.id = r.why where r.id = ?
        """;
    private static final String SEALED = "select count(*) from open_case where item_id = ? and sealed = true";

    private final Store store;
    private final EventLog log;
    private final Known known;
    private final InstantSource clock;

    /** What the desk knows of what was referred. */
    public record Known(StoredItems items, StoredDecisions decisions, StoredReferrals referrals) {}

    /**
     * What somebody says of a dossier that is to be made.
     *
     * @param concerned two letters of the Member State concerned; null where it is not known
     * @param to code of whom it goes to, among those it could; null for the first
     * @param why something is suspected; null for what the referral says
     * @param another why it goes to another than the first of whom it could; null where it goes to the first
     */
    public record Ask(
            @Nullable String concerned,
            @Nullable String to,
            @Nullable String why,
            @Nullable String another) {
        /** To the first of those it could go to, or, where that is not so, for no reason given yet. */
        public Ask(@Nullable String concerned, @Nullable String to, @Nullable String why) {
            this(concerned, to, why, null);
        }
    }

    /**
     * What would be in a dossier, were it made now.
     *
     * @param possible everybody it could go to, the first of whom it should
     * @param to whom it would go to
     * @param made codes of those for whom one is made already
     */
    public record Preview(List<Addressee> possible, Addressee to, Set<String> made, DossierDocument document) {
        public Preview {
            possible = List.copyOf(possible);
            made = Set.copyOf(made);
        }

        /** Whether it would go to another than the first. */
        public boolean isForAnother() {
            return !to.equals(possible.getFirst());
        }
    }

    /**
     * A dossier, what came of it, and what is in it.
     *
     * @param document null once its papers are erased
     * @param erased when they were; null while they are there
     */
    public record Content(
            Line line,
            @Nullable DossierDocument document,
            @Nullable Instant erased) {}

    /** A dossier and what came of it: empty while nothing says that it went out. */
    public record Line(Dossier dossier, List<Receipt> receipts) {
        public Line {
            receipts = List.copyOf(receipts);
        }

        public boolean isSent() {
            return !receipts.isEmpty();
        }

        /** What the authority answered since it went out. */
        public List<Receipt> answers() {
            return receipts.stream().filter(Receipt::isAnswer).toList();
        }
    }

    public Dossiers(Store store, EventLog log, Known known, InstantSource clock) {
        this.store = store;
        this.log = log;
        this.known = known;
        this.clock = clock;
    }

    /** To whom a referral could go, the first of whom it should. */
    public List<Addressee> addressees(Person person, Optional<String> concerned, String own) {
        Rights.require(person, Right.REFER);
        concerned.ifPresent(state -> check(state.matches("[A-Z]{2}"), Why.STATE));
        return store.read(handle -> Addressee.of(StoredTargets.inForce(handle), concerned, own));
    }

    /**
     * Makes one. Nothing is sent by this.
     *
     * @param own two letters of the state of establishment
     * @param texts in whose language it is written
     * @throws AuthorityRefused where the referral is not to go out now, or nobody can be reached
     */
    public Dossier make(Person person, String referralId, Ask ask, String own, Texts texts) throws IOException {
        List<Addressee> possible = addressees(person, Optional.ofNullable(ask.concerned()), own);
        Addressee to = chosen(possible, ask);
        boolean isFirst = to.equals(possible.getFirst());
        check(isFirst || says(ask.another(), MOST_OF_ANOTHER), Why.NO_REASON_FOR_ANOTHER);
        Ask said = isFirst ? new Ask(ask.concerned(), ask.to(), ask.why(), null) : ask;
        Material material = store.read(handle -> material(handle, person, referralId, said, to));
        check(says(material.why(), MOST_OF_WHY), Why.NO_REASON);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        DossierDocument document = new DossierFacts(texts.language()).of(Ids.next(now), now, material);
        byte[] pdf = new DossierPdf(texts).of(document);
        return log.record(person.name(), act -> {
            // It may have been reversed, or somebody else may have made one, while it was laid out.
            ReferralLine referral = toBeSent(act.handle(), person, referralId);
            requireNew(act.handle(), referralId, to);
            return write(act, referral, document, to, ask.concerned(), pdf);
        });
    }

    /**
     * What would be in it, for who is about to make it. Nothing is kept.
     *
     * @throws AuthorityRefused where the referral is not to go out now, or nobody can be reached
     */
    public Preview preview(Person person, String referralId, Ask ask, String own, Texts texts) {
        List<Addressee> possible = addressees(person, Optional.ofNullable(ask.concerned()), own);
        Addressee to = chosen(possible, ask);
        return store.read(handle -> {
            Material material = material(handle, person, referralId, ask, to);
            Set<String> made = Dossier.ofReferral(handle, referralId).stream()
                    .map(Dossier::target)
                    .collect(Collectors.toUnmodifiableSet());
            return new Preview(
                    possible, to, made, new DossierFacts(texts.language()).of("", clock.instant(), material));
        });
    }

    private static Addressee chosen(List<Addressee> possible, Ask ask) {
        return possible.stream()
                .filter(one -> ask.to() == null || one.target().code().equals(ask.to()))
                .findFirst()
                .orElseThrow(() -> new AuthorityRefused(Why.NO_ADDRESSEE));
    }

    private static boolean says(@Nullable String words, int most) {
        return words != null
                && words.strip().length() >= LEAST_OF_A_REASON
                && words.strip().length() <= most;
    }

    private static void requireNew(Handle handle, String referralId, Addressee to) {
        Dossier.ofReferral(handle, referralId).stream()
                .filter(one -> one.target().equals(to.target().code()))
                .findFirst()
                .ifPresent(one -> {
                    throw new AuthorityRefused(Why.ALREADY_MADE, one.target());
                });
    }

    private Material material(Handle handle, Person person, String referralId, Ask ask, Addressee to) {
        ReferralLine referral = toBeSent(handle, person, referralId);
        ItemFile file = known.items()
                .file(handle, referral.itemId())
                .orElseThrow(() -> new AuthorityRefused(Why.NO_SUCH_REFERRAL));
        DecisionLine decision = known.decisions()
                .find(person, referral.decisionId())
                .orElseThrow(() -> new AuthorityRefused(Why.NO_SUCH_REFERRAL));
        String why = (ask.why() == null ? reason(handle, referralId) : ask.why()).strip();
        List<Optional<String>> hashes = new ArrayList<>();
        for (int i = 0; i < file.item().media().size(); i++) {
            hashes.add(known.items()
                    .mediaHash(handle, referral.itemId(), file.item().version(), i));
        }
        boolean sealed = handle.createQuery(SEALED)
                        .bind(0, referral.itemId())
                        .mapTo(Integer.class)
                        .one()
                > 0;
        return new Material(referral, decision, file, to, ask, why, sealed, hashes);
    }

    private static String reason(Handle handle, String referralId) {
        return handle.createQuery(WHY)
                .bind(0, referralId)
                .mapTo(String.class)
                .findOne()
                .orElse("");
    }

    private ReferralLine toBeSent(Handle handle, Person person, String referralId) {
        ReferralLine referral = known.referrals()
                .find(handle, person, referralId)
                .filter(line -> line.to() == ReferralTarget.JUDICIAL_AUTHORITY)
                .orElseThrow(() -> new AuthorityRefused(Why.NO_SUCH_REFERRAL));
        boolean goesOut = referral.state() == ReferralState.QUEUED
                && !referral.releaseAt().isAfter(clock.instant())
                && !known.referrals().isOfATest(handle, referral);
        check(goesOut, Why.NOT_TO_BE_SENT_NOW);
        return referral;
    }

    private static Dossier write(
            Act act,
            ReferralLine referral,
            DossierDocument document,
            Addressee to,
            @Nullable String concerned,
            byte[] pdf) {
        String item = referral.itemId();
        Targets targets = StoredTargets.inForce(act.handle());
        var dossier = new Dossier(
                document.id(),
                referral.id(),
                referral.decisionId(),
                item,
                to.target().code(),
                concerned,
                targets.version(),
                act.by(),
                document.at(),
                DossierPapers.keep(act, document.id(), item, pdf),
                DossierPapers.keep(act, document.id(), item, document.json()),
                act.next());
        var row = dossier.insert(act);
        Map<String, ?> facts = Map.of(
                "dossier", dossier.id(),
                "referral", dossier.referralId(),
                "target", dossier.target(),
                "pdf", dossier.pdf(),
                "json", dossier.json());
        var _ = act.append(new Entry(EventKind.DOSSIER_MADE, null, item, facts, List.of(row)));
        return dossier;
    }

    /** The newest, for who may know of what they are about. */
    public List<Line> newest(Person person, int most) {
        Rights.require(person, Right.REFER);
        return store.read(handle -> Dossier.newest(handle, most).stream()
                .filter(one ->
                        known.referrals().find(handle, person, one.referralId()).isPresent())
                .map(one -> new Line(one, Receipt.ofDossier(handle, one.id())))
                .toList());
    }

    /** Those of one referral, the oldest first, with what is in them; none for who may not know of it. */
    public List<Content> ofReferral(Person person, String referralId) {
        Rights.require(person, Right.REFER);
        return store.read(handle -> {
            if (known.referrals().find(handle, person, referralId).isEmpty()) {
                return List.of();
            }
            return Dossier.ofReferral(handle, referralId).stream()
                    .map(one -> content(handle, one))
                    .toList();
        });
    }

    /** One of them, for who may know of it. */
    public Optional<Line> find(Person person, String dossierId) {
        Rights.require(person, Right.REFER);
        return store.read(handle ->
                known(handle, person, dossierId).map(one -> new Line(one, Receipt.ofDossier(handle, one.id()))));
    }

    /**
     * That it went out, by the hand of a person.
     *
     * @param sentAt when it was handed over
     * @param document what they gave for it; null without
     * @throws AuthorityRefused where that is not so, or is entered already
     */
    public Receipt receipt(
            Person person, String dossierId, Instant sentAt, String reference, byte @Nullable [] document) {
        return enter(person, dossierId, new Entering(sentAt, reference.strip(), document), (dossier, before) -> {
            check(before.isEmpty(), Why.ALREADY_SENT);
            // To the second is how people write a time.
            check(!sentAt.isBefore(dossier.at().minusSeconds(60)), Why.TIME);
        });
    }

    /**
     * What an authority answered to a dossier that went out.
     *
     * @param cameAt when it came
     * @param reference what the authority calls it, or the gist of it
     * @param document what they wrote; null without
     * @throws AuthorityRefused where that is not so, or is entered already
     */
    public Receipt answer(
            Person person, String dossierId, Instant cameAt, String reference, byte @Nullable [] document) {
        return enter(person, dossierId, new Entering(cameAt, reference.strip(), document), (_, before) -> {
            check(!before.isEmpty(), Why.NOT_SENT);
            check(!cameAt.isBefore(before.getFirst().sentAt().minusSeconds(60)), Why.TIME_OF_ANSWER);
        });
    }

    private Receipt enter(Person person, String dossierId, Entering said, BiConsumer<Dossier, List<Receipt>> check) {
        Rights.require(person, Right.REFER);
        check(
                !said.reference().isEmpty()
                        && said.reference().length() <= LONGEST_REFERENCE
                        && said.reference().chars().noneMatch(Character::isISOControl),
                Why.REFERENCE);
        byte @Nullable [] document = said.document();
        check(document == null || document.length > 0 && document.length <= LARGEST_DOCUMENT, Why.DOCUMENT);
        return log.record(person.name(), act -> {
            Dossier dossier = found(act.handle(), person, dossierId);
            List<Receipt> before = Receipt.ofDossier(act.handle(), dossierId);
            check.accept(dossier, before);
            check(!said.at().isAfter(act.at().plus(DRIFT)), before.isEmpty() ? Why.TIME : Why.TIME_OF_ANSWER);
            @Nullable
            String sha = document == null ? null : DossierPapers.keep(act, dossierId, dossier.itemId(), document);
            Instant at = said.at().truncatedTo(ChronoUnit.MILLIS);
            var receipt = new Receipt(
                    dossierId, before.size(), dossier.itemId(), at, said.reference(), sha, act.by(), act.at());
            check(before.stream().noneMatch(receipt::isSame), Why.ALREADY_ANSWERED);
            var row = receipt.insert(act);
            Map<String, ?> facts =
                    Map.of("dossier", dossierId, "sentAt", at.toString(), "document", sha == null ? "" : sha);
            var _ = act.append(new Entry(EventKind.DOSSIER_RECEIPT, null, dossier.itemId(), facts, List.of(row)));
            return receipt;
        });
    }

    private static Content content(Handle handle, Dossier dossier) {
        var line = new Line(dossier, Receipt.ofDossier(handle, dossier.id()));
        Optional<byte[]> json = DossierPapers.find(handle, dossier, dossier.json(), dossier.at());
        return json.isPresent()
                ? new Content(line, DossierDocument.read(json.get()), null)
                : new Content(
                        line,
                        null,
                        PaperErasure.since(handle, dossier.itemId(), dossier.at())
                                .orElseThrow());
    }

    /** What an authority answered, as it was entered. */
    public byte[] document(Person person, Receipt receipt) {
        Rights.require(person, Right.REFER);
        if (receipt.document() == null) {
            throw new AuthorityRefused(Why.DOCUMENT);
        }
        String sha = receipt.document();
        return store.read(handle -> {
            Dossier dossier = found(handle, person, receipt.dossierId());
            return DossierPapers.read(handle, dossier, sha, receipt.at());
        });
    }

    Documents documents(Person person, String dossierId) {
        Rights.require(person, Right.REFER);
        return store.read(handle -> {
            Dossier dossier = found(handle, person, dossierId);
            return new Documents(
                    dossier,
                    DossierPapers.read(handle, dossier, dossier.pdf(), dossier.at()),
                    DossierPapers.read(handle, dossier, dossier.json(), dossier.at()));
        });
    }

    /** Tells the log that documents of a dossier left the desk in a file. */
    void told(Person person, Dossier dossier, String what, String sha256) {
        Map<String, ?> facts = Map.of("what", what, "dossier", dossier.id(), "file", sha256);
        long unused = log.record(
                person.name(),
                act -> act.append(new Entry(EventKind.EXPORTED, null, dossier.itemId(), facts, List.of())));
    }

    private Dossier found(Handle handle, Person person, String id) {
        return known(handle, person, id).orElseThrow(() -> new AuthorityRefused(Why.NO_SUCH_DOSSIER));
    }

    private Optional<Dossier> known(Handle handle, Person person, String id) {
        return Dossier.find(handle, id)
                .filter(one ->
                        known.referrals().find(handle, person, one.referralId()).isPresent());
    }

    private static void check(boolean holds, Why otherwise) {
        if (!holds) {
            throw new AuthorityRefused(otherwise);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Entering(Instant at, String reference, byte @Nullable [] document) {}

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Documents(Dossier dossier, byte[] pdf, byte[] json) {}
}
