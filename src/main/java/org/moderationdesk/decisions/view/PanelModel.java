package org.moderationdesk.decisions.view;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.AccountMeasure;
import org.moderationdesk.decisions.Advice;
import org.moderationdesk.decisions.CaseFacts;
import org.moderationdesk.decisions.ExceptionClaim;
import org.moderationdesk.decisions.Judgement;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.ReachLimit;
import org.moderationdesk.decisions.ReferralProposal;
import org.moderationdesk.decisions.Refusal;
import org.moderationdesk.guidelines.CarveOutCode;
import org.moderationdesk.guidelines.ExceptionGround;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.staff.Person;

/** What the panel does with the proposal, and what it says of it. JavaFX thread only. */
public final class PanelModel {
    /** What the rationale holds at most, in code points. */
    static final int RATIONALE = 500;

    private static final String REFUSAL = "decisions.refusal.";
    private static final List<String> AGAINST_OUTCOME =
            List.of(REFUSAL + "minors-not-excused", REFUSAL + "reach-of-account", REFUSAL + "queue-outcome");
    private static final List<String> AGAINST_GROUND = List.of(
            REFUSAL + "minors-not-excused",
            REFUSAL + "intent",
            REFUSAL + "carve-out-of-clause",
            REFUSAL + "carve-out-elsewhere",
            REFUSAL + "carve-out-unknown");

    private final ProposalModel proposals;
    private final ChecklistModel checklist;
    private final ReadOnlyObjectWrapper<Refusal> missing = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Said> said = new SimpleObjectProperty<>();
    private final ObjectProperty<List<Person>> people = new SimpleObjectProperty<>(List.of());
    private final BooleanProperty noneApplies = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final BooleanProperty undoable = new SimpleBooleanProperty();
    private final BooleanProperty compact = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper tried = new ReadOnlyBooleanWrapper();
    private Consumer<Spot> onSpot = _ -> {};

    public PanelModel(ProposalModel proposals, ChecklistModel checklist) {
        this.proposals = proposals;
        this.checklist = checklist;
        proposals.openedProperty().subscribe(this::begin);
        proposals.judgementProperty().subscribe(this::show);
        proposals
                .lockedProperty()
                .subscribe(() -> show(proposals.judgementProperty().get()));
    }

    /** Something that the panel says by itself, until the proposal changes. */
    public sealed interface Said {
        /** Why a choice cannot be made. */
        record Switched(Refusal why) implements Said {}

        /** What the screen around has to say, in words. */
        record Told(String words) implements Said {}
    }

    /** The first thing that keeps the proposal from being a decision; null when nothing does. */
    public ReadOnlyObjectProperty<Refusal> missingProperty() {
        return missing.getReadOnlyProperty();
    }

    /** Whether it can be submitted: exactly when the rules accept it. */
    public ReadOnlyBooleanProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }

    /** Who works at this desk, as far as is known: among them may be one who approves. */
    public ObjectProperty<List<Person>> peopleProperty() {
        return people;
    }

    /** Null for nothing. */
    public ObjectProperty<Said> saidProperty() {
        return said;
    }

    /** Whether the person has considered the grounds and none applies: an aid, kept with no decision. */
    BooleanProperty noneAppliesProperty() {
        return noneApplies;
    }

    /** Whether the store is recording. */
    public BooleanProperty busyProperty() {
        return busy;
    }

    /** Whether there is a decision that can still be undone or withdrawn. */
    public BooleanProperty undoableProperty() {
        return undoable;
    }

    /** Whether the window is low. */
    public BooleanProperty compactProperty() {
        return compact;
    }

    ProposalModel proposals() {
        return proposals;
    }

    /** Whether it was submitted in vain: what is missing is marked from then on, also before an outcome is chosen. */
    ReadOnlyBooleanProperty triedProperty() {
        return tried.getReadOnlyProperty();
    }

    void onSpot(Consumer<Spot> told) {
        onSpot = told;
    }

    private void begin() {
        noneApplies.set(false);
        tried.set(false);
        said.set(null);
    }

    private void show(@Nullable Judgement judgement) {
        said.set(null);
        missing.set(judgement == null ? null : judgement.first().orElse(null));
        ready.set(proposals.accepted());
    }

    /** Whether it may be submitted now; otherwise says what is missing and goes there. */
    boolean trySubmit() {
        proposals.judgeNow();
        if (busy.get() || proposals.lockedProperty().get()) {
            return false;
        }
        Refusal refusal = missing.get();
        if (refusal != null) {
            tried.set(true);
            goTo(Spot.of(refusal));
        }
        return ready.get();
    }

    private void goTo(Spot spot) {
        if (spot == Spot.CHECKLIST) {
            checklist.goToUnanswered();
        }
        onSpot.accept(spot);
    }

    /** Chooses an outcome, or says why it is switched off. */
    void choose(Outcome outcome) {
        Optional<Refusal> against = against(outcome);
        if (against.isPresent() && !proposals.lockedProperty().get()) {
            said.set(new Said.Switched(against.get()));
        } else {
            proposals.choose(outcome);
        }
    }

    /** Why an outcome is switched off; empty while it can be chosen. */
    Optional<Refusal> against(Outcome outcome) {
        return proposals.against(
                edit -> {
                    edit.outcome = outcome;
                    edit.reach = outcome == Outcome.LIMIT_REACH ? new ReachLimit(false, false, null) : null;
                },
                AGAINST_OUTCOME);
    }

    /** Why a ground is switched off; empty while it can be chosen, were the outcome an exception. */
    Optional<Refusal> against(ExceptionGround ground, @Nullable CarveOutCode carveOut) {
        return proposals.against(
                edit -> {
                    edit.outcome = Outcome.EXCEPTION;
                    edit.exception = new ExceptionClaim(ground, carveOut, null);
                },
                AGAINST_GROUND);
    }

    boolean isException() {
        Proposal now = proposals.proposalProperty().get();
        return now != null && now.outcome() == Outcome.EXCEPTION;
    }

    void ground(ExceptionGround ground, @Nullable CarveOutCode carveOut) {
        noneApplies.set(false);
        proposals.edit(edit -> edit.exception = new ExceptionClaim(ground, carveOut, why(edit)));
    }

    void noGround() {
        proposals.edit(edit -> edit.exception = why(edit) == null ? null : new ExceptionClaim(null, null, why(edit)));
    }

    void why(String words) {
        if (isException()) {
            proposals.edit(edit -> {
                @Nullable ExceptionClaim claim = edit.exception;
                @Nullable String why = ProposalEdit.orNull(words);
                edit.exception = claim == null
                        ? why == null ? null : new ExceptionClaim(null, null, why)
                        : new ExceptionClaim(claim.ground(), claim.carveOut(), why);
            });
        }
    }

    private static @Nullable String why(ProposalEdit edit) {
        return edit.exception == null ? null : edit.exception.why();
    }

    /** Takes the measure as recommended where it is the one recommended, with its end and features. */
    void measure(AccountMeasure.Type type) {
        Proposal now = proposals.proposalProperty().get();
        if (now != null && now.account().type() != type) {
            Advice advice = proposals.adviceProperty().get();
            boolean advised = advice != null && advice.account().type() == type;
            proposals.measure(advised ? advice.account() : AccountMeasure.of(type));
        }
    }

    void suspendFor(int days) {
        Instant until = proposals.clock().instant().plus(Duration.ofDays(days));
        proposals.measure(new AccountMeasure(AccountMeasure.Type.SUSPEND, until, Set.of()));
    }

    /** For how many days from now the account is suspended; 0 while no end is chosen. */
    int suspendedFor() {
        Proposal now = proposals.proposalProperty().get();
        if (now == null || now.account().until() == null) {
            return 0;
        }
        long minutes = Duration.between(
                        proposals.clock().instant(), now.account().until())
                .toMinutes();
        return (int) Math.ceilDiv(minutes, Duration.ofDays(1).toMinutes());
    }

    void feature(AccountMeasure.Feature feature, boolean blocked) {
        proposals.edit(edit -> {
            Set<AccountMeasure.Feature> features = EnumSet.noneOf(AccountMeasure.Feature.class);
            features.addAll(edit.account.features());
            if (blocked) {
                features.add(feature);
            } else {
                features.remove(feature);
            }
            edit.account = new AccountMeasure(edit.account.type(), edit.account.until(), features);
        });
    }

    /** @param reach null for no limit */
    void reach(@Nullable ReachLimit reach) {
        proposals.edit(edit -> edit.reach = reach);
    }

    void escalateTo(@Nullable String queue) {
        proposals.edit(edit -> edit.escalateTo = queue);
    }

    void rationale(String words) {
        proposals.edit(edit -> edit.rationale = ProposalEdit.orNull(words));
    }

    void noReferral(String words) {
        proposals.edit(edit -> edit.noReferral = ProposalEdit.orNull(words));
    }

    /** @param referral null to refer to this target no more */
    void referral(ReferralTarget target, @Nullable ReferralProposal referral) {
        proposals.edit(edit -> {
            edit.referrals.removeIf(other -> other.to() == target);
            if (referral != null) {
                edit.referrals.add(referral);
                edit.referrals.sort((a, b) -> a.to().compareTo(b.to()));
            }
        });
    }

    /** Device ids, the author and the like decide what can be measured at all. */
    Optional<CaseFacts> facts() {
        return Optional.ofNullable(proposals.facts());
    }
}
