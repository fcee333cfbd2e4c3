package org.moderationdesk.search;

import org.moderationdesk.log.EventLog;
import org.moderationdesk.staff.Person;

/**
 * Finds decisions by words: of the item in the version that was decided about (text, spoken and shown words, comments
 * around it), of the rationale, notes and reasons. Not by sealed items; by what concerns child safety only for who has
 * the clearance, and not by the item that who asks reviews blind. Any thread but the JavaFX one may ask.
 */
public interface TextSearch extends AutoCloseable {
    /**
     * Asks for decisions that have all that is typed: words, {@code "several in this order"}, the beginning of one
     * ({@code viol*}), the handle of the item's account ({@code @name}). Case and accents count nothing.
     *
     * @param most how many ids to answer with at most, the newest; how many there are is counted all the same
     * @throws org.moderationdesk.staff.RightRefused without the right to look
     */
    TextAnswer find(Person by, String words, int most);

    /** Begins to gather words, where that is this desk's to do. Returns at once. */
    default void start() {}

    /** The log for acts that erase, so that what they erase cannot be found by its words either. */
    default EventLog forErasing(EventLog log) {
        return log;
    }

    @Override
    default void close() {}
}
