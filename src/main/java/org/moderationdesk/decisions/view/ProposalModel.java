package org.moderationdesk.decisions.view;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.AccountMeasure;
import org.moderationdesk.decisions.Advice;
import org.moderationdesk.decisions.CaseFacts;
import org.moderationdesk.decisions.Consequence;
import org.moderationdesk.decisions.DecisionLine;
import org.moderationdesk.decisions.EvidenceMark;
import org.moderationdesk.decisions.ExceptionClaim;
import org.moderationdesk.decisions.Judgement;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.ReachLimit;
import org.moderationdesk.decisions.Refusal;
import org.moderationdesk.guidelines.Book;

/**
 * The proposal that the person is making, and what rules, recommendation and consequence say of it at every change.
 * JavaFX thread only.
 */
public final class ProposalModel {
    private final DecisionTools tools;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<Proposal> proposal = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Judgement> judgement = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Advice> advice = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Consequence.Part>> consequence = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper locked = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyObjectWrapper<DecisionLine> decided = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyLongWrapper opened = new ReadOnlyLongWrapper();
    private Kept kept = Kept.NOTHING;
    private @Nullable CaseFacts facts;
    private Book book;

    public ProposalModel(DecisionTools tools, InstantSource clock) {
        this.tools = tools;
        this.clock = clock;
        this.book = tools.book();
    }

    /** What was chosen under another outcome, for when the person comes back to it. */
    private record Kept(
            @Nullable ExceptionClaim exception,
            @Nullable ReachLimit reach,
            @Nullable String escalateTo,
            AccountMeasure account) {
        private static final Kept NOTHING = new Kept(null, null, null, AccountMeasure.none());
    }

    /** Null while no case is open. */
    public ReadOnlyObjectProperty<Proposal> proposalProperty() {
        return proposal.getReadOnlyProperty();
    }

    /** Null while no case is open. */
    public ReadOnlyObjectProperty<Judgement> judgementProperty() {
        return judgement.getReadOnlyProperty();
    }

    /** Null while no case is open. */
    public ReadOnlyObjectProperty<Advice> adviceProperty() {
        return advice.getReadOnlyProperty();
    }

    /** What the proposal would do; empty while no outcome is chosen. */
    public ReadOnlyObjectProperty<List<Consequence.Part>> consequenceProperty() {
        return consequence.getReadOnlyProperty();
    }

    /** Whether the case is open for reading only. */
    public ReadOnlyBooleanProperty lockedProperty() {
        return locked.getReadOnlyProperty();
    }

    /** The decision that is shown instead of being made; null while one is being made. */
    public ReadOnlyObjectProperty<DecisionLine> decidedProperty() {
        return decided.getReadOnlyProperty();
    }

    /** Grows with every case that is opened or left: whoever shows one starts anew. */
    public ReadOnlyLongProperty openedProperty() {
        return opened.getReadOnlyProperty();
    }

    /** What is known of the case; null while none is open. */
    public @Nullable CaseFacts facts() {
        return facts;
    }

    public boolean accepted() {
        Judgement now = judgement.get();
        return !locked.get() && now != null && now.accepted();
    }

    /** The book that the case is shown by: of the edition it was decided by, else the one in force. */
    public Book book() {
        return book;
    }

    /** Shows a case, with what was answered before; of unsent answers, those that still mean the same. */
    public void open(Proposal draft, CaseFacts about, boolean readOnly) {
        facts = about;
        kept = Kept.NOTHING;
        decided.set(null);
        locked.set(readOnly);
        book = readOnly ? tools.rules().book(draft) : tools.book();
        propose(readOnly ? draft : StillMeant.of(draft, tools.rules()));
        opened.set(opened.get() + 1);
    }

    /** Shows no case. */
    public void leave() {
        facts = null;
        locked.set(true);
        decided.set(null);
        proposal.set(null);
        judgement.set(null);
        advice.set(null);
        consequence.set(List.of());
        opened.set(opened.get() + 1);
    }

    /** The decision has been recorded: from now on it is only shown. */
    public void recorded(DecisionLine line) {
        locked.set(true);
        decided.set(line);
    }

    /** Something about the case has changed: its lease, its reports, or the time. */
    public void factsAre(CaseFacts now) {
        facts = now;
        judge();
    }

    /** Asks the rules again at the present moment, just before submitting. */
    public void judgeNow() {
        judge();
    }

    /** The marks in the item are these now. */
    public void mark(List<EvidenceMark> marks) {
        Proposal now = proposal.get();
        if (now != null && !now.evidence().equals(marks)) {
            edit(edit -> edit.evidence = List.copyOf(marks));
        }
    }

    DecisionTools tools() {
        return tools;
    }

    InstantSource clock() {
        return clock;
    }

    /** Changes the proposal, unless the case is open for reading only. */
    void edit(Consumer<ProposalEdit> change) {
        Proposal now = proposal.get();
        if (now == null || locked.get()) {
            return;
        }
        var edit = new ProposalEdit(now);
        change.accept(edit);
        Proposal next = edit.done();
        if (!next.equals(now)) {
            propose(next);
        }
    }

    /** Chooses an outcome; what only goes with another is put aside. */
    void choose(Outcome outcome) {
        edit(edit -> {
            kept = new Kept(
                    edit.exception == null ? kept.exception : edit.exception,
                    edit.reach == null ? kept.reach : edit.reach,
                    edit.escalateTo == null ? kept.escalateTo : edit.escalateTo,
                    edit.account.type() == AccountMeasure.Type.NONE ? kept.account : edit.account);
            boolean stays = outcome == Outcome.NO_VIOLATION || outcome == Outcome.EXCEPTION;
            edit.outcome = outcome;
            edit.exception = outcome == Outcome.EXCEPTION ? kept.exception : null;
            edit.reach = reach(outcome);
            edit.escalateTo = outcome == Outcome.ESCALATE ? kept.escalateTo : null;
            edit.account = stays ? AccountMeasure.none() : kept.account;
        });
    }

    private @Nullable ReachLimit reach(Outcome outcome) {
        return switch (outcome) {
            case LIMIT_REACH -> kept.reach == null ? new ReachLimit(false, false, null) : kept.reach;
            case ESCALATE -> kept.reach == null || !isUnderReview(kept.reach) ? null : kept.reach;
            case NO_VIOLATION, EXCEPTION, REMOVE -> null;
        };
    }

    private static boolean isUnderReview(ReachLimit reach) {
        return reach.reason() == ReachLimit.Reason.UNDER_REVIEW;
    }

    /** An account measure: forgotten is what was put aside. */
    void measure(AccountMeasure measure) {
        kept = new Kept(kept.exception, kept.reach, kept.escalateTo, measure);
        edit(edit -> edit.account = measure);
    }

    /** What the rules say against this change, of those refusals that are asked about; empty where nothing. */
    Optional<Refusal> against(Consumer<ProposalEdit> change, List<String> rules) {
        Proposal now = proposal.get();
        if (now == null || facts == null) {
            return Optional.empty();
        }
        var edit = new ProposalEdit(now);
        change.accept(edit);
        return tools.rules().judge(edit.done(), facts).refusals().stream()
                .filter(refusal -> rules.contains(refusal.key()))
                .findFirst();
    }

    /** Whoever hears of a proposal finds the advice on it, not on the one before. */
    private void propose(Proposal next) {
        if (facts != null) {
            advice.set(tools.recommendation().recommend(next, facts.at(clock.instant())));
        }
        proposal.set(next);
        judge();
    }

    private void judge() {
        Proposal now = proposal.get();
        if (now == null || facts == null) {
            return;
        }
        CaseFacts at = facts.at(clock.instant());
        advice.set(tools.recommendation().recommend(now, at));
        consequence.set(tools.consequence().of(now, at));
        judgement.set(tools.rules().judge(now, at));
    }
}
