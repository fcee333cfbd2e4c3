package org.moderationdesk.guidelines;

/** Why content stays on the platform but is made harder to find. */
public enum ReachReason {
    SPAM,
    UNDER_REVIEW,
    UPSETTING,
    SHOCKING
}
