package org.moderationdesk.calibration;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.moderationdesk.decisions.Answer;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.guidelines.ClauseCode;

/** The precedents that one person may know of, held in memory so that they can be asked at every key. */
public final class PrecedentBook {
    private final Map<ClauseCode, List<Precedent>> byClause = new HashMap<>();

    /** @param precedents the newest first */
    public PrecedentBook(List<Precedent> precedents) {
        for (Precedent precedent : precedents) {
            precedent.answer().clauses().forEach(clause -> byClause.computeIfAbsent(clause, _ -> new ArrayList<>())
                    .add(precedent));
        }
    }

    public static PrecedentBook empty() {
        return new PrecedentBook(List.of());
    }

    /** Those that name the clause, the newest first; also those that have lapsed. */
    public List<Precedent> of(ClauseCode clause) {
        return List.copyOf(byClause.getOrDefault(clause, List.of()));
    }

    /** How many of those that hold say what; in the order of outcomes. */
    public Map<Outcome, Integer> counts(ClauseCode clause) {
        var counts = new EnumMap<Outcome, Integer>(Outcome.class);
        holding(clause).forEach(precedent -> counts.merge(precedent.answer().outcome(), 1, Integer::sum));
        return counts;
    }

    private List<Precedent> holding(ClauseCode clause) {
        return byClause.getOrDefault(clause, List.of()).stream()
                .filter(precedent -> precedent.holdsFor(clause))
                .toList();
    }

    /**
     * A clause on which a proposal is unlike every precedent that holds.
     *
     * @param newest the newest of them
     */
    public record Departure(ClauseCode clause, Precedent newest, int precedents) {}

    /**
     * Where a proposal departs from what was ruled: for the clauses answered "yes", in book order. Advice, never a
     * refusal; who escalates departs from nothing.
     */
    public List<Departure> departures(Proposal proposal) {
        if (byClause.isEmpty() || proposal.outcome() == null || proposal.outcome() == Outcome.ESCALATE) {
            return List.of();
        }
        List<Departure> departures = new ArrayList<>();
        for (ClauseCode clause : proposal.answered(Answer.YES)) {
            List<Precedent> holding = holding(clause);
            if (!holding.isEmpty()
                    && holding.stream()
                            .noneMatch(precedent -> precedent.answer().isThatOf(proposal))) {
                departures.add(new Departure(clause, holding.getFirst(), holding.size()));
            }
        }
        return departures;
    }
}
