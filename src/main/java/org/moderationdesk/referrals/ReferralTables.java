package org.moderationdesk.referrals;

import java.util.List;
import org.moderationdesk.log.ProjectedTable;

/** The tables of this room that the log tells of. Ids hold no space, so a key is unambiguous. */
public final class ReferralTables {
    private static final String PLACE = "filing_id || ' ' || cast(place as varchar)";

    static final ProjectedTable FILING = new ProjectedTable(
            "filing",
            "id",
            List.of("referral_id", "decision_id", "item_id", "environment", "made_by", "made_at", "report"));
    static final ProjectedTable FILE = new ProjectedTable("filing_file", PLACE, List.of("item_id", "media", "details"));
    static final ProjectedTable REQUEST = new ProjectedTable(
            "filing_request", PLACE, List.of("item_id", "what", "report", "file", "asked_at", "sent"));
    static final ProjectedTable REPLY = new ProjectedTable(
            "filing_reply",
            PLACE,
            List.of("item_id", "came_at", "outcome", "code", "report", "file_id", "status", "request_no", "received"));
    static final ProjectedTable WISH =
            new ProjectedTable("filing_wish", PLACE, List.of("item_id", "kind", "person", "at", "requests"));

    static final ProjectedTable ENVIRONMENT = new ProjectedTable(
            "filing_environment", "id", List.of("environment", "asked_by", "asked_at", "confirmed_by", "confirmed_at"));

    private ReferralTables() {}

    public static List<ProjectedTable> all() {
        return List.of(FILING, FILE, REQUEST, REPLY, WISH, ENVIRONMENT);
    }
}
