package org.moderationdesk.guidelines;

/** Whom a case can be referred to outside the platform. */
public enum ReferralTarget {
    NCMEC,
    JUDICIAL_AUTHORITY,
    EMERGENCY_SERVICES
}
