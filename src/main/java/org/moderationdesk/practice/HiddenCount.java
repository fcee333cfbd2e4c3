package org.moderationdesk.practice;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How somebody did on hidden tests. One wrong answer says nothing; what may have a consequence is {@link #isEnough}.
 *
 * @param wrong answers that were not wholly one of the accepted ones
 */
public record HiddenCount(String person, int answered, int wrong) {
    /** Tests from which on there is anything to say of somebody. */
    public static final int FEWEST_ANSWERED = 5;

    /** Wrong answers from which on there is, whatever share they are. */
    public static final int FEWEST_WRONG = 3;

    /** Whether there are several wrong answers among enough: a reason to talk, and the least for anything more. */
    public boolean isEnough() {
        return answered >= FEWEST_ANSWERED && wrong >= FEWEST_WRONG;
    }

    /** By person, in the order of their names. */
    public static List<HiddenCount> of(List<HiddenResult> results) {
        Map<String, HiddenCount> counts = new TreeMap<>();
        for (HiddenResult one : results) {
            counts.merge(
                    one.person(),
                    new HiddenCount(one.person(), 1, one.isRight() ? 0 : 1),
                    (all, also) -> new HiddenCount(all.person(), all.answered() + 1, all.wrong() + also.wrong()));
        }
        return List.copyOf(counts.values());
    }
}
