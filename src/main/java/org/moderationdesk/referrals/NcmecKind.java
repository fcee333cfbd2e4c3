package org.moderationdesk.referrals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.referrals.FilingNext.Ask;
import org.moderationdesk.referrals.FilingNext.Filed;
import org.moderationdesk.referrals.FilingNext.Halted;
import org.moderationdesk.referrals.FilingNext.TakenBack;
import org.moderationdesk.referrals.FilingNext.Wait;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/** Referrals to NCMEC: drafts, filings, and what came of them. */
public final class NcmecKind implements ReferralKind {
    private static final String ARRIVED = """
        select f.referral_id
          from filing f
          join filing_request q on q.filing_id = f.id and q.what = 'FINISH'
          join filing_reply p on p.filing_id = q.filing_id and p.place = q.place and p.outcome in ('DONE', 'FINISHED')
         where f.environment = 'PRODUCTION'
        """;
    private static final String NUMBERED = """
        select f.referral_id
          from filing f
          join filing_reply p on p.filing_id = f.id
         where p.report = :number
        """;

    @Override
    public ReferralTarget target() {
        return ReferralTarget.NCMEC;
    }

    /** A store that is shared tells nobody else of filings: to them what was sent would look as if it were not. */
    @Override
    public boolean isFor(Person viewer) {
        return Rights.has(viewer, Right.FILE_REPORTS);
    }

    @Override
    public String arrived() {
        return ARRIVED;
    }

    @Override
    public String numbered() {
        return NUMBERED;
    }

    @Override
    public Map<String, Progress> progress(Handle handle, List<String> referrals, Instant now) {
        Map<String, Progress> progress = new HashMap<>();
        StoredDraft.among(handle, referrals).forEach(id -> progress.put(id, new Progress(Standing.DRAFT, null)));
        Filing.ofReferrals(handle, referrals).stream()
                .collect(Collectors.groupingBy(Filing::referralId))
                .forEach((referral, filings) -> progress.put(referral, furthest(handle, filings, now)));
        return progress;
    }

    private static Progress furthest(Handle handle, List<Filing> filings, Instant now) {
        @Nullable Progress last = null;
        for (Filing filing : filings) {
            Progress one = of(handle, filing, now);
            if (last == null || isFurther(filing, one, last)) {
                last = one;
            }
        }
        return Objects.requireNonNull(last, "one filing at least");
    }

    /** A report to NCMEC itself tells more than one to its test system, and a later one more than what was taken back. */
    private static boolean isFurther(Filing filing, Progress progress, Progress before) {
        return before.standing() == Standing.TAKEN_BACK
                || filing.environment() == Environment.PRODUCTION && progress.standing() != Standing.TAKEN_BACK
                || before.standing() == Standing.KEPT;
    }

    private static Progress of(Handle handle, Filing filing, Instant now) {
        FilingState state = FilingState.of(StoredJournal.history(handle, filing.id()));
        FilingNext next = state.next(FilingFile.of(handle, filing.id()).size(), now);
        Standing standing =
                switch (next) {
                    case Ask _, Wait _ -> filing.environment().isSending() ? Standing.UNDER_WAY : Standing.KEPT;
                    case Halted _ -> Standing.HALTED;
                    case Filed _ -> filing.environment() == Environment.PRODUCTION ? Standing.SENT : Standing.TESTED;
                    case TakenBack _ -> Standing.TAKEN_BACK;
                };
        return new Progress(
                standing,
                state.lapsesAt()
                        .map(at -> new ReferralClock(ReferralClock.Kind.LAPSE, at))
                        .orElse(null));
    }

    @Override
    public List<ReferralEvent> events(Handle handle, String referral) {
        List<ReferralEvent> events = new ArrayList<>();
        StoredDraft.find(handle, referral)
                .ifPresent(draft -> events.add(new ReferralEvent.Drafted(draft.at(), draft.by())));
        for (Filing filing : Filing.ofReferral(handle, referral)) {
            int files = FilingFile.of(handle, filing.id()).size();
            events.add(new ReferralEvent.Made(filing.at(), filing.by(), filing.environment(), files));
            FilingHistory history = StoredJournal.history(handle, filing.id());
            history.steps().forEach(step -> events.add(asked(step)));
            PaperErasure.since(handle, filing.itemId(), filing.at())
                    .ifPresent(at -> events.add(new ReferralEvent.PapersErased(at)));
            history.wishes()
                    .forEach(wish -> events.add(
                            new ReferralEvent.Wished(wish.at(), wish.by(), wish.kind() == FilingWish.Kind.GO_ON)));
        }
        events.sort(Comparator.comparing(ReferralEvent::at));
        return events;
    }

    private static ReferralEvent asked(FilingStep step) {
        FilingReply reply = step.reply();
        return new ReferralEvent.Asked(
                step.asked(),
                step.what(),
                step.file() + 1,
                reply != null && reply.report() != null ? reply.report() : step.report(),
                reply == null ? null : reply.outcome(),
                reply == null ? null : reply.code());
    }
}
