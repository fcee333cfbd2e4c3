package org.moderationdesk.decisions;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.log.Act;

/**
 * One decision as lists and figures need it: a row of the table {@code decision_fact}. All but {@code state} is as it was
 * when it was decided. Times in milliseconds since 1970.
 *
 * @param seq the entry of the log that tells of the decision
 * @param ground of an exception or a carve-out, by name
 * @param section the gravest one answered "yes", else the gravest that was reported; null when there is neither
 * @param clauses answered "yes", separated by spaces
 * @param activeMs with the window in focus and input going on
 * @param measures {@link MeasureType}s by name, separated by spaces
 * @param referrals {@link org.moderationdesk.guidelines.ReferralTarget}s by name, separated by spaces
 * @param replaces the decision whose place it took
 */
public record DecisionFact(
        long seq,
        String decisionId,
        long caseId,
        String itemId,
        String person,
        Outcome outcome,
        @Nullable String ground,
        @Nullable String section,
        String clauses,
        ItemKind kind,
        @Nullable String language,
        @Nullable String region,
        String queue,
        Severity severity,
        long at,
        long openedAt,
        long dueAt,
        long activeMs,
        @Nullable Confidence confidence,
        boolean difficult,
        String measures,
        String referrals,
        boolean childSafety,
        DecisionState state,
        @Nullable String replaces) {
    static final String COLUMNS = """
        f.seq, f.decision_id, f.case_id, f.item_id, f.person, f.outcome, f.ground, f.section, f.clauses, f.kind,
        f.language, f.region, f.queue, f.severity, f.at, f.opened_at, f.due_at, f.active_ms, f.confidence, f.difficult,
        f.measures, f.referrals, f.child_safety, f.state, f.replaces\
        """;

    private static final String INSERT = """
        insert into decision_fact (seq, decision_id, case_id, item_id, person, outcome, ground, section, clauses, kind,
                                   language, region, queue, severity, at, opened_at, due_at, active_ms, confidence,
                                   difficult, measures, referrals, child_safety, state, replaces)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String BECOMES = "update decision_fact set state = ? where decision_id = ?";

    void insert(Act act) {
        act.writeOne(
                INSERT,
                seq,
                decisionId,
                caseId,
                itemId,
                person,
                outcome.name(),
                ground,
                section,
                clauses,
                kind.name(),
                language,
                region,
                queue,
                severity.ordinal(),
                at,
                openedAt,
                dueAt,
                activeMs,
                confidence == null ? null : confidence.name(),
                difficult,
                measures,
                referrals,
                childSafety,
                state.name(),
                replaces);
    }

    /** What a list lacks must not keep anybody from undoing: a missing row is not looked for here. */
    static void becomes(Act act, String decisionId, DecisionState state) {
        act.write(BECOMES, state.name(), decisionId);
    }

    static DecisionFact read(ResultSet row) throws SQLException {
        String confidence = row.getString(19);
        return new DecisionFact(
                row.getLong(1),
                row.getString(2),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                Outcome.valueOf(row.getString(6)),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                ItemKind.valueOf(row.getString(10)),
                row.getString(11),
                row.getString(12),
                row.getString(13),
                Severity.values()[row.getInt(14)],
                row.getLong(15),
                row.getLong(16),
                row.getLong(17),
                row.getLong(18),
                confidence == null ? null : Confidence.valueOf(confidence),
                row.getBoolean(20),
                row.getString(21),
                row.getString(22),
                row.getBoolean(23),
                DecisionState.valueOf(row.getString(24)),
                row.getString(25));
    }

    /** Whether it came in time. */
    public boolean onTime() {
        return at <= dueAt;
    }
}
