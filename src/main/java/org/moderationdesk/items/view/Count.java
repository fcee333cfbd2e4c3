package org.moderationdesk.items.view;

/** Which form a text with a count takes: its key ends on "one" or "several". */
public final class Count {
    private Count() {}

    public static String form(long count) {
        return count == 1 ? "one" : "several";
    }
}
