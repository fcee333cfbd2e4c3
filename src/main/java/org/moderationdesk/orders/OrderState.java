package org.moderationdesk.orders;

/** How an order stands. */
public enum OrderState {
    OPEN,
    /** Its clock stands still. */
    STOPPED,
    ANSWERED,
    WITHDRAWN
}
