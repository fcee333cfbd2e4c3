package org.moderationdesk.quality;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.moderationdesk.agreement.BlindPair;
import org.moderationdesk.db.Store;
import org.moderationdesk.decisions.Clearance;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.ProposalJson;
import org.moderationdesk.guidelines.SectionCode;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What was judged twice, the second time blind: what agreement is measured by. Not for the JavaFX thread. */
public final class BlindPairs {
    private static final String BETWEEN = """
        select d.decision_id, d.item_id, d.first_person, d.section, d.child_safety, f.outcome, f.body as first_body,
               a.person, a.outcome as second_outcome, a.body as second_body, a.at
          from second_answer a
          join second_review r on r.id = a.review_id and r.state in ('AGREED', 'DIFFERS', 'KEPT', 'OVERTURNED', 'CALIBRATION')
          join quality_draw d on d.review_id = a.review_id
          join decision f on f.id = d.decision_id
         where a.at >= :from and a.at < :to and d.section <> '' and (:cleared = true or d.child_safety = false and %s)
           and not exists (select 1
                             from second_review mine
                            where mine.item_id = a.item_id and mine.state = 'TAKEN' and mine.second_person = :me)
           and not exists (select 1
                             from event back
                            where back.item_id = a.item_id and back.seq < a.event_seq and back.at >= r.seen_at
                              and back.kind = 'SECOND_RETURNED' and back.person = a.person)
           and not exists (select 1
                             from event had
                             join event lost on lost.item_id = had.item_id and lost.seq > had.seq
                            where had.item_id = a.item_id and had.at >= r.seen_at
                              and had.kind = 'SECOND_TAKEN' and had.person = a.person
                              and lost.kind = 'SECOND_TAKEN' and lost.person <> a.person and lost.seq < a.event_seq)
         order by a.at, a.review_id
        """.formatted(Clearance.unmarked("d.item_id"));

    /** On a shared store an administrator is shown no single answer and whose it is: the server leaves that out. */
    private static final String BY_THE_SERVER = """
        select * from desk_blind_pairs(:from, :to) where :cleared = true or child_safety = false order by at
        """;

    private final Store store;

    public BlindPairs(Store store) {
        this.store = store;
    }

    /**
     * The pairs whose second half was answered from this moment until before another, oldest first; of child safety only
     * with the clearance. Who gave that review back before answering it, or lost it to somebody else for being away,
     * could look the first answer up meanwhile: such a pair measures nothing and is left out.
     */
    public List<BlindPair> between(Person viewer, Instant from, Instant to) {
        Rights.require(viewer, Right.SEE_INSIGHTS);
        return store.read(handle -> {
            var pairs = new ArrayList<BlindPair>();
            boolean figures = FiguresOnly.isSo(store, viewer);
            var query = handle.createQuery(figures ? BY_THE_SERVER : BETWEEN)
                    .bind("from", from.toEpochMilli())
                    .bind("to", to.toEpochMilli())
                    .bind("cleared", Rights.sees(viewer, true));
            if (!figures) {
                query.bind("me", viewer.name());
            }
            query.map((row, _) -> new BlindPair(
                            row.getString("decision_id"),
                            row.getString("item_id"),
                            Instant.ofEpochMilli(row.getLong("at")),
                            new SectionCode(row.getString("section")),
                            row.getBoolean("child_safety"),
                            side(row.getString("first_person"), row.getString("outcome"), row.getString("first_body")),
                            side(
                                    row.getString("person"),
                                    row.getString("second_outcome"),
                                    row.getString("second_body"))))
                    .forEach(pairs::add);
            return pairs;
        });
    }

    private static BlindPair.Side side(String person, String outcome, String body) {
        var fields = (ObjectNode) JsonMapper.shared().readTree(body);
        fields.retain("item", "answers");
        Proposal proposal = ProposalJson.readDraft(fields.toString()).proposal();
        return new BlindPair.Side(person, Outcome.valueOf(outcome), proposal.answers());
    }
}
