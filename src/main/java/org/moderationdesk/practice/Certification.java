package org.moderationdesk.practice;

import java.util.List;

/**
 * What somebody must have passed to be certified, and for how long that is good. A queue may demand it.
 *
 * @param name by which queues name it
 * @param sets ids of the sets, all of which must be passed
 * @param percent the least score in each; never below the set's own pass mark
 * @param validDays how many days a certificate is good
 */
public record Certification(String name, Told title, List<String> sets, int percent, int validDays, boolean withdrawn) {
    public Certification {
        sets = List.copyOf(sets);
    }
}
