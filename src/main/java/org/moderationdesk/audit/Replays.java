package org.moderationdesk.audit;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.DecisionFact;
import org.moderationdesk.decisions.StoredDecisions;
import org.moderationdesk.decisions.WhatWasSeen;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.log.LoggedEvent;
import org.moderationdesk.log.StoredEvents;
import org.moderationdesk.notices.Statements;
import org.moderationdesk.quality.PastCases;
import org.moderationdesk.review.Opened;
import org.moderationdesk.staff.Person;

/** Opens one decision as it was made, and tells the log that somebody read it. Not for the JavaFX thread. */
public final class Replays {
    private static final int MOST_ENTRIES = 400;

    private final LogReader reader;
    private final StoredDecisions decisions;
    private final PastCases cases;
    private final StoredEvents events;
    private final EventLog log;
    private final Statements statements;

    public Replays(
            LogReader reader,
            StoredDecisions decisions,
            PastCases cases,
            StoredEvents events,
            EventLog log,
            Statements statements) {
        this.reader = reader;
        this.decisions = decisions;
        this.cases = cases;
        this.events = events;
        this.log = log;
        this.statements = statements;
    }

    /**
     * The decision that this entry tells of.
     *
     * @return empty where there is none, or none that this person may know of: the log is then told nothing
     * @throws org.moderationdesk.staff.RightRefused without {@link org.moderationdesk.staff.Right#SEE_DECISIONS}
     */
    public Optional<Replay> open(long seq) {
        return reader.row(seq).flatMap(this::read);
    }

    /** The same by its id. */
    public Optional<Replay> open(String decisionId) {
        return reader.row(decisionId).flatMap(this::read);
    }

    /** The decisions whose place it took and that took its place are entries of the same item. */
    private Optional<Replay> read(LogRow row) {
        DecisionFact fact = row.fact();
        Person viewer = reader.viewer();
        var line = decisions.find(viewer, fact.decisionId());
        var proposal = decisions.approvals().proposal(fact.decisionId());
        var whole = decisions.whole(fact.decisionId());
        var link = new ChainLinks(events).of(fact.seq());
        var told = statements.of(viewer, fact.decisionId());
        if (line.isEmpty() || proposal.isEmpty() || whole.isEmpty() || link.isEmpty() || told.isEmpty()) {
            return Optional.empty();
        }
        tell(fact, viewer);
        @Nullable Opened then = cases.of(fact.decisionId(), viewer).orElse(null);
        return Optional.of(new Replay(
                row, line.get(), proposal.get(), seen(whole.get()), then, told.get(), entries(fact), link.get()));
    }

    @SuppressWarnings("unchecked") // written as an object
    private static WhatWasSeen seen(Map<String, Object> whole) {
        return WhatWasSeen.of((Map<String, ?>) whole.getOrDefault("seen", Map.of()));
    }

    private List<LoggedEvent> entries(DecisionFact fact) {
        return events.ofItem(fact.itemId(), MOST_ENTRIES).stream()
                .filter(entry -> entry.caseId() != null && entry.caseId() == fact.caseId())
                .sorted(Comparator.comparingLong(LoggedEvent::seq))
                .toList();
    }

    private void tell(DecisionFact fact, Person viewer) {
        long unused = log.recordSoon(
                viewer.name(),
                act -> act.append(new Entry(
                        EventKind.SHOWN,
                        fact.caseId(),
                        fact.itemId(),
                        Map.of("by", "decisions", "decision", fact.decisionId()),
                        List.of())));
    }
}
