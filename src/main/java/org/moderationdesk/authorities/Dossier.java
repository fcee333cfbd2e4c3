package org.moderationdesk.authorities;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.RowState;

/**
 * What was made of a referral for an authority.
 *
 * @param target code of whom it goes to
 * @param state two letters of the Member State concerned; null where it is not known
 * @param targets the version of targets that was in force
 * @param pdf SHA-256 of the document
 * @param json SHA-256 of the same facts for programs
 * @param entry number of the entry that tells of it
 */
public record Dossier(
        String id,
        String referralId,
        String decisionId,
        String itemId,
        String target,
        @Nullable String state,
        int targets,
        String by,
        Instant at,
        String pdf,
        String json,
        long entry) {
    private static final String COLUMNS =
            "id, referral_id, decision_id, item_id, target, state, targets, made_by, made_at, pdf, json, event_seq";
    private static final String INSERT =
            "insert into dossier (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String SELECT = "select " + COLUMNS + " from dossier ";

    RowState insert(Act act) {
        act.writeOne(
                INSERT,
                id,
                referralId,
                decisionId,
                itemId,
                target,
                state,
                targets,
                by,
                at.toEpochMilli(),
                pdf,
                json,
                entry);
        return AuthorityTables.DOSSIER.added(
                id, referralId, decisionId, itemId, target, state, targets, by, at.toEpochMilli(), pdf, json);
    }

    static Optional<Dossier> find(Handle handle, String id) {
        return handle.createQuery(SELECT + "where id = ?")
                .bind(0, id)
                .map((row, _) -> read(row))
                .findOne();
    }

    static List<Dossier> ofReferral(Handle handle, String referralId) {
        return handle.createQuery(SELECT + "where referral_id = ? order by event_seq")
                .bind(0, referralId)
                .map((row, _) -> read(row))
                .list();
    }

    /** The newest first. */
    static List<Dossier> newest(Handle handle, int most) {
        return handle.createQuery(SELECT + "order by id desc fetch first ? rows only")
                .bind(0, most)
                .map((row, _) -> read(row))
                .list();
    }

    private static Dossier read(ResultSet row) throws SQLException {
        return new Dossier(
                row.getString("id"),
                row.getString("referral_id"),
                row.getString("decision_id"),
                row.getString("item_id"),
                row.getString("target"),
                row.getString("state"),
                row.getInt("targets"),
                row.getString("made_by"),
                Instant.ofEpochMilli(row.getLong("made_at")),
                row.getString("pdf"),
                row.getString("json"),
                row.getLong("event_seq"));
    }
}
