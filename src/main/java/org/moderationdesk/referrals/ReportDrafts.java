package org.moderationdesk.referrals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Sha256;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.AccountClosings;
import org.moderationdesk.decisions.EvidenceMark;
import org.moderationdesk.decisions.ReferralLine;
import org.moderationdesk.decisions.StoredApprovals;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.referrals.FilingRefused.Why;
import org.moderationdesk.referrals.ncmec.Element;
import org.moderationdesk.referrals.ncmec.Fault;
import org.moderationdesk.referrals.ncmec.Fields;
import org.moderationdesk.settings.ReporterSettings;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * Drafts of reports to NCMEC: what the desk knows, and what people wrote on the form. Who reports is always as the settings
 * say, and whether a file was viewed always as the record of looks says, whatever a draft holds. Not for the JavaFX thread.
 */
public final class ReportDrafts {
    private static final String VIEWED = "fileDetails/fileViewedByEsp";
    private static final String METADATA = "fileDetails/exifViewedByEsp";
    private static final String REPORTED = "report/personOrUserReported";
    private static final String EARLIER = """
        select distinct q.report
          from filing f
          join filing_request q on q.filing_id = f.id and q.what = 'FINISH'
          join filing_reply p on p.filing_id = q.filing_id and p.place = q.place and p.outcome in ('DONE', 'FINISHED')
          join item i on i.id = f.item_id
          join item own on own.account_id = i.account_id
         where f.environment = 'PRODUCTION' and own.id = ? and f.referral_id <> ?
         order by q.report
        """;

    private final Store store;
    private final EventLog log;
    private final Filings filings;
    private final ItemReport made;
    private final Fields fields;
    private final Sources sources;

    /** What a draft is filled with beside the item itself. The settings are read anew for each. */
    public record Sources(StoredApprovals approvals, Supplier<ReporterSettings> reporter) {}

    /** What a report holds. */
    public record Content(Element report, List<ContentFile> files) {
        public Content {
            files = List.copyOf(files);
        }

        /** The documents as they would be filed. */
        Filings.Draft draft() {
            return new Filings.Draft(
                    report,
                    files.stream()
                            .filter(ContentFile::sent)
                            .map(file -> new Filings.DraftFile(file.sha256(), file.details()))
                            .toList());
        }
    }

    /**
     * A file that the desk holds of the item.
     *
     * @param name as it came; empty where it has none
     * @param sent whether it goes with the report
     */
    public record ContentFile(String sha256, String name, long bytes, boolean sent, Element details) {
        public ContentFile sent(boolean goes) {
            return new ContentFile(sha256, name, bytes, goes, details);
        }

        public ContentFile with(Element other) {
            return new ContentFile(sha256, name, bytes, sent, other);
        }
    }

    /**
     * A report as it stands.
     *
     * @param revision how often it was saved; 0 for never
     * @param known what a place of the incident can be begun with
     * @param savedAt null where it never was
     */
    public record Prepared(
            Content content,
            IncidentPlaces.Known known,
            int revision,
            String savedBy,
            @Nullable Instant savedAt) {}

    private record Read(
            ReferralLine line,
            ItemReport.Gathered gathered,
            Optional<StoredDraft> saved,
            List<Long> earlier,
            List<AccountClosings.Closing> closings,
            List<EvidenceMark> evidence,
            Map<String, Long> lengths) {}

    public ReportDrafts(Store store, EventLog log, Filings filings, ItemReport made, Fields fields, Sources sources) {
        this.store = store;
        this.log = log;
        this.filings = filings;
        this.made = made;
        this.fields = fields;
        this.sources = sources;
    }

    /**
     * The report of a referral: as it was saved last, or as the desk makes it.
     *
     * @throws FilingRefused where this person knows of no such referral to NCMEC, or the desk of no such item
     */
    public Prepared prepare(Person person, String referralId) {
        Rights.require(person, Right.FILE_REPORTS);
        filings.ready();
        Read read = store.read(handle -> read(handle, person, filings.toNcmec(handle, person, referralId)));
        // Asks the decoder, which takes too long for a transaction.
        Filings.Draft fresh = made.draft(read.gathered, null, sources.reporter.get());
        StoredDraft saved = read.saved.orElse(null);
        IncidentPlaces.Known known = read.gathered.known();
        if (saved == null) {
            var content = new Content(filled(fresh.report(), read), files(fresh, List.of(), read));
            return new Prepared(content, known, 0, "", null);
        }
        Element reporter = fresh.report().child("reporter").orElseThrow();
        return new Prepared(
                new Content(reportedBy(saved.report(), reporter), files(fresh, saved.files(), read)),
                known,
                saved.revision(),
                saved.by(),
                saved.at());
    }

    /** Reads and changes single fields of a report. */
    public Fields fields() {
        return fields;
    }

    /** What is wrong with it as it stands; empty where it could be filed. Safe for any thread. */
    public List<Fault> check(Content content) {
        return filings.faults(content.draft());
    }

    /**
     * Saves a draft, which the log is told; it need not hold.
     *
     * @param revision of what was changed; answers with the next
     * @throws FilingRefused where somebody else saved one since
     */
    public int save(Person person, String referralId, Content content, int revision) {
        Rights.require(person, Right.FILE_REPORTS);
        String body = StoredDraft.body(
                content.report(),
                content.files().stream()
                        .map(file -> new StoredDraft.File(file.sha256(), file.sent(), file.details()))
                        .toList());
        return log.record(person.name(), act -> {
            ReferralLine line = filings.toNcmec(act.handle(), person, referralId);
            var draft = new StoredDraft(body, person.name(), act.at(), revision);
            if (!StoredDraft.save(act.handle(), referralId, line.itemId(), draft)) {
                throw new FilingRefused(Why.DRAFTED_MEANWHILE);
            }
            long unused = act.append(new Entry(
                    EventKind.FILING_DRAFTED,
                    null,
                    line.itemId(),
                    Map.of("referral", referralId, "revision", revision + 1, "draft", Sha256.of(body)),
                    List.of()));
            return revision + 1;
        });
    }

    /**
     * Makes a filing of the report as it stands. Nothing is sent by this.
     *
     * @throws FilingRefused as {@link Filings#make} does
     */
    public Filing file(Person person, String referralId, Environment environment) {
        Content content = prepare(person, referralId).content();
        return filings.make(person, referralId, environment, content.draft());
    }

    private Read read(Handle handle, Person person, ReferralLine line) {
        ItemReport.Gathered gathered =
                made.gather(handle, line.itemId()).orElseThrow(() -> new FilingRefused(Why.NO_SUCH_REFERRAL));
        List<EvidenceMark> evidence = sources.approvals
                .proposal(handle, line.decisionId())
                .map(proposal -> proposal.evidence())
                .orElse(List.of());
        Map<String, Long> lengths = gathered.files().stream()
                .distinct()
                .collect(Collectors.toMap(sha -> sha, sha -> length(filings.length(handle, sha))));
        List<Long> earlier = handle.createQuery(EARLIER)
                .bind(0, line.itemId())
                .bind(1, line.id())
                .mapTo(Long.class)
                .list();
        List<AccountClosings.Closing> closings = AccountClosings.ofItem(handle, person, line.itemId(), filings.now());
        return new Read(line, gathered, StoredDraft.find(handle, line.id()), earlier, closings, evidence, lengths);
    }

    private static long length(OptionalLong length) {
        return length.orElse(0);
    }

    /** What the decision and earlier reports add to what is known of the item. */
    private Element filled(Element report, Read read) {
        Element filled = report;
        if (fields.has(report, REPORTED) && !read.earlier.isEmpty()) {
            filled = fields.with(
                    filled,
                    REPORTED + "[1]/priorCTReports",
                    read.earlier.stream().map(number -> Long.toString(number)).toList());
        }
        if (fields.has(report, REPORTED)) {
            for (AccountClosings.Closing closing : read.closings) {
                filled = closed(filled, closing);
            }
        }
        String evidence = read.evidence.stream().map(ReportDrafts::words).collect(Collectors.joining("; "));
        String more = fields.text(report, "report/additionalInfo");
        return evidence.isEmpty()
                ? filled
                : fields.with(
                        filled,
                        "report/additionalInfo",
                        (more.isEmpty() ? "" : more + "\n") + "Marked as evidence: " + evidence);
    }

    /** The last one of each kind is told; whether the person was told of it, nobody here knows. */
    private Element closed(Element report, AccountClosings.Closing closing) {
        Instant until = closing.until();
        String path = REPORTED + "[1]/" + (until == null ? "accountPermanentlyDisabled" : "accountTemporarilyDisabled");
        Element closed = fields.with(report, path, "true");
        closed = fields.with(closed, path + "/@disabledDate", closing.from().toString());
        return until == null ? closed : fields.with(closed, path + "/@reenabledDate", until.toString());
    }

    /** In English, as all that NCMEC is told. */
    private static String words(EvidenceMark mark) {
        return switch (mark) {
            case EvidenceMark.InMedia media -> {
                String when = media.fromMs() == null
                        ? "whole"
                        : clock(media.fromMs()) + (media.toMs() == null ? "" : " to " + clock(media.toMs()));
                yield "file " + (media.media() + 1) + ", " + when;
            }
            case EvidenceMark.InText text ->
                "text " + text.in().name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", characters " + text.from()
                        + " to " + text.to();
        };
    }

    private static String clock(long millis) {
        Duration at = Duration.ofMillis(millis);
        return "%d:%02d".formatted(at.toMinutes(), at.toSecondsPart());
    }

    private static Element reportedBy(Element report, Element reporter) {
        return report.with(report.children().stream()
                .map(child -> child.name().equals("reporter") ? reporter : child)
                .toList());
    }

    private List<ContentFile> files(Filings.Draft fresh, List<StoredDraft.File> saved, Read read) {
        List<StoredDraft.File> left = new ArrayList<>(saved);
        List<ContentFile> files = new ArrayList<>();
        for (Filings.DraftFile file : fresh.files()) {
            StoredDraft.File before = left.stream()
                    .filter(one -> one.sha256().equals(file.sha256()))
                    .findFirst()
                    .orElse(null);
            left.remove(before);
            files.add(new ContentFile(
                    file.sha256(),
                    fields.text(file.details(), "fileDetails/originalFileName"),
                    read.lengths.getOrDefault(file.sha256(), 0L),
                    before == null || before.sent(),
                    before == null ? file.details() : viewedAs(before.details(), file.details())));
        }
        return files;
    }

    private Element viewedAs(Element saved, Element fresh) {
        Element viewed = fields.with(saved, VIEWED, fields.text(fresh, VIEWED));
        return fields.with(viewed, METADATA, fields.text(fresh, METADATA));
    }
}
