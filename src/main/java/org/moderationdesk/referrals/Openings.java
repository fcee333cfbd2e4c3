package org.moderationdesk.referrals;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who opened a referral, by what the log was told. */
final class Openings {
    /** How the log names this room. */
    static final String HERE = "referrals";

    private static final int MOST = 200;
    private static final int LISTED = 50;
    private static final String OF_ITEM = """
        select at, person, body from event
         where item_id = ? and kind = 'SHOWN'
         order by item_id, seq desc
         fetch first ? rows only
        """;

    private Openings() {}

    /** The newest first, fifty at most. */
    static List<ReferralFile.Opening> of(Handle handle, String itemId, String referralId) {
        record Shown(ReferralFile.Opening opening, JsonNode facts) {}
        return handle
                .createQuery(OF_ITEM)
                .bind(0, itemId)
                .bind(1, MOST)
                .map((row, _) -> new Shown(
                        new ReferralFile.Opening(row.getString("person"), Instant.ofEpochMilli(row.getLong("at"))),
                        JsonMapper.shared().readTree(row.getString("body")).path("facts")))
                .list()
                .stream()
                .filter(one -> HERE.equals(one.facts().path("by").asString())
                        && referralId.equals(one.facts().path("referral").asString()))
                .map(Shown::opening)
                .limit(LISTED)
                .toList();
    }
}
