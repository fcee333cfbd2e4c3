package org.moderationdesk.authorities;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.referrals.PaperErasure;
import org.moderationdesk.referrals.Progress;
import org.moderationdesk.referrals.ReferralEvent;
import org.moderationdesk.referrals.ReferralEvent.Entered;
import org.moderationdesk.referrals.ReferralEvent.Entered.Kind;
import org.moderationdesk.referrals.ReferralKind;
import org.moderationdesk.referrals.Standing;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/** Referrals to police and courts: dossiers, and the receipts that say that one arrived. */
public final class AuthorityKind implements ReferralKind {
    private static final String ARRIVED = """
        select d.referral_id from dossier d join dossier_receipt t on t.dossier_id = d.id
        """;
    private static final String MADE = """
        select d.referral_id, count(t.dossier_id) as receipts
          from dossier d
          left join dossier_receipt t on t.dossier_id = d.id
         where d.referral_id in (<referrals>)
         group by d.referral_id
        """;

    @Override
    public ReferralTarget target() {
        return ReferralTarget.JUDICIAL_AUTHORITY;
    }

    /** A store that is shared tells nobody else of dossiers: to them what was sent would look as if it were not. */
    @Override
    public boolean isFor(Person viewer) {
        return Rights.has(viewer, Right.REFER);
    }

    @Override
    public String arrived() {
        return ARRIVED;
    }

    @Override
    public Map<String, Progress> progress(Handle handle, List<String> referrals, Instant now) {
        Map<String, Progress> progress = new HashMap<>();
        handle.createQuery(MADE)
                .bindList("referrals", referrals)
                .map((row, _) -> {
                    Standing standing = row.getInt("receipts") > 0 ? Standing.SENT : Standing.DRAFT;
                    return progress.put(row.getString("referral_id"), new Progress(standing, null));
                })
                .list();
        return progress;
    }

    @Override
    public List<ReferralEvent> events(Handle handle, String referral) {
        List<ReferralEvent> events = new ArrayList<>();
        for (Dossier dossier : Dossier.ofReferral(handle, referral)) {
            events.add(new Entered(dossier.at(), dossier.by(), Kind.DOSSIER, dossier.target()));
            PaperErasure.since(handle, dossier.itemId(), dossier.at())
                    .ifPresent(at -> events.add(new ReferralEvent.PapersErased(at)));
            for (Receipt receipt : Receipt.ofDossier(handle, dossier.id())) {
                Kind kind = receipt.isAnswer() ? Kind.ANSWER : Kind.RECEIPT;
                // Written to the minute, it may look as if it went out before it was made.
                Instant at = receipt.sentAt().isBefore(dossier.at()) ? dossier.at() : receipt.sentAt();
                events.add(new Entered(at, receipt.by(), kind, receipt.reference()));
            }
        }
        return events;
    }
}
