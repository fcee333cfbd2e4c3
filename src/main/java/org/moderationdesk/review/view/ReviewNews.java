package org.moderationdesk.review.view;

import org.moderationdesk.decisions.Approval;
import org.moderationdesk.decisions.Judgement;
import org.moderationdesk.decisions.Recorded;
import org.moderationdesk.queue.ClaimRefused;

/** What has happened to a case, for the screen to put into words. */
sealed interface ReviewNews {
    /**
     * The decision is in the store.
     *
     * @param together how many duplicates were decided with it
     * @param left how many ticked duplicates the rules or their holders kept back
     */
    record Decided(String item, Recorded decision, int together, int left) implements ReviewNews {}

    /** @param followUp whether something has gone out already, and has to be followed up */
    record TakenBack(String item, boolean followUp) implements ReviewNews {}

    record Withdrawn(String item) implements ReviewNews {}

    record Skipped(String item) implements ReviewNews {}

    record HandedOver(String item, String to) implements ReviewNews {}

    record NothingToUndo() implements ReviewNews {}

    /** Nobody waits any more. */
    record Clear() implements ReviewNews {}

    /** Cases wait, but none that this person is offered now. */
    record NoneOffered() implements ReviewNews {}

    /** The item is not known here, or not for this person. */
    record Unknown(String item) implements ReviewNews {}

    /** The store has refused the decision, or an act on one. */
    record Refused(Judgement judgement) implements ReviewNews {}

    /** The case can only be read. */
    record ReadOnly(ClaimRefused.Reason why) implements ReviewNews {}

    /** The person no longer holds the case; the answers are kept. */
    record LeaseLost(String item) implements ReviewNews {}

    /** Reports came while the person was at it; they are shown now. */
    record NewReports(int reports) implements ReviewNews {}

    /** Somebody gave the case to this person. */
    record GivenByOther(String from, String note) implements ReviewNews {}

    /** The case came back from a second person. */
    record Returned(Approval approval) implements ReviewNews {}

    /** The store does not answer: nobody knows whether the decision is there, and it is sent again. */
    record Unsent(String item) implements ReviewNews {}

    /** Answers that the store could not take before are in it now. */
    record Kept(String item) implements ReviewNews {}

    /** The store did not do what it was asked. */
    record Failed() implements ReviewNews {}
}
