package org.moderationdesk.search;

import org.moderationdesk.staff.Person;

/**
 * Finds decisions by words: of the item in the version that was decided about (text, spoken and shown words, comments
 * around it), of the rationale, notes and reasons. Not by sealed items; by what concerns child safety only for who has
 * the clearance. Any thread but the JavaFX one may ask.
 */
public interface TextSearch {
    /**
     * Asks for decisions that have all that is typed: words, {@code "several in this order"}, the beginning of one
     * ({@code viol*}), the handle of the item's account ({@code @name}). Case and accents count nothing.
     *
     * @param most how many ids to answer with at most, the newest; how many there are is counted all the same
     * @throws org.moderationdesk.staff.RightRefused without the right to look
     */
    TextAnswer find(Person by, String words, int most);
}
