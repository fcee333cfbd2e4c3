package org.moderationdesk.decisions;

import java.util.List;
import org.moderationdesk.guidelines.ClauseCode;

/**
 * D7: intent is no defence for pictures of what 5.2.1 forbids: neither an exception nor a carve-out holds. In 6.2 and
 * 9.3, where the book says the same of intent, an exception is accepted and waits ({@link FourEyes}).
 */
final class IntentIsNoDefence implements DecisionRule {
    @Override
    public String number() {
        return "D7";
    }

    @Override
    public List<Refusal> check(Asked asked) {
        if (!asked.outcomeIs(Outcome.EXCEPTION) || !asked.item().kind().hasPicture()) {
            return List.of();
        }
        List<ClauseCode> shown = asked.yesIn(clause -> asked.section(clause)
                .filter(section ->
                        section.handling().exceptions().refusedWithPicture().contains(clause))
                .isPresent());
        return shown.isEmpty()
                ? List.of()
                : List.of(refusal("intent", shown, asked.item().kind()));
    }
}
