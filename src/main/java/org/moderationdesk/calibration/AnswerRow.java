package org.moderationdesk.calibration;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.RowState;

/**
 * A row of the table {@code calibration_answer}. Times in milliseconds since 1970.
 *
 * @param words ids of personal texts, by the numbers that stand for them in the body
 */
record AnswerRow(
        String sessionId,
        int position,
        int seat,
        String itemId,
        Outcome outcome,
        long at,
        long activeMs,
        String body,
        List<String> words) {
    private static final String ERASED = "[erased]";
    private static final String INSERT = """
        insert into calibration_answer (session_id, position, seat, item_id, outcome, at, active_ms, body, words,
            event_seq)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String OF_CASE = """
        select session_id, position, seat, item_id, outcome, at, active_ms, body, words
          from calibration_answer
         where session_id = ? and position = ?
         order by session_id, position, seat
        """;

    AnswerRow {
        words = List.copyOf(words);
    }

    static List<AnswerRow> of(Handle handle, String sessionId, int position) {
        return handle.createQuery(OF_CASE)
                .bind(0, sessionId)
                .bind(1, position)
                .map((row, _) -> new AnswerRow(
                        row.getString("session_id"),
                        row.getInt("position"),
                        row.getInt("seat"),
                        row.getString("item_id"),
                        Outcome.valueOf(row.getString("outcome")),
                        row.getLong("at"),
                        row.getLong("active_ms"),
                        row.getString("body"),
                        row.getString("words").isEmpty()
                                ? List.of()
                                : Arrays.asList(row.getString("words").split(" ", -1))))
                .list();
    }

    RowState insert(Act act) {
        String ids = String.join(" ", words);
        act.handle()
                .execute(
                        INSERT, sessionId, position, seat, itemId, outcome.name(), at, activeMs, body, ids, act.next());
        return CalibrationTables.ANSWER.added(
                sessionId + " " + position + " " + seat, itemId, outcome, at, activeMs, body, ids);
    }

    /** The same as those who read it are shown it, with its free text. */
    static List<Answered> shown(Handle handle, List<AnswerRow> rows, Map<Integer, Seat> seats) {
        Set<String> ids = new HashSet<>();
        rows.forEach(row -> ids.addAll(row.words()));
        Map<String, String> texts = FreeTexts.of(handle, ids);
        return rows.stream()
                .map(row -> new Answered(
                        seats.getOrDefault(row.seat(), new Seat(row.seat(), null)),
                        Instant.ofEpochMilli(row.at()),
                        row.activeMs(),
                        FreeTexts.filled(
                                row.body(),
                                number -> texts.getOrDefault(row.words().get(number), ERASED))))
                .toList();
    }
}
