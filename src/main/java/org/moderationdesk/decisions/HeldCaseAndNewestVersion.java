package org.moderationdesk.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** D8: who decides holds the case, and has looked at the newest version of the item. */
final class HeldCaseAndNewestVersion implements DecisionRule {
    @Override
    public String number() {
        return "D8";
    }

    @Override
    public List<Refusal> check(Asked asked) {
        var refusals = new ArrayList<Refusal>();
        standing(asked).ifPresent(refusals::add);
        Integer looked = asked.proposal().version();
        int newest = asked.item().version();
        if (looked != null && looked != newest) {
            refusals.add(refusal(looked < newest ? "older-version" : "no-such-version", looked, newest));
        }
        return refusals;
    }

    private Optional<Refusal> standing(Asked asked) {
        return switch (asked.facts().standing()) {
            case Standing.Held held when held.until().isAfter(asked.facts().now()) -> Optional.empty();
            case Standing.Held held -> Optional.of(refusal("lease-ended", held.until()));
            case Standing.NotHeld _ -> Optional.of(refusal("not-held"));
            case Standing.HeldBy held -> Optional.of(refusal("held-by", held.name()));
            case Standing.DecidedBy decided -> Optional.of(refusal("decided-by", decided.name(), decided.at()));
            case Standing.NothingOpen _ ->
                Optional.of(refusal("nothing-open", asked.item().id()));
        };
    }
}
