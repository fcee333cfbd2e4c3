package org.moderationdesk.review;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.decisions.DecisionRefused;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.ProposalJson;
import org.moderationdesk.log.Act;

/** Unsent answers, one draft a case and person; under the empty name those that move with an escalated case. */
final class StoredDrafts {
    /** Whose draft everybody finds who has none of their own. */
    static final String WHOEVER_IS_NEXT = "";

    /** Longer than any undo window: until then an undone decision finds its answers again. */
    private static final Duration KEPT_AFTER_DECISION = Duration.ofHours(1);

    private static final String UPDATE = "update draft set saved_at = ?, body = ? where case_id = ? and person = ?";
    private static final String INSERT = "insert into draft (saved_at, body, case_id, person) values (?, ?, ?, ?)";
    private static final String PUT = """
        merge into draft d
        using (select cast(? as bigint) as saved_at, cast(? as varchar) as body, cast(? as bigint) as case_id,
                      cast(? as varchar) as person) n
           on d.case_id = n.case_id and d.person = n.person
         when matched then update set saved_at = n.saved_at, body = n.body
         when not matched then insert (saved_at, body, case_id, person)
              values (n.saved_at, n.body, n.case_id, n.person)
        """;
    private static final String UPDATE_OLDER = """
        update draft set saved_at = ?, body = ?
         where case_id = ? and person = ? and saved_at < ?
           and exists (select 1 from open_case c where c.id = draft.case_id and c.state <> 'CLOSED')
        """;
    private static final String INSERT_MISSING = """
        insert into draft (saved_at, body, case_id, person)
        select cast(? as bigint), cast(? as varchar), c.id, cast(? as varchar)
          from open_case c
         where c.id = ? and c.state <> 'CLOSED'
           and not exists (select 1 from draft d where d.case_id = c.id and d.person = ?)
        """;
    private static final String LOAD = """
        select body from draft where case_id = ? and person in (?, ?) order by person desc fetch first 1 row only
        """;
    private static final String FORGET = """
        delete from draft d
         where d.saved_at < ?
           and not exists (select 1 from open_case c where c.id = d.case_id and c.state <> 'CLOSED')
        """;

    private StoredDrafts() {}

    static void save(Handle handle, long caseId, String person, Proposal proposal, Instant now) {
        String body = ProposalJson.write(proposal);
        if (handle.execute(UPDATE, now.toEpochMilli(), body, caseId, person) == 0) {
            handle.execute(INSERT, now.toEpochMilli(), body, caseId, person);
        }
    }

    /** Saves what was answered a while ago, unless the person has answered since, or nobody needs it any more. */
    static int bring(Handle handle, long caseId, String person, Proposal proposal, Instant answered) {
        long at = answered.toEpochMilli();
        String body = ProposalJson.write(proposal);
        int older = handle.execute(UPDATE_OLDER, at, body, caseId, person, at);
        return older > 0 ? older : handle.execute(INSERT_MISSING, at, body, person, caseId, person);
    }

    /** As {@link #save}, with what else the act writes. */
    static void save(Act act, long caseId, String person, Proposal proposal) {
        act.writeOne(PUT, act.at().toEpochMilli(), ProposalJson.write(proposal), caseId, person);
    }

    /** The person's own draft, else the one that came with the case. */
    static Optional<Proposal> load(Handle handle, long caseId, String person) {
        return handle.createQuery(LOAD)
                .bind(0, caseId)
                .bind(1, person)
                .bind(2, WHOEVER_IS_NEXT)
                .mapTo(String.class)
                .findOne()
                .flatMap(StoredDrafts::read);
    }

    /** Deletes drafts of cases that have been closed for a while. */
    static int forget(Handle handle, Instant now) {
        return handle.execute(FORGET, now.minus(KEPT_AFTER_DECISION).toEpochMilli());
    }

    /** A draft of an older form is no reason not to open the case. */
    private static Optional<Proposal> read(String body) {
        try {
            return Optional.of(ProposalJson.readDraft(body).proposal());
        } catch (DecisionRefused otherForm) {
            return Optional.empty();
        }
    }
}
