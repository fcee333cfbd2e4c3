package org.moderationdesk.agreement;

import java.util.List;
import org.moderationdesk.decisions.Answer;
import org.moderationdesk.guidelines.ClauseCode;

/**
 * How far the answers to one clause agree, over the pairs in which both answered it.
 *
 * @param disputed ids of the decisions whose two answers differ, newest first
 */
public record ClauseAgreement(ClauseCode clause, Agreement<Answer> agreement, List<String> disputed) {
    public ClauseAgreement {
        disputed = List.copyOf(disputed);
    }

    /**
     * The least share of pairs that is taken to differ: what is left beyond the upper end of raw agreement's interval.
     * Few pairs have a wide interval, so that chance does not put a clause first. Below zero where there are too few.
     */
    public double surelyDiffers() {
        return switch (agreement.raw()) {
            case Figure.Known known -> 1 - known.high();
            case Figure.Few _, Figure.OneCategory _ -> -1;
        };
    }
}
