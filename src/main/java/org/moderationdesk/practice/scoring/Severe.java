package org.moderationdesk.practice.scoring;

/** A mistake that fails a run whatever it is worth otherwise, where the set says so. */
public enum Severe {
    /** Chapter 8 asks for a referral, and the answer neither makes one nor hands the case to who would. */
    MISSED_REFERRAL,
    /** The answer lets stay what the book excuses on no ground. */
    REFUSED_EXCEPTION
}
