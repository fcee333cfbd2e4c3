package org.moderationdesk.calibration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Language;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.guidelines.CarveOutCode;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.ExceptionGround;
import org.moderationdesk.guidelines.SectionCode;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.RowState;

/**
 * A row of the table {@code ruling}. Times in milliseconds since 1970.
 *
 * @param words ids of its personal texts
 * @param withdrawn null while it is in force
 */
record RulingRow(
        String id,
        DisputedRow about,
        String edition,
        RightAnswer answer,
        Words words,
        String ruledBy,
        long ruledAt,
        @Nullable Withdrawn withdrawn,
        @Nullable String replacement,
        long eventSeq) {
    static final String IN_FORCE = "IN_FORCE";
    static final String WITHDRAWN = "WITHDRAWN";
    static final String COLUMNS = """
        r.id, r.session_id, r.position, r.decision_id, r.item_id, r.child_safety, r.edition, r.section, r.clauses,
        r.outcome, r.ground, r.carve_out, r.language, r.reason, r.second_language, r.second_reason, r.ruled_by,
        r.ruled_at, r.state, r.withdrawn_by, r.withdrawn_at, r.withdrawn_why, r.replacement, r.event_seq\
        """;

    private static final String FIND = "select " + COLUMNS + " from ruling r where r.id = ?";
    private static final String OF_SESSIONS = "select " + COLUMNS + """
         from ruling r
         where r.session_id in (<ids>) and r.state = 'IN_FORCE'
         order by r.session_id, r.position
        """;
    private static final String INSERT = """
        insert into ruling (id, session_id, position, decision_id, item_id, child_safety, edition, section, clauses,
            outcome, ground, carve_out, language, reason, second_language, second_reason, ruled_by, ruled_at, state,
            withdrawn_by, withdrawn_at, withdrawn_why, replacement, event_seq)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String UPDATE = """
        update ruling
           set state = ?, withdrawn_by = ?, withdrawn_at = ?, withdrawn_why = ?, replacement = ?, event_seq = ?
         where id = ? and event_seq = ?
        """;

    /** The texts of a reason, by their ids. */
    record Words(
            Language language,
            String reason,
            @Nullable Language secondLanguage,
            @Nullable String secondReason) {}

    /** @param why id of the personal text */
    record Withdrawn(String by, long at, String why) {}

    static Optional<RulingRow> find(Handle handle, String id) {
        return handle.createQuery(FIND).bind(0, id).map((row, _) -> read(row)).findOne();
    }

    /** Those in force on the cases of these sessions. */
    static List<RulingRow> of(Handle handle, List<String> sessions) {
        return handle.createQuery(OF_SESSIONS)
                .bindList("ids", sessions)
                .map((row, _) -> read(row))
                .list();
    }

    static RulingRow read(ResultSet row) throws SQLException {
        var about = new DisputedRow(
                row.getString("session_id"),
                row.getInt("position"),
                row.getString("decision_id"),
                row.getString("item_id"),
                "",
                CaseSource.ADDED,
                row.getBoolean("child_safety"));
        @Nullable String ground = row.getString("ground");
        @Nullable String carveOut = row.getString("carve_out");
        @Nullable String second = row.getString("second_language");
        return new RulingRow(
                row.getString("id"),
                about,
                row.getString("edition"),
                new RightAnswer(
                        Outcome.valueOf(row.getString("outcome")),
                        Arrays.stream(row.getString("clauses").split(" ", -1))
                                .map(ClauseCode::new)
                                .toList(),
                        ground == null ? null : ExceptionGround.valueOf(ground),
                        carveOut == null ? null : new CarveOutCode(carveOut)),
                new Words(
                        language(row.getString("language")),
                        row.getString("reason"),
                        second == null ? null : language(second),
                        row.getString("second_reason")),
                row.getString("ruled_by"),
                row.getLong("ruled_at"),
                row.getString("state").equals(IN_FORCE)
                        ? null
                        : new Withdrawn(
                                row.getString("withdrawn_by"),
                                row.getLong("withdrawn_at"),
                                row.getString("withdrawn_why")),
                row.getString("replacement"),
                row.getLong("event_seq"));
    }

    private static Language language(String tag) {
        return Language.tagged(tag).orElse(Language.EN);
    }

    SectionCode section() {
        return answer.clauses().getFirst().section();
    }

    RowState insert(Act act) {
        @Nullable Object[] values = values();
        @Nullable Object[] all = new @Nullable Object[values.length + 2];
        all[0] = id;
        System.arraycopy(values, 0, all, 1, values.length);
        all[all.length - 1] = act.next();
        act.handle().execute(INSERT, all);
        return CalibrationTables.RULING.added(id, values);
    }

    RulingRow withdrawn(Withdrawn how) {
        return new RulingRow(id, about, edition, answer, words, ruledBy, ruledAt, how, replacement, eventSeq);
    }

    RulingRow replacing(String decisionId) {
        return new RulingRow(id, about, edition, answer, words, ruledBy, ruledAt, withdrawn, decisionId, eventSeq);
    }

    /** Writes what it has become; the row must still be as it was read. */
    RowState update(Act act) {
        int changed = act.handle()
                .execute(
                        UPDATE,
                        state(),
                        withdrawn == null ? null : withdrawn.by(),
                        withdrawn == null ? null : withdrawn.at(),
                        withdrawn == null ? null : withdrawn.why(),
                        replacement,
                        act.next(),
                        id,
                        eventSeq);
        if (changed != 1) {
            throw new IllegalStateException("a ruling changed under an open act");
        }
        return CalibrationTables.RULING.changed(id, eventSeq, values());
    }

    private String state() {
        return withdrawn == null ? IN_FORCE : WITHDRAWN;
    }

    private @Nullable Object[] values() {
        return new @Nullable Object[] {
            about.sessionId(),
            about.position(),
            about.decisionId(),
            about.itemId(),
            about.childSafety(),
            edition,
            section().value(),
            String.join(" ", answer.clauses().stream().map(ClauseCode::value).toList()),
            answer.outcome().name(),
            answer.ground() == null ? null : answer.ground().name(),
            answer.carveOut() == null ? null : answer.carveOut().value(),
            words.language().tag(),
            words.reason(),
            words.secondLanguage() == null ? null : words.secondLanguage().tag(),
            words.secondReason(),
            ruledBy,
            ruledAt,
            state(),
            withdrawn == null ? null : withdrawn.by(),
            withdrawn == null ? null : withdrawn.at(),
            withdrawn == null ? null : withdrawn.why(),
            replacement
        };
    }

    /** These rows with their texts. */
    static List<Ruling> shown(Handle handle, List<RulingRow> rows) {
        List<String> ids = rows.stream().flatMap(RulingRow::textIds).distinct().toList();
        Map<String, String> texts = FreeTexts.of(handle, ids);
        return rows.stream().map(row -> row.shown(texts)).toList();
    }

    private Stream<String> textIds() {
        return Stream.of(
                        Optional.of(words.reason()),
                        Optional.ofNullable(words.secondReason()),
                        Optional.ofNullable(withdrawn).map(Withdrawn::why))
                .flatMap(Optional::stream);
    }

    private Ruling shown(Map<String, String> texts) {
        @Nullable String second = words.secondReason() == null ? null : texts.get(words.secondReason());
        return new Ruling(
                id,
                about.sessionId(),
                about.position(),
                edition,
                section(),
                answer,
                new Reason(words.language(), texts.getOrDefault(words.reason(), ""), words.secondLanguage(), second),
                about.childSafety(),
                ruledBy,
                Instant.ofEpochMilli(ruledAt),
                withdrawn == null
                        ? null
                        : new Ruling.Withdrawal(
                                withdrawn.by(),
                                Instant.ofEpochMilli(withdrawn.at()),
                                texts.getOrDefault(withdrawn.why(), "")),
                replacement);
    }
}
