package org.moderationdesk.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/**
 * One case that is about to be made.
 *
 * @param number of the template
 * @param round how often the template was used before
 * @param turn chooses the wording
 * @param random of this case alone
 * @param arrived when the case reaches the desk, if the desk's clock can be put back
 * @param waited since then
 */
record Draft(Template template, int number, int round, int turn, Random random, Instant arrived, Duration waited) {
    String say(String text) {
        return Wording.of(text, turn);
    }

    /** Between the two, the first included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least);
    }

    Instant posted() {
        return template.live() ? arrived.minus(Duration.ofMinutes(19)) : arrived.minus(Duration.ofMinutes(400));
    }
}
