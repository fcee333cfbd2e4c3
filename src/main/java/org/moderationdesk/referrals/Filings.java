package org.moderationdesk.referrals;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Ids;
import org.moderationdesk.base.Sha256;
import org.moderationdesk.db.H2Store;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.StoreException;
import org.moderationdesk.decisions.BlindItems;
import org.moderationdesk.decisions.ReferralLine;
import org.moderationdesk.decisions.ReferralState;
import org.moderationdesk.decisions.StoredReferrals;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.log.RowState;
import org.moderationdesk.media.MediaStore;
import org.moderationdesk.referrals.FilingRefused.Why;
import org.moderationdesk.referrals.ncmec.Element;
import org.moderationdesk.referrals.ncmec.Fault;
import org.moderationdesk.referrals.ncmec.Xml;
import org.moderationdesk.referrals.ncmec.XmlRefused;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * Reports to NCMEC, from the moment that one is made for a referral until it is filed there. All of a filing lies in the
 * store, so that it goes on wherever it stood. Not for the JavaFX thread; safe for any other.
 */
public final class Filings {
    private static final int MOST_UNFINISHED = 1_000;

    private final Store store;
    private final EventLog log;
    private final StoredReferrals referrals;
    private final MediaStore media;
    private final Checking checking;
    private final InstantSource clock;
    /** Filings that this process is at. */
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    /**
     * What is filed.
     *
     * @param report the document that opens it
     */
    public record Draft(Element report, List<DraftFile> files) {
        public Draft {
            files = List.copyOf(files);
        }
    }

    /** Drafts a report for a referral. */
    @FunctionalInterface
    public interface Drafting {
        /**
         * Reads what the store says, within its transaction.
         *
         * @return what makes the draft of it, called once the transaction has ended: it may take its time
         */
        Supplier<Draft> of(Handle handle, ReferralLine referral);
    }

    /** @param sha256 of a file that the desk holds */
    public record DraftFile(String sha256, Element details) {}

    public Filings(
            Store store,
            EventLog log,
            StoredReferrals referrals,
            MediaStore media,
            Checking checking,
            InstantSource clock) {
        this.store = store;
        this.log = log;
        this.referrals = referrals;
        this.media = media;
        this.checking = checking;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /**
     * Makes a filing of what was drafted. Nothing is sent by this.
     *
     * @throws FilingRefused where the referral is not to be sent now, has one already, or a document does not hold
     */
    public Filing make(Person person, String referralId, Environment environment, Draft draft) {
        Rights.require(person, Right.FILE_REPORTS);
        checking.ready();
        List<Fault> faults = faults(draft);
        if (!faults.isEmpty()) {
            throw new FilingRefused(Why.INVALID, faults);
        }
        return log.record(person.name(), act -> {
            ReferralLine referral = toBeSent(act, person, referralId);
            if (environment.isSending() && environment != EnvironmentRow.inForce(act.handle())) {
                throw new FilingRefused(Why.NOT_IN_FORCE);
            }
            if (Filing.ofReferral(act.handle(), referralId).stream()
                    .anyMatch(one -> isInTheWay(act.handle(), one, environment))) {
                throw new FilingRefused(Why.FILED_ALREADY);
            }
            return write(act, referral, environment, draft);
        });
    }

    /**
     * What is wrong with a draft; empty where it could be filed as it is.
     *
     * @throws FilingRefused where this person knows of no such referral to NCMEC
     */
    public List<Fault> check(Person person, String referralId, Drafting drafting) {
        Rights.require(person, Right.FILE_REPORTS);
        Supplier<Draft> read = store.read(handle -> drafting.of(handle, toNcmec(handle, person, referralId)));
        return faults(read.get());
    }

    /** What is wrong with documents as they are; empty where they could be filed. Safe for any thread. */
    public List<Fault> faults(Draft draft) {
        return checking.check(
                draft.report(), draft.files().stream().map(DraftFile::details).toList());
    }

    /** The newest, for who may know of them. */
    public List<Filing> newest(Person person, int most) {
        Rights.require(person, Right.FILE_REPORTS);
        return store.read(handle -> seen(handle, person, Filing.newest(handle, most)));
    }

    /** Those made for a referral, oldest first. */
    public List<Filing> ofReferral(Person person, String referralId) {
        Rights.require(person, Right.FILE_REPORTS);
        return store.read(handle -> seen(handle, person, Filing.ofReferral(handle, referralId)));
    }

    /**
     * One that has not arrived, as it stands.
     *
     * @param lapses when what is open there is deleted there; null where nothing is
     */
    record Standing(
            Filing filing, FilingNext next, @Nullable Instant lapses) {}

    /** Those that are to go out and have not arrived, nor were taken back; the oldest first, 1,000 at most. */
    List<Standing> unfinished(Person person) {
        Rights.require(person, Right.FILE_REPORTS);
        return store.read(handle -> seen(handle, person, Filing.unfinished(handle, MOST_UNFINISHED)).stream()
                .map(one -> standing(handle, one))
                .filter(one ->
                        !(one.next() instanceof FilingNext.TakenBack) && !(one.next() instanceof FilingNext.Filed))
                .toList());
    }

    /** The last one made for a referral that goes somewhere and was not taken back. */
    Optional<Filing> live(Person person, String referralId) {
        return ofReferral(person, referralId).reversed().stream()
                .filter(one -> one.environment().isSending())
                .filter(one -> !store.read(handle -> isTakenBack(handle, one)))
                .findFirst();
    }

    private Standing standing(Handle handle, Filing filing) {
        FilingState state = FilingState.of(StoredJournal.history(handle, filing.id()));
        return new Standing(
                filing,
                state.next(FilingFile.of(handle, filing.id()).size(), clock.instant()),
                state.lapsesAt().orElse(null));
    }

    /** How it stands now, by what is kept of it. */
    public FilingNext next(Person person, String filingId) {
        Rights.require(person, Right.FILE_REPORTS);
        return store.read(handle -> {
            Filing filing = found(handle, person, filingId);
            return FilingState.of(StoredJournal.history(handle, filing.id()))
                    .next(FilingFile.of(handle, filing.id()).size(), clock.instant());
        });
    }

    /**
     * Takes a filing as far as it goes now. Touches the network.
     *
     * @throws FilingRefused where another is at it
     * @throws IOException where a file cannot be read: nothing is asked then
     */
    public FilingNext goOn(Person person, String filingId, Cybertipline way) throws IOException {
        Rights.require(person, Right.FILE_REPORTS);
        Filing filing = store.read(handle -> found(handle, person, filingId));
        if (!underWay.add(filingId)) {
            throw new FilingRefused(Why.UNDER_WAY);
        }
        try {
            return goOn(person, filing, way);
        } finally {
            underWay.remove(filingId);
        }
    }

    private FilingNext goOn(Person person, Filing filing, Cybertipline way) throws IOException {
        // A turn that was left in a store of one process is nobody's.
        boolean alone = store instanceof H2Store;
        FilingTurn turn = log.record(person.name(), act -> FilingTurn.take(act, filing, alone));
        try {
            var journal = new StoredJournal(store, log, filing, turn, person.name());
            return new FilingRun(content(filing), journal, way, clock).goOn();
        } finally {
            end(turn);
        }
    }

    private void end(FilingTurn turn) {
        try {
            var _ = store.write(turn::end);
        } catch (StoreException lost) {
            // It ends by itself.
            return;
        }
    }

    /** What stopped it is mended, says this person: it goes on. */
    public void letGoOn(Person person, String filingId) {
        wish(person, filingId, FilingWish.Kind.GO_ON);
    }

    /**
     * It is not to be filed at all.
     *
     * @throws FilingRefused where NCMEC was asked to finish it
     */
    public void takeBack(Person person, String filingId) {
        wish(person, filingId, FilingWish.Kind.TAKE_BACK);
    }

    private void wish(Person person, String filingId, FilingWish.Kind kind) {
        Rights.require(person, Right.FILE_REPORTS);
        var _ = log.record(person.name(), act -> {
            Filing filing = found(act.handle(), person, filingId);
            FilingState state = FilingState.of(StoredJournal.history(act.handle(), filingId));
            if (kind == FilingWish.Kind.TAKE_BACK && !state.mayBeTakenBack()) {
                throw new FilingRefused(Why.TOO_LATE);
            }
            StoredJournal.wish(act, filing, kind);
            return true;
        });
    }

    private ReferralLine toBeSent(Act act, Person person, String referralId) {
        ReferralLine referral = toNcmec(act.handle(), person, referralId);
        boolean goesOut = referral.state() == ReferralState.QUEUED
                && !referral.releaseAt().isAfter(act.at())
                && !referrals.isOfATest(act.handle(), referral);
        if (!goesOut) {
            throw new FilingRefused(Why.NOT_TO_BE_SENT_NOW);
        }
        return referral;
    }

    /** Reads what documents are checked by. */
    void ready() {
        checking.ready();
    }

    /** How long a file is that the desk holds, in bytes. */
    OptionalLong length(Handle handle, String sha256) {
        return media.length(handle, sha256);
    }

    /** A referral to NCMEC that this person may know of. */
    ReferralLine toNcmec(Handle handle, Person person, String referralId) {
        return referrals
                .find(handle, person, referralId)
                .filter(line -> line.to() == ReferralTarget.NCMEC)
                .orElseThrow(() -> new FilingRefused(Why.NO_SUCH_REFERRAL));
    }

    private Filing write(Act act, ReferralLine referral, Environment environment, Draft draft) {
        Instant now = act.at();
        String id = Ids.next(now);
        byte[] report = Xml.write(draft.report());
        var filing = new Filing(
                id,
                referral.id(),
                referral.decisionId(),
                referral.itemId(),
                environment,
                act.by(),
                now,
                Sha256.of(report));
        List<RowState> rows = new ArrayList<>(List.of(filing.insert(act)));
        Papers.keep(act, id, referral.itemId(), report);
        List<String> told = new ArrayList<>();
        for (DraftFile file : draft.files()) {
            if (media.length(act.handle(), file.sha256()).isEmpty()) {
                throw new FilingRefused(Why.FILE_MISSING);
            }
            String details = Papers.keep(act, id, referral.itemId(), Xml.write(file.details()));
            rows.add(new FilingFile(id, told.size(), referral.itemId(), file.sha256(), details).insert(act));
            told.add(file.sha256());
        }
        var _ = act.append(new Entry(
                EventKind.FILING_MADE,
                null,
                referral.itemId(),
                Map.of(
                        "filing", id,
                        "referral", referral.id(),
                        "environment", environment.name(),
                        "report", filing.report(),
                        "files", told),
                rows));
        return filing;
    }

    private FilingContent content(Filing filing) {
        return store.read(handle -> {
            List<FiledFile> files = new ArrayList<>();
            for (FilingFile file : FilingFile.of(handle, filing.id())) {
                long bytes = media.length(handle, file.media()).orElseThrow(() -> new FilingRefused(Why.FILE_MISSING));
                files.add(new FiledFile(
                        new HeldFile(media, file.media(), bytes), document(handle, filing, file.details())));
            }
            return new FilingContent(document(handle, filing, filing.report()), files);
        });
    }

    private static Element document(Handle handle, Filing filing, String sha) {
        try {
            return Xml.read(Papers.read(handle, filing, sha));
        } catch (XmlRefused refused) {
            throw new IllegalStateException("a document of a filing that was written here", refused);
        }
    }

    /** What was only kept, or went to the test system, keeps nothing from going to NCMEC itself. */
    private boolean isInTheWay(Handle handle, Filing filing, Environment environment) {
        boolean there = filing.environment() == Environment.PRODUCTION
                || filing.environment() == Environment.TEST && environment == Environment.TEST;
        return there && !isTakenBack(handle, filing);
    }

    private boolean isTakenBack(Handle handle, Filing filing) {
        FilingNext next = FilingState.of(StoredJournal.history(handle, filing.id()))
                .next(FilingFile.of(handle, filing.id()).size(), clock.instant());
        return next instanceof FilingNext.TakenBack;
    }

    /** Who reviews the decision a second time, blind, knows of none. */
    private static List<Filing> seen(Handle handle, Person person, List<Filing> filings) {
        Set<String> blind = BlindItems.of(handle, person.name());
        return filings.stream().filter(one -> !blind.contains(one.itemId())).toList();
    }

    private static Filing found(Handle handle, Person person, String filingId) {
        return Filing.find(handle, filingId)
                .filter(one -> !BlindItems.of(handle, person.name()).contains(one.itemId()))
                .orElseThrow(() -> new FilingRefused(Why.NO_SUCH_FILING));
    }
}
