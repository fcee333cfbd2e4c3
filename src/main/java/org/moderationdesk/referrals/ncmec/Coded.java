package org.moderationdesk.referrals.ncmec;

/** A value that NCMEC writes in its own words. */
public interface Coded {
    /** Exactly as it stands in a document. */
    String code();
}
