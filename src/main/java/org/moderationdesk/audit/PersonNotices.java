package org.moderationdesk.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.moderationdesk.decisions.DecisionFact;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.notices.Statements;
import org.moderationdesk.notices.Told;

/** What the person concerned is told of a decision, for who may read decisions; the log is told that it was read. */
public final class PersonNotices {
    private final DecisionLog decisions;
    private final Statements statements;
    private final EventLog log;

    public PersonNotices(DecisionLog decisions, Statements statements, EventLog log) {
        this.decisions = decisions;
        this.statements = statements;
        this.log = log;
    }

    /**
     * Of the decision of this id. Slow: not for the JavaFX thread.
     *
     * @return empty where there is none, or none that this person may know of: the log is then told nothing
     * @throws org.moderationdesk.staff.RightRefused without {@link org.moderationdesk.staff.Right#SEE_DECISIONS}
     */
    public Optional<Told> of(String decisionId) {
        Optional<DecisionFact> fact = decisions.of(decisionId);
        Optional<Told> told = fact.flatMap(one -> statements.of(decisions.viewer(), decisionId));
        if (told.isPresent()) {
            tell(fact.orElseThrow());
        }
        return told;
    }

    private void tell(DecisionFact fact) {
        long unused = log.record(
                decisions.viewer().name(),
                act -> act.append(new Entry(
                        EventKind.SHOWN,
                        fact.caseId(),
                        fact.itemId(),
                        Map.of("by", "notice", "decision", fact.decisionId()),
                        List.of())));
    }
}
