package org.moderationdesk.decisions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.items.Report;

/**
 * What the store holds about a case that its next decision changes: whether that decision is recorded already, the
 * earlier ones with their measures, and who made the reports. It follows from what the log tells of the item, and can be
 * read before the act where nothing more is told of it then.
 */
public final class DecidedSoFar {
    private final List<DecisionRow> decisions;
    private final Map<String, List<MeasureRow>> measures;
    private final Map<String, SettledReports.Who> reporters;

    private DecidedSoFar(
            List<DecisionRow> decisions,
            Map<String, List<MeasureRow>> measures,
            Map<String, SettledReports.Who> reporters) {
        this.decisions = decisions;
        this.measures = measures;
        this.reporters = reporters;
    }

    /** @param reports those that the decision settles */
    public static DecidedSoFar read(Handle handle, long caseId, String itemId, List<Report> reports) {
        List<DecisionRow> decisions = DecisionRow.ofCase(handle, caseId);
        Map<String, List<MeasureRow>> measures =
                MeasureRow.ofDecisions(
                                handle, decisions.stream().map(DecisionRow::id).toList())
                        .stream()
                        .collect(Collectors.groupingBy(MeasureRow::decisionId));
        return new DecidedSoFar(
                decisions,
                measures,
                SettledReports.who(
                        handle, itemId, reports.stream().map(Report::id).toList()));
    }

    /** The decision of this id, which answers as it did when it was recorded. */
    public Optional<Recorded> recorded(String id) {
        return decisions.stream().filter(row -> row.id().equals(id)).findFirst().map(DecisionRow::recorded);
    }

    List<DecisionRow> decisions() {
        return decisions;
    }

    List<MeasureRow> measuresOf(String decisionId) {
        return measures.getOrDefault(decisionId, List.of());
    }

    Map<String, SettledReports.Who> reporters() {
        return reporters;
    }
}
