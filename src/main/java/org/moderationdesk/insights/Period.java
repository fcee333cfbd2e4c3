package org.moderationdesk.insights;

/** How far back figures go, today included. */
public enum Period {
    TODAY(1),
    DAYS_14(14),
    DAYS_30(30);

    private final int days;

    Period(int days) {
        this.days = days;
    }

    public int days() {
        return days;
    }
}
