package org.moderationdesk.decisions;

/** What is done to an item or an account. The account measures carry the names of {@link AccountMeasure.Type}. */
public enum MeasureType {
    /** A livestream that runs is ended now: what is sent next does no more harm while the rest is done. */
    STOP_STREAM,
    /** The content is taken down. */
    REMOVAL,
    /** The content is kept back until the case is decided. */
    WITHHOLD,
    /** The content stays and is spread less. */
    REACH_LIMIT,
    WARNING,
    STRIKE,
    PROFILE_CHANGE,
    FEATURE_BLOCK,
    SUSPEND,
    BAN,
    DEVICE_BAN,
    REMOVE_UNDERAGE;

    /** Whether it concerns the account and not the item. */
    public boolean onAccount() {
        return switch (this) {
            case STOP_STREAM, REMOVAL, WITHHOLD, REACH_LIMIT -> false;
            case WARNING, STRIKE, PROFILE_CHANGE, FEATURE_BLOCK, SUSPEND, BAN, DEVICE_BAN, REMOVE_UNDERAGE -> true;
        };
    }

    /** A strike, or the suspension that a further strike becomes: both count as one for as long as they are active. */
    public boolean countsAsStrike() {
        return this == STRIKE || this == SUSPEND;
    }
}
