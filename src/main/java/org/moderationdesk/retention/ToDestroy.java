package org.moderationdesk.retention;

/**
 * An item that an open order asks to be destroyed, and that has not been.
 *
 * @param authority who gave the order, in words
 * @param enteredBy who may not carry it out
 */
public record ToDestroy(String orderId, String authority, String reference, String itemId, String enteredBy) {}
