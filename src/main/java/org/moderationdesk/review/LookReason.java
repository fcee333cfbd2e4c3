package org.moderationdesk.review;

/** Why sealed content is looked at, of the few reasons that there are. */
public enum LookReason {
    FACTS_NOT_ENOUGH,
    MATCH_IN_DOUBT,
    DANGER_NOW,
    REFERRAL_NEEDS_IT,
    SECOND_OPINION
}
