package org.moderationdesk.calibration;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who is asked.
 *
 * @param number 1 for the letter A; drawn by lot
 * @param person their name; null while names are not shown
 */
public record Seat(int number, @Nullable String person) {
    public Seat {
        if (number < 1 || number > NewSession.MOST_ASKED) {
            throw new IllegalArgumentException("not a seat: " + number);
        }
    }

    public String letter() {
        return Character.toString('A' + number - 1);
    }
}
