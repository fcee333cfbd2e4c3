package org.moderationdesk.decisions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.db.Store;
import org.moderationdesk.guidelines.EditionNow;
import org.moderationdesk.items.Author;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.RowState;
import org.moderationdesk.settings.DecisionSettings;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Rights;

/**
 * Decisions in the store. Acts on them run inside an {@link Act}, whose person is the one who decides, and append one
 * entry each; that entry can tell of rows of other rooms as well (the case that closes or comes back). Safe for any
 * thread but the JavaFX one.
 */
public final class StoredDecisions {
    private static final int MOST_OF_ONE_ITEM = 500;
    private static final int MOST_AWAITING = 1_000;

    private static final String OF_ITEM = "select " + DecisionRow.COLUMNS + """
         from decision
         where item_id = :item
         order by item_id desc, at desc
         fetch first :most rows only
        """;
    private static final String AWAITING = "select " + DecisionRow.COLUMNS + """
         from decision
         where state = 'AWAITING_SECOND'
         order by state, at
         fetch first :most rows only
        """;
    private static final String HOW_MANY_AWAIT =
            "select count(*) as amount, min(at) as oldest from decision where state = 'AWAITING_SECOND'";
    private static final String SINCE = """
        select count(*)
          from decision
         where person = :person and at >= :since and state <> 'REVERSED'
        """;

    private final Store store;
    private final Rules rules;
    private final Supplier<DecisionSettings> settings;
    private final StoredApprovals approvals;

    /** @param settings asked at each act, since a setting may change while the desk runs */
    public StoredDecisions(Store store, Rules rules, Supplier<DecisionSettings> settings) {
        this.store = store;
        this.rules = rules;
        this.settings = settings;
        this.approvals = new StoredApprovals(store, rules);
    }

    /**
     * Records what the rules accept. A submission whose id is recorded already answers as it did then, and nothing is
     * written.
     *
     * @throws DecisionRefused when the rules refuse; nothing is written
     */
    public Recorded record(Act act, Submission submission) {
        Optional<Recorded> already =
                DecisionRow.find(act.handle(), submission.id()).map(DecisionRow::recorded);
        if (already.isPresent()) {
            return already.get();
        }
        CaseFacts facts = submission.facts();
        return record(
                act,
                submission,
                DecidedSoFar.read(act.handle(), facts.caseId(), facts.item().id(), facts.reports()));
    }

    /**
     * The same, of a decision that is not recorded yet.
     *
     * @param soFar as it is in this act
     */
    public Recorded record(Act act, Submission submission, DecidedSoFar soFar) {
        Proposal proposal = submission.proposal();
        Judgement judgement = rules.judge(proposal, submission.facts());
        Outcome outcome = proposal.outcome();
        if (!judgement.accepted() || outcome == null) {
            throw new DecisionRefused(judgement);
        }
        return new DecisionWriter(act, submission, rules.book(proposal), settings.get(), soFar).write(outcome);
    }

    /**
     * D5 where another edition has come into force at the store since this desk was opened: what was claimed before may
     * still be decided by the one that its case was opened under, anything else waits until the desk goes on with the
     * other.
     *
     * @param now in force at the store
     * @param claimed when the case was claimed
     * @throws DecisionRefused when it would cite the earlier one
     */
    public void needsEdition(Proposal proposal, CaseFacts facts, EditionNow now, Instant claimed) {
        String cited = rules.book(proposal).edition();
        boolean claimedUnderIt = claimed.isBefore(now.from()) && cited.equals(facts.pinnedEdition());
        if (!rules.inForce().edition().equals(now.name()) && !cited.equals(now.name()) && !claimedUnderIt) {
            throw new DecisionRefused(new Judgement(List.of(Refusal.of("D5", "edition-came", now.name()))));
        }
    }

    /**
     * Reverses the decision of the person who acts, within the undo window. Emergency referrals stay out.
     *
     * @throws DecisionRefused when it is over, somebody else's, or not in effect any more
     */
    public Changed undo(Act act, String id, List<RowState> also) {
        return change(act, id, also).undo();
    }

    /**
     * Takes back what waits of a decision of the person who acts. The rest stands, and the case is to return to its
     * queue.
     *
     * @throws DecisionRefused when nothing waits, or it is somebody else's
     */
    public Changed withdraw(Act act, String id, List<RowState> also) {
        return change(act, id, also).withdraw();
    }

    /**
     * Lets what waits take effect.
     *
     * @param second the person who acts
     * @throws DecisionRefused when nothing waits, or by D9 or D11
     */
    public Changed approve(Act act, String id, Person second, List<RowState> also) {
        return change(act, id, also).approve(second);
    }

    /**
     * Lets what waits lapse. The rest stands, and the case is to return to its queue with the reason.
     *
     * @param second the person who acts
     * @throws DecisionRefused when nothing waits, without a reason, or by D9 or D11
     */
    public Changed refuse(Act act, String id, Person second, String why, List<RowState> also) {
        return change(act, id, also).refuse(second, why);
    }

    /**
     * Lets what waits lapse, with a question to the first person. The rest stands, and the case is to return to them.
     *
     * @param second the person who acts
     * @throws DecisionRefused when nothing waits, without a question, or by D9 or D11
     */
    public Changed sendBack(Act act, String id, Person second, String question) {
        return change(act, id, List.of()).sendBack(second, question);
    }

    /**
     * Takes what a decision says of the kinds of source that reported out of their record again. The decision stays as it
     * is, and so do the records of who reported.
     *
     * @throws DecisionRefused when there is none of this id
     */
    public void forgetReports(Act act, String id) {
        DecisionRow row = DecisionRow.find(act.handle(), id)
                .orElseThrow(() -> new DecisionRefused(Refusal.of("STATE", "no-such-decision", id)));
        SettledReports.takeBackOfKinds(
                act, row.itemId(), StoredBody.read(row.body()).settled());
    }

    /** What waits for a second person, and what became of it. */
    public StoredApprovals approvals() {
        return approvals;
    }

    /** One decision. */
    public Optional<DecisionLine> find(String id) {
        return store.read(handle -> DecisionRow.find(handle, id)).map(this::line);
    }

    /** The decisions on an item, newest first, at most 500. */
    public List<DecisionLine> ofItem(String itemId) {
        return store
                .read(handle -> handle.createQuery(OF_ITEM)
                        .bind("item", itemId)
                        .bind("most", MOST_OF_ONE_ITEM)
                        .map((row, _) -> DecisionRow.read(row))
                        .list())
                .stream()
                .map(this::line)
                .toList();
    }

    /** The same, of what this person may know of. */
    public List<DecisionLine> ofItem(Person viewer, String itemId) {
        List<DecisionLine> all = ofItem(itemId);
        return all.isEmpty() || isBlind(viewer, itemId)
                ? List.of()
                : all.stream().filter(line -> sees(viewer, line)).toList();
    }

    /** What waits for a second person, longest waiting first, at most 1,000. */
    public List<DecisionLine> awaiting() {
        return store
                .read(handle -> handle.createQuery(AWAITING)
                        .bind("most", MOST_AWAITING)
                        .map((row, _) -> DecisionRow.read(row))
                        .list())
                .stream()
                .map(this::line)
                .toList();
    }

    /** The same, of what this person may know of. */
    public List<DecisionLine> awaiting(Person viewer) {
        Set<String> blind = store.read(handle -> BlindItems.of(handle, viewer.name()));
        return awaiting().stream()
                .filter(line -> !blind.contains(line.itemId()))
                .filter(line -> sees(viewer, line))
                .toList();
    }

    /** How much waits for a second person and may be known to this one, and since when. */
    public Awaiting howMuchAwaits(Person viewer) {
        if (Rights.sees(viewer, true)) {
            return howMuchAwaits();
        }
        List<DecisionLine> seen = awaiting(viewer);
        return new Awaiting(seen.size(), seen.isEmpty() ? null : seen.getFirst().at());
    }

    /** One decision, when this person may know of it. */
    public Optional<DecisionLine> find(Person viewer, String id) {
        return find(id).filter(line -> !isBlind(viewer, line.itemId())).filter(line -> sees(viewer, line));
    }

    private boolean isBlind(Person viewer, String itemId) {
        return store.read(handle -> BlindItems.of(handle, viewer.name())).contains(itemId);
    }

    private boolean sees(Person viewer, DecisionLine line) {
        return Rights.sees(viewer, true)
                || store.read(handle -> DecisionRow.find(handle, line.id())
                        .filter(row -> Clearance.sees(
                                handle,
                                viewer,
                                row.itemId(),
                                StoredBody.read(row.body()).childSafety()))
                        .isPresent());
    }

    /** How much waits for a second person, and since when. */
    public Awaiting howMuchAwaits() {
        return store.read(handle -> handle.createQuery(HOW_MANY_AWAIT)
                .map((row, _) -> {
                    long oldest = row.getLong("oldest");
                    @Nullable Instant since = row.wasNull() ? null : Instant.ofEpochMilli(oldest);
                    return new Awaiting(row.getLong("amount"), since);
                })
                .one());
    }

    /**
     * How many strikes of an account count now: measures of this desk that are neither reversed nor expired, and those
     * that came with the account; see {@link Strikes}.
     *
     * @param viewer for whom strikes on items of which they may not know are none
     * @param author what the item says of the account, where it says anything
     */
    public int activeStrikes(Person viewer, String accountId, @Nullable Author author, Instant now) {
        return store.read(handle -> activeStrikes(handle, viewer, accountId, author, now));
    }

    /** The same, in a transaction that is already open. */
    public int activeStrikes(Handle handle, Person viewer, String accountId, @Nullable Author author, Instant now) {
        return new Strikes(handle, viewer, settings.get().strikeDays()).active(accountId, author, now);
    }

    /** How many strikes counted at a moment in the past, whatever has come since; parameters as above. */
    public int strikesAt(Handle handle, Person viewer, String accountId, @Nullable Author author, Instant moment) {
        return new Strikes(handle, viewer, settings.get().strikeDays()).activeAt(accountId, author, moment);
    }

    /**
     * Lets a decision take the place of one that stands: that one's measures are reversed, what of it waits lapses, and a
     * referral that was made stays made. It is in effect at once, but for what needs a second person.
     *
     * @param submission by the person who acts
     * @throws DecisionRefused by D11 for who made the first one, when that stands no more, or by the rules
     */
    public Recorded replace(Act act, Submission submission, String first) {
        DecisionRow before = DecisionRow.find(act.handle(), first)
                .orElseThrow(() -> new DecisionRefused(Refusal.of("STATE", "no-such-decision", first)));
        if (before.person().equals(act.by())) {
            throw new DecisionRefused(Refusal.of("D11", "same-person", before.person()));
        }
        if (before.state() != DecisionState.IN_EFFECT && before.state() != DecisionState.AWAITING_SECOND) {
            throw new DecisionRefused(Refusal.of("STATE", "undo-state", before.state()));
        }
        Proposal proposal = submission.proposal();
        Judgement judgement = rules.judge(proposal, submission.facts());
        Outcome outcome = proposal.outcome();
        if (!judgement.accepted() || outcome == null) {
            throw new DecisionRefused(judgement);
        }
        CaseFacts facts = submission.facts();
        var soFar = DecidedSoFar.read(act.handle(), facts.caseId(), facts.item().id(), facts.reports());
        return new DecisionWriter(act, submission, rules.book(proposal), settings.get(), soFar)
                .instead(before)
                .write(outcome);
    }

    /** How long what is done can be taken back. */
    public Duration undoWindow() {
        return settings.get().undoWindow();
    }

    /** How many decisions this person has made since then and not undone. */
    public long decidedSince(String person, Instant since) {
        return store.read(handle -> handle.createQuery(SINCE)
                .bind("person", person)
                .bind("since", since.toEpochMilli())
                .mapTo(Long.class)
                .one());
    }

    /** One decision whole, with its texts, measures and referrals, as JSON values: for show, audit and replay. */
    public Optional<Map<String, Object>> whole(String id) {
        return store.read(handle -> DecisionRow.find(handle, id)
                .map(row -> new WholeDecisions(handle).of(List.of(row)).getFirst()));
    }

    /** The decisions on an item whole, newest first, at most 500. */
    public List<Map<String, Object>> wholeOfItem(String itemId) {
        return store.read(handle -> new WholeDecisions(handle)
                .of(handle.createQuery(OF_ITEM)
                        .bind("item", itemId)
                        .bind("most", MOST_OF_ONE_ITEM)
                        .map((row, _) -> DecisionRow.read(row))
                        .list()));
    }

    /**
     * Hands out every decision made from {@code from} to before {@code to}, oldest first, whole, in pages of their own,
     * so that a million of them need no more memory than a few. The store goes on working meanwhile.
     */
    public void stream(Instant from, Instant to, Consumer<Map<String, Object>> out) {
        @Nullable DecisionKey after = null;
        do {
            @Nullable DecisionKey last = after;
            WholeDecisions.Page page = store.read(handle -> new WholeDecisions(handle).page(last, from, to));
            page.decisions().forEach(out);
            after = page.last();
        } while (after != null);
    }

    private DecisionChange change(Act act, String id, List<RowState> also) {
        return new DecisionChange(act, rules, id, also);
    }

    private DecisionLine line(DecisionRow row) {
        return Lines.of(row, rules.edition(row.edition()));
    }
}
