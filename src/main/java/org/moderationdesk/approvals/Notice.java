package org.moderationdesk.approvals;

import java.time.Instant;

/**
 * Something that a person is told of.
 *
 * @param key the same whenever it is asked for: by it is kept what has been read
 * @param about the decision, where it is one; empty for a case that was handed over
 * @param who did it, or made the decision that waits
 * @param words their reason, question or note; empty without
 */
public record Notice(
        String key, Kind kind, String about, String itemId, String who, String words, Instant at, boolean read) {
    /** What it tells. */
    public enum Kind {
        APPROVED,
        REFUSED,
        SENT_BACK,
        HANDED_OVER,
        /** Somebody's decision waits for this person, among others perhaps. */
        WAITS,
        /** Something went out at once, and waits to be approved afterwards. */
        EMERGENCY,
        /** Somebody asks this person to decide disputed cases apart; about is the session. */
        CALIBRATE,
        /** A session that this person was asked in has been ruled on; about is the session. */
        RULED,
        /** There is an edition of the guidelines whose differences this person has not read; about is its name. */
        EDITION,
        /** A second review differed from this person's decision, and a lead has resolved it; about is the review. */
        QUALITY_RESOLVED,
        /** Somebody replied to what this lead resolved; about is the review. */
        QUALITY_REPLIED,
        /** This person is asked to practise; about is the assignment, words what the set is called. */
        PRACTISE,
        /** A key was changed, and a run of theirs is worth something else since; about is the run, words why. */
        RESCORED,
        /** A trainer says something about a run of theirs; about is the run, words what is said. */
        TRAINER_NOTE,
        /** The key that they questioned was ruled on; about is the run, words the ruling. */
        KEY_RULED,
        /** Somebody questions a key, and this person may rule on it; about is the dispute, words why. */
        KEY_QUESTIONED,
        /** A certificate of theirs ends soon; about is the certification, at its end. */
        CERTIFICATE_ENDS,
        /** An emergency that went out was decided on a hidden test: nobody is to call. */
        TEST_EMERGENCY,
        /** An authority ordered something that is to be done; about is the order, words how long there is. */
        ORDER_OPEN,
        /** The same is overdue; words for how long. */
        ORDER_LATE,
        /** Emergency services were called; about is the call, words what came of it. */
        EMERGENCY_CALLED
    }
}
