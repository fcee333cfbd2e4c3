package org.moderationdesk.orders;

import org.jspecify.annotations.Nullable;

/**
 * What an order is about.
 *
 * @param itemId of this desk; null for what the desk does not have
 * @param locator in the authority's words, such as an address; empty where the item says it all
 */
public record Subject(@Nullable String itemId, String locator) {
    static final int LONGEST = 2_000;

    public Subject {
        locator = locator.strip();
    }

    boolean isUsable() {
        return (itemId != null || !locator.isEmpty())
                && locator.length() <= LONGEST
                && locator.chars().noneMatch(Character::isISOControl);
    }
}
