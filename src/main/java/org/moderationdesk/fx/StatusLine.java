package org.moderationdesk.fx;

import java.time.Instant;

/** The place in the status bar where a screen says what it has just done. JavaFX thread only. */
public interface StatusLine {
    /** Says it until something else is said. */
    void say(String sentence);

    /**
     * Says what was done and counts down how long it can still be undone; then it goes by itself.
     *
     * @param words without the countdown, such as "V-20417 recorded"
     */
    void undoFor(String words, Instant until);

    /** Nothing more to say, because it was undone. */
    void clear();

    /** Counts shown in the bar or on the rail have changed: ask the store again. */
    void countsChanged();
}
