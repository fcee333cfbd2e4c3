package org.moderationdesk.decisions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.db.Store;
import org.moderationdesk.staff.Person;

/** What waits for a second person, and what became of it. Any thread but the JavaFX one may call it. */
public final class StoredApprovals {
    private static final int MOST = 1_000;
    private static final int MOST_ANSWERS = 100;
    private static final String AWAITING = "select " + DecisionRow.COLUMNS + """
         from decision
         where state = 'AWAITING_SECOND'
         order by state, at
         fetch first :most rows only
        """;
    private static final String EMERGENCIES = """
        select distinct r.decision_id
          from referral r
         where r.state in (<states>) and r.release_at >= :since
           and (r.threat_to_life = true or r.target = 'EMERGENCY_SERVICES')
           and not exists (select 1 from approval a where a.decision_id = r.decision_id)
         fetch first :most rows only
        """;
    private static final String ANSWERS = "select " + ApprovalRow.COLUMNS + """
         from approval
         where first_person = :first and at >= :since
         order by first_person desc, at desc
         fetch first :most rows only
        """;
    private static final String LAST = "select " + ApprovalRow.COLUMNS + """
         from approval
         where item_id = :item
         order by item_id desc, at desc
         fetch first 1 row only
        """;
    private static final String WORDS = "select words from personal_text where id = ?";

    private final Store store;
    private final Rules rules;

    StoredApprovals(Store store, Rules rules) {
        this.store = store;
        this.rules = rules;
    }

    /**
     * What this person may know of: what waits, longest first, then emergencies that went out at once; at most 1,000 of
     * each.
     *
     * @param since emergencies from before it count as known
     */
    public List<AwaitedDecision> awaiting(Person viewer, Instant since) {
        return store.read(handle -> {
            var found = new ArrayList<AwaitedDecision>();
            handle.createQuery(AWAITING)
                    .bind("most", MOST)
                    .map((row, _) -> DecisionRow.read(row))
                    .forEach(row -> found.add(awaited(handle, row)));
            for (String id : emergencies(handle, since)) {
                DecisionRow.find(handle, id)
                        .filter(row -> row.state() != DecisionState.AWAITING_SECOND)
                        .ifPresent(row -> found.add(awaited(handle, row)));
            }
            Set<String> blind = BlindItems.of(handle, viewer.name());
            return found.stream()
                    .filter(one -> !blind.contains(one.line().itemId()))
                    .filter(one -> Clearance.sees(handle, viewer, one.line().itemId(), one.childSafety()))
                    .toList();
        });
    }

    /** One decision that waits, or went out at once, when this person may know of it. */
    public Optional<AwaitedDecision> find(Person viewer, String decisionId) {
        return store.read(handle -> DecisionRow.find(handle, decisionId)
                .filter(row -> !BlindItems.of(handle, viewer.name()).contains(row.itemId()))
                .map(row -> awaited(handle, row))
                .filter(one -> Clearance.sees(handle, viewer, one.line().itemId(), one.childSafety())));
    }

    /** What became of the decisions of this person since then, newest first, at most 100, of what they may know of. */
    public List<Approval> answersTo(Person first, Instant since) {
        return store.read(handle -> handle
                .createQuery(ANSWERS)
                .bind("first", first.name())
                .bind("since", since.toEpochMilli())
                .bind("most", MOST_ANSWERS)
                .map((row, _) -> ApprovalRow.read(row))
                .list()
                .stream()
                .filter(row -> Clearance.sees(handle, first, row.itemId(), row.childSafety()))
                .map(row -> row.approval(words(handle, row)))
                .toList());
    }

    /** The last answer to a decision on this item. */
    public Optional<Approval> lastOn(String itemId) {
        return store.read(handle -> handle.createQuery(LAST)
                .bind("item", itemId)
                .map((row, _) -> ApprovalRow.read(row))
                .findOne()
                .map(row -> row.approval(words(handle, row))));
    }

    /** The answer to this decision; for whoever may know of the decision. */
    public Optional<Approval> answerTo(Handle handle, String decisionId) {
        return ApprovalRow.find(handle, decisionId).map(row -> row.approval(words(handle, row)));
    }

    /** A decision as it was proposed, with its free text. */
    public Optional<Proposal> proposal(String decisionId) {
        return store.read(handle -> proposal(handle, decisionId));
    }

    /** The same within a transaction. */
    public Optional<Proposal> proposal(Handle handle, String decisionId) {
        return DecisionRow.find(handle, decisionId).map(row -> new WholeDecisions(handle).proposal(row));
    }

    private AwaitedDecision awaited(Handle handle, DecisionRow row) {
        boolean emergency =
                ReferralRow.ofDecisions(handle, List.of(row.id())).stream().anyMatch(ReferralRow::isEmergency);
        return new AwaitedDecision(
                Lines.of(row, rules.edition(row.edition())),
                StoredBody.read(row.body()).childSafety(),
                emergency);
    }

    private static List<String> emergencies(Handle handle, Instant since) {
        return handle.createQuery(EMERGENCIES)
                .bindList(
                        "states",
                        Arrays.stream(ReferralState.values()).map(Enum::name).toList())
                .bind("since", since.toEpochMilli())
                .bind("most", MOST)
                .mapTo(String.class)
                .list();
    }

    private static String words(Handle handle, ApprovalRow row) {
        return row.why() == null
                ? ""
                : handle.createQuery(WORDS)
                        .bind(0, row.why())
                        .mapTo(String.class)
                        .findOne()
                        .orElse("");
    }
}
