package org.moderationdesk.referrals;

import java.util.List;

/** All that happened of one filing, each list in the order in which it happened. */
record FilingHistory(List<FilingStep> steps, List<FilingWish> wishes) {
    FilingHistory {
        steps = List.copyOf(steps);
        wishes = List.copyOf(wishes);
    }

    /** What was decided after so many requests and before the next. */
    List<FilingWish> wishesAfter(int requests) {
        return wishes.stream().filter(wish -> wish.after() == requests).toList();
    }
}
