package org.moderationdesk.practice;

import java.util.List;

/**
 * How many hidden tests a queue is given.
 *
 * @param oneIn new cases of the queue are followed by a test; 0 where none is
 * @param sets ids of the sets that tests are taken from
 * @param seen new cases of the queue that have come in since the share was set
 */
public record HiddenShare(String queue, int oneIn, List<String> sets, long seen) {
    public HiddenShare {
        sets = List.copyOf(sets);
    }
}
