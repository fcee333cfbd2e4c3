package org.moderationdesk.practice;

/**
 * A set of items to practise on.
 *
 * @param number by which people name it, counted from 1
 * @param newest its newest version
 * @param keyed how many of its items have a key
 */
public record PracticeSet(String id, int number, SetState state, SetVersion newest, int keyed) {
    public boolean isKeyComplete() {
        return newest.items() > 0 && keyed == newest.items();
    }
}
