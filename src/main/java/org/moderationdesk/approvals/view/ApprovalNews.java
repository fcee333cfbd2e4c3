package org.moderationdesk.approvals.view;

import org.moderationdesk.decisions.ApprovalVerdict;
import org.moderationdesk.decisions.Judgement;

/** What has happened, for the screen to put into words. */
sealed interface ApprovalNews {
    /** The answer is in the store. */
    record Answered(ApprovalVerdict verdict, String item, String first) implements ApprovalNews {}

    /** The store has refused the answer: somebody else was quicker, perhaps. */
    record Refused(Judgement judgement) implements ApprovalNews {}

    /** The store did not do what it was asked. */
    record Failed() implements ApprovalNews {}
}
