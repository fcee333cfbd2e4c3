package org.moderationdesk.authorities;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.RowState;

/**
 * That a dossier went out, or what the authority answered since, as somebody entered it.
 *
 * @param place counted from 0: the first is the receipt, those after it are answers
 * @param sentAt when it was handed over, or the answer came
 * @param reference what the authority calls it, or who took it
 * @param document SHA-256 of what they answered; null without
 */
public record Receipt(
        String dossierId,
        int place,
        String itemId,
        Instant sentAt,
        String reference,
        @Nullable String document,
        String by,
        Instant at) {
    private static final String INSERT = """
        insert into dossier_receipt (dossier_id, place, item_id, sent_at, reference, document, person, at, event_seq)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String OF_DOSSIER = """
        select dossier_id, place, item_id, sent_at, reference, document, person, at
          from dossier_receipt
         where dossier_id = ?
         order by place
        """;

    /** Whether it came after the receipt. */
    public boolean isAnswer() {
        return place > 0;
    }

    /** Whether it says the same of the same moment. */
    boolean isSame(Receipt other) {
        return sentAt.equals(other.sentAt)
                && reference.equals(other.reference)
                && Objects.equals(document, other.document);
    }

    RowState insert(Act act) {
        act.writeOne(
                INSERT,
                dossierId,
                place,
                itemId,
                sentAt.toEpochMilli(),
                reference,
                document,
                by,
                at.toEpochMilli(),
                act.next());
        return AuthorityTables.RECEIPT.added(
                dossierId + " " + place, itemId, sentAt.toEpochMilli(), reference, document, by, at.toEpochMilli());
    }

    static List<Receipt> ofDossier(Handle handle, String dossierId) {
        return handle.createQuery(OF_DOSSIER)
                .bind(0, dossierId)
                .map((row, _) -> read(row))
                .list();
    }

    private static Receipt read(ResultSet row) throws SQLException {
        return new Receipt(
                row.getString("dossier_id"),
                row.getInt("place"),
                row.getString("item_id"),
                Instant.ofEpochMilli(row.getLong("sent_at")),
                row.getString("reference"),
                row.getString("document"),
                row.getString("person"),
                Instant.ofEpochMilli(row.getLong("at")));
    }
}
