package org.moderationdesk.guidelines;

/** Something that the guidelines say beside their rules, about the whole book, a chapter or a section. */
public enum BookNote {
    /** What the book covers and how it is kept up. */
    INTRODUCTION,
    /** Those concerned are told and may object. */
    PEOPLE_CONCERNED,
    /** What may happen to accounts anywhere in the book. */
    ACCOUNT_MEASURES,
    /** When a case is referred at all. */
    REFERRALS,
    /** Which content may stay in the public interest. */
    EXCEPTIONS,
    /** When content stays but is made harder to find. */
    REACH_LIMITS,
    /** Knowledge from outside the platform may count. */
    OFF_PLATFORM,
    /** What is regulated in most places counts, even where it is legal. */
    REGIONAL,
    /** Where somebody in need is pointed to help. */
    SUPPORT,
    /** Who counts as a minor. */
    MINOR_AGE,
    /** Age limits may be higher in some regions. */
    AGE_REGIONAL,
    /** Animated, made and manipulated images count as well. */
    SYNTHETIC,
    /** The text leaves this open; the desk reads it strictly. */
    OUR_READING
}
