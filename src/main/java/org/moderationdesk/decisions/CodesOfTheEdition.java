package org.moderationdesk.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.moderationdesk.guidelines.Clause;
import org.moderationdesk.guidelines.ClauseCode;

/** D5: a decision names rules of the edition in force, or of the one that the case was opened under. */
final class CodesOfTheEdition implements DecisionRule {
    @Override
    public String number() {
        return "D5";
    }

    @Override
    public List<Refusal> check(Asked asked) {
        Proposal proposal = asked.proposal();
        if (!asked.editionAllowed()) {
            return List.of(refusal("edition", String.valueOf(proposal.edition()), asked.inForce()));
        }
        SortedSet<ClauseCode> named = new TreeSet<>(proposal.answers().keySet());
        named.addAll(proposal.notes().keySet());
        proposal.evidence().forEach(mark -> named.add(mark.clause()));
        List<String> unknown = new ArrayList<>(asked.strays().rules());
        var refusals = new ArrayList<Refusal>();
        for (ClauseCode code : named) {
            Optional<Clause> clause = asked.book().clause(code);
            if (clause.isEmpty()) {
                unknown.add(code.value());
            } else if (!clause.get().citable()) {
                List<String> parts = clause.get().parts().stream()
                        .map(part -> part.code().value())
                        .toList();
                refusals.add(refusal("has-parts", code.value(), parts.getFirst(), parts.getLast()));
            }
        }
        if (!unknown.isEmpty()) {
            refusals.addFirst(refusal("unknown-code", asked.book().edition(), unknown));
        }
        return refusals;
    }
}
