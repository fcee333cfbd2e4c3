package org.moderationdesk.guidelines;

/** What the guidelines themselves say may happen to an account; the ordinary table of strikes stands beside it. */
public enum AccountResponse {
    PROFILE_CHANGE,
    FEATURE_BLOCK,
    SUSPEND,
    BAN,
    DEVICE_BAN,
    REMOVE_UNDERAGE
}
