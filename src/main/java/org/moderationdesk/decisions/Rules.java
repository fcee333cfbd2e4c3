package org.moderationdesk.decisions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.guidelines.Book;

/**
 * Says whether a proposal is a valid decision: the one place that does. Asks D9, D8 and D5 first, then the others by
 * number, and last what the queue allows. Pure and fast (the panel asks at every key); safe for any thread.
 */
public final class Rules {
    private static final ClearanceForChildSafety CLEARANCE = new ClearanceForChildSafety();
    private static final List<DecisionRule> OTHERS = List.of(
            new HeldCaseAndNewestVersion(),
            new CodesOfTheEdition(),
            new RemovalNeedsAClause(),
            new ExceptionNeedsGroundAndReason(),
            new MinorsAreReferredNeverExcused(),
            new NoViolationNeedsACleanChecklist(),
            new GraveChoicesNeedARationale(),
            new IntentIsNoDefence(),
            new MeasuresAndCarveOutsFit(),
            new ReachLimitsAreReasoned(),
            new EvidenceLiesInTheItem(),
            new EscalationNeedsAnAddress(),
            new OutcomesOfTheQueue());

    private final Book inForce;
    private final Map<String, Book> editions = new HashMap<>();

    public Rules(Book inForce) {
        this(inForce, List.of());
    }

    /** @param earlier editions that cases may still be pinned to */
    public Rules(Book inForce, List<Book> earlier) {
        this.inForce = inForce;
        earlier.forEach(book -> editions.put(book.edition(), book));
        editions.put(inForce.edition(), inForce);
    }

    public Judgement judge(Proposal proposal, CaseFacts facts) {
        return judge(new ProposalLine(proposal, Strays.none()), facts);
    }

    public Judgement judge(ProposalLine line, CaseFacts facts) {
        Asked asked = asked(line, facts);
        List<Refusal> uncleared = CLEARANCE.check(asked);
        if (!uncleared.isEmpty()) {
            // What else is wrong would tell of a case that this person may not see.
            return new Judgement(uncleared);
        }
        var refusals = new ArrayList<Refusal>();
        if (line.proposal().outcome() == null) {
            refusals.add(Refusal.of(Refusal.FORMAT, "no-outcome"));
        }
        for (DecisionRule rule : OTHERS) {
            refusals.addAll(rule.check(asked));
        }
        return new Judgement(refusals);
    }

    /** The edition in force. */
    public Book inForce() {
        return inForce;
    }

    /** The book that a proposal is decided by: of the edition it names, else the one in force. */
    public Book book(Proposal proposal) {
        @Nullable String named = proposal.edition();
        return named == null ? inForce : editions.getOrDefault(named, inForce);
    }

    /** The book of this edition, else the one in force. */
    public Book edition(String name) {
        return editions.getOrDefault(name, inForce);
    }

    private Asked asked(ProposalLine line, CaseFacts facts) {
        @Nullable String named = line.proposal().edition();
        boolean allowed = named == null
                || named.equals(inForce.edition())
                || named.equals(facts.pinnedEdition()) && editions.containsKey(named);
        Book book = allowed ? book(line.proposal()) : inForce;
        return new Asked(line.proposal(), line.strays(), facts, book, inForce.edition(), allowed);
    }
}
