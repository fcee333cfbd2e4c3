package org.moderationdesk.items.view;

/**
 * A fact by its name, for a table of such lines.
 *
 * @param exact whether it is a hash or the like, set in letters of one width
 */
record FactLine(String name, String value, boolean exact) {
    FactLine(String name, String value) {
        this(name, value, false);
    }
}
