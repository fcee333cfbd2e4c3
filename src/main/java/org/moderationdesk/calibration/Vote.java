package org.moderationdesk.calibration;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.base.CanonicalJson;
import org.moderationdesk.base.Sha256;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.ProposalJson;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.RowState;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer while its session is open: beside the log, which holds only that there is one, and its seal. Times in
 * milliseconds since 1970.
 *
 * @param body the proposal as canonical JSON, each free text replaced by its number in {@code words}
 */
record Vote(
        String sessionId,
        int position,
        String person,
        String itemId,
        long at,
        long activeMs,
        String salt,
        String body,
        List<String> words) {
    private static final int LONGEST = 1_000_000;
    private static final int SALT_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
    private static final String INSERT = """
        insert into calibration_vote (session_id, position, person, item_id, at, active_ms, salt, body, words)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String INSERT_TURN = """
        insert into calibration_turn (session_id, position, person, at, sealed, event_seq) values (?, ?, ?, ?, ?, ?)
        """;
    private static final String COLUMNS =
            "v.session_id, v.position, v.person, v.item_id, v.at, v.active_ms, v.salt, v.body, v.words";
    private static final String SEALED = "select " + COLUMNS + """
        , t.sealed
          from calibration_vote v
          join calibration_turn t
            on t.session_id = v.session_id and t.position = v.position and t.person = v.person
         where v.session_id = ?
         order by v.session_id, v.position, v.person
        """;
    private static final String OWN = "select " + COLUMNS + """
         from calibration_vote v where v.session_id = ? and v.position = ? and v.person = ?
        """;
    private static final String DELETE = "delete from calibration_vote where session_id = ?";

    Vote {
        words = List.copyOf(words);
    }

    /** @throws CalibrationRefused when it is too long to be kept */
    static Vote of(Act act, DisputedRow about, Proposal proposal, long activeMs) {
        var words = new ArrayList<String>();
        String body = ProposalJson.write(proposal, text -> {
            words.add(text);
            return Integer.toString(words.size() - 1);
        });
        byte[] random = new byte[SALT_BYTES];
        RANDOM.nextBytes(random);
        var vote = new Vote(
                about.sessionId(),
                about.position(),
                act.by(),
                about.itemId(),
                act.at().toEpochMilli(),
                activeMs,
                HexFormat.of().formatHex(random),
                body,
                words);
        if (body.length() > LONGEST || vote.list().length() > LONGEST) {
            throw new CalibrationRefused(CalibrationRefused.Why.TOO_LONG);
        }
        return vote;
    }

    private String list() {
        return CanonicalJson.write(words);
    }

    String seal() {
        return Sha256.of(salt + body);
    }

    RowState insert(Act act) {
        act.handle().execute(INSERT, sessionId, position, person, itemId, at, activeMs, salt, body, list());
        act.handle().execute(INSERT_TURN, sessionId, position, person, at, seal(), act.next());
        return CalibrationTables.TURN.added(sessionId + " " + position + " " + person, at, seal());
    }

    /** All of a session, without those that are not what was sealed. */
    static List<Vote> unsealed(Handle handle, String sessionId) {
        return handle
                .createQuery(SEALED)
                .bind(0, sessionId)
                .map((row, _) -> new Sealed(read(row), row.getString("sealed")))
                .list()
                .stream()
                .filter(one -> one.vote().seal().equals(one.sealed()))
                .map(Sealed::vote)
                .toList();
    }

    private record Sealed(Vote vote, String sealed) {}

    static List<Vote> own(Handle handle, String sessionId, int position, String person) {
        return handle.createQuery(OWN)
                .bind(0, sessionId)
                .bind(1, position)
                .bind(2, person)
                .map((row, _) -> read(row))
                .list();
    }

    static void forget(Handle handle, String sessionId) {
        int unused = handle.execute(DELETE, sessionId);
    }

    private static Vote read(ResultSet row) throws SQLException {
        return new Vote(
                row.getString("session_id"),
                row.getInt("position"),
                row.getString("person"),
                row.getString("item_id"),
                row.getLong("at"),
                row.getLong("active_ms"),
                row.getString("salt"),
                row.getString("body"),
                JsonMapper.shared().readValue(row.getString("words"), TEXTS));
    }

    /** What was answered, with its free text. */
    Proposal proposal() {
        return FreeTexts.filled(body, words::get);
    }
}
