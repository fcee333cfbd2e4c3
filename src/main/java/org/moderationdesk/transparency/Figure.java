package org.moderationdesk.transparency;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One number.
 *
 * @param of to whom, or what kind of order; empty for all
 * @param state two letters of the authority's Member State, EU, or * for anywhere; empty where none is told apart
 * @param median of the time that they took; null where nothing is timed, or there was none
 */
public record Figure(
        What what,
        String of,
        String state,
        long count,
        @Nullable Duration median) {
    /** What is counted. */
    public enum What {
        /** Decisions asked for them. */
        REFERRALS_MADE,
        /** A second person approved them. */
        REFERRALS_APPROVED,
        /** They arrived; the time is from the decision. */
        REFERRALS_SENT,
        /** A second person refused them, or asked back. */
        REFERRALS_REFUSED,
        /** They were undone, taken back or replaced. */
        REFERRALS_STOPPED,
        ORDERS_RECEIVED,
        /** Nothing is left to be done about them; the time is from their receipt. */
        ORDERS_ANSWERED,
        ORDERS_WITHDRAWN,
        DOSSIERS_MADE,
        /** Somebody entered that they arrived. */
        DOSSIERS_RECEIVED,
        EMERGENCY_CALLS,
        /** Finished where reports are real. */
        NCMEC_REPORTS
    }
}
