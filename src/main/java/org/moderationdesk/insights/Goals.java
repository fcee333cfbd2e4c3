package org.moderationdesk.insights;

/** What a team aims at. */
public final class Goals {
    /** The share of decisions that come before the deadline. */
    public static final double ON_TIME = 0.95;

    /** Cohen's kappa of blind pairs. */
    public static final double KAPPA = 0.70;

    /** No handle time of a section rests on fewer decisions. */
    public static final int LEAST_HANDLED = 30;

    private Goals() {}
}
