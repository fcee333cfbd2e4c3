package org.moderationdesk.decisions;

import java.util.List;
import java.util.Optional;

/**
 * What the rules say of a proposal.
 *
 * @param refusals in the order in which the rules are asked; a rule may refuse for several reasons; none = accepted
 */
public record Judgement(List<Refusal> refusals) {
    public Judgement {
        refusals = List.copyOf(refusals);
    }

    /** An item that the desk does not know, or that has no open case: there is nothing to decide. */
    public static Judgement nothingOpen(String item) {
        return new Judgement(List.of(Refusal.of("D8", "nothing-open", item)));
    }

    public boolean accepted() {
        return refusals.isEmpty();
    }

    public Optional<Refusal> first() {
        return refusals.stream().findFirst();
    }

    /** The refusing rules, each once, first asked first. */
    public List<String> rules() {
        return refusals.stream().map(Refusal::rule).distinct().toList();
    }
}
