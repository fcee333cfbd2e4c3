package org.moderationdesk.practice;

import org.moderationdesk.items.FlaggedItem;

/**
 * An item to practise on, as the review screen shows it. Its media stay covered until they are looked at.
 *
 * @param id by which people name it, such as P-07; unique within its set, and also the id of the item in {@code content}
 * @param position in the set, counted from 1
 * @param title what it is called in lists once it is answered; it may hint at the answer
 * @param content the item and its reports
 */
public record PracticeItem(String id, int position, Told title, FlaggedItem content) {}
