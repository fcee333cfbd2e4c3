package org.moderationdesk.guidelines;

import java.util.List;

/**
 * What a section forbids, and the room that it makes.
 *
 * @param prose whether the source gives the rules in running text, not as a list
 */
public record SectionRules(List<Clause> clauses, List<CarveOut> carveOuts, boolean prose) {
    public SectionRules {
        clauses = List.copyOf(clauses);
        carveOuts = List.copyOf(carveOuts);
    }
}
