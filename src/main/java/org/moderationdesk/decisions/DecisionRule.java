package org.moderationdesk.decisions;

import java.util.List;

/** One of the rules D1 to D14. Looks at nothing but what it is handed, and keeps nothing. */
interface DecisionRule {
    /** Such as "D4". */
    String number();

    /** Why it refuses, each reason once; empty where it accepts. */
    List<Refusal> check(Asked asked);

    /** @param key the end of a key below {@code decisions.refusal} */
    default Refusal refusal(String key, Object... arguments) {
        return Refusal.of(number(), key, arguments);
    }
}
