package org.moderationdesk.review;

import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.base.Ids;
import org.moderationdesk.decisions.WhatWasSeen.Looks;
import org.moderationdesk.log.Act;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.queue.Claim;

/** Writes each uncovering of content, and sums them up for the decision. */
final class StoredLooks {
    private static final String INSERT = """
        insert into look (id, case_id, item_id, version, media, person, form, at, millis, event_seq)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    private static final String OF_CASE = """
        select media, form, count(*), sum(millis)
          from look
         where case_id = ? and person = ? and version = ?
         group by media, form
         order by media, form
        """;

    private StoredLooks() {}

    static void add(Act act, Claim claim, int version, Look look) {
        String id = Ids.next(act.at());
        long at = act.at().toEpochMilli() - look.millis();
        act.handle()
                .execute(
                        INSERT,
                        id,
                        claim.caseId(),
                        claim.itemId(),
                        version,
                        look.media(),
                        claim.holder(),
                        look.form(),
                        at,
                        look.millis(),
                        act.next());
        var told = ReviewTables.LOOK.added(
                id,
                claim.caseId(),
                claim.itemId(),
                version,
                look.media(),
                claim.holder(),
                look.form(),
                at,
                look.millis());
        Map<String, Object> facts = Map.of(
                "look",
                id,
                "media",
                look.media(),
                "form",
                look.form(),
                "millis",
                look.millis(),
                "token",
                claim.token());
        act.append(new Entry(EventKind.LOOKED, claim.caseId(), claim.itemId(), facts, List.of(told)));
    }

    static List<Looks> of(Handle handle, long caseId, String person, int version) {
        return handle.createQuery(OF_CASE)
                .bind(0, caseId)
                .bind(1, person)
                .bind(2, version)
                .map((rows, _) -> new Looks(rows.getInt(1), rows.getString(2), rows.getInt(3), rows.getLong(4)))
                .list();
    }
}
