package org.moderationdesk.quality;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.decisions.DecisionRefused;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.ProposalJson;

/** A row of the table {@code second_draft}: unsent answers, one a review and person, which nobody else reads. */
final class DraftRow {
    private static final String UPDATE =
            "update second_draft set saved_at = ?, body = ? where review_id = ? and person = ?";
    private static final String INSERT =
            "insert into second_draft (saved_at, body, review_id, person) values (?, ?, ?, ?)";
    private static final String LOAD = "select body from second_draft where review_id = ? and person = ?";
    private static final String FORGET = "delete from second_draft where review_id = ? and person = ?";
    private static final String FORGET_OLD = """
        delete from second_draft
         where person = ?
           and not exists (select 1
                             from second_review r
                            where r.id = second_draft.review_id and r.state = 'TAKEN'
                              and r.second_person = second_draft.person)
        """;

    private DraftRow() {}

    static void save(Handle handle, String reviewId, String person, Proposal proposal, Instant now) {
        String body = ProposalJson.write(proposal);
        if (handle.execute(UPDATE, now.toEpochMilli(), body, reviewId, person) == 0) {
            Rows.one(handle.execute(INSERT, now.toEpochMilli(), body, reviewId, person));
        }
    }

    /** A draft of an older form is no reason not to open the case. */
    static Optional<Proposal> load(Handle handle, String reviewId, String person) {
        return handle.createQuery(LOAD)
                .bind(0, reviewId)
                .bind(1, person)
                .mapTo(String.class)
                .findOne()
                .flatMap(DraftRow::read);
    }

    static void forget(Handle handle, String reviewId, String person) {
        int unused = handle.execute(FORGET, reviewId, person);
    }

    /** Of reviews that this person no longer holds. */
    static int forgetOld(Handle handle, String person) {
        return handle.execute(FORGET_OLD, person);
    }

    private static Optional<Proposal> read(String body) {
        try {
            return Optional.of(ProposalJson.readDraft(body).proposal());
        } catch (DecisionRefused otherForm) {
            return Optional.empty();
        }
    }
}
