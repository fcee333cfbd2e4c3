package org.moderationdesk.items;

import java.util.List;
import java.util.Set;

/**
 * The account behind an item, as the desk last heard of it.
 *
 * @param author with its history of measures taken elsewhere
 * @param otherItems other items of this account at the desk, those with an open case first, at most 200
 */
public record AccountFile(Author author, List<OtherItem> otherItems) {
    public AccountFile {
        otherItems = List.copyOf(otherItems);
    }

    AccountFile without(Set<String> hidden) {
        return new AccountFile(
                author,
                otherItems.stream()
                        .filter(other -> !hidden.contains(other.itemId()))
                        .toList());
    }

    /**
     * Another item of the account.
     *
     * @param excerpt its first words, for a list
     */
    public record OtherItem(String itemId, ItemKind kind, boolean open, String excerpt) {}
}
