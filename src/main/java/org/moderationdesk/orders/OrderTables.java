package org.moderationdesk.orders;

import java.util.List;
import org.moderationdesk.log.ProjectedTable;

/** The tables of this room that the log tells of; papers are told of by their hash. An id holds no space. */
public final class OrderTables {
    private static final String PLACE = "order_id || ' ' || cast(place as varchar)";
    static final ProjectedTable ORDER = new ProjectedTable(
            "authority_order",
            "id",
            List.of(
                    "kind",
                    "target",
                    "authority",
                    "reference",
                    "authentication",
                    "received_at",
                    "received_zone",
                    "due_at",
                    "preserve_until",
                    "non_disclosure",
                    "child_safety",
                    "document",
                    "recorded_by",
                    "recorded_at"));
    static final ProjectedTable SUBJECT =
            new ProjectedTable("authority_order_subject", PLACE, List.of("item_id", "locator"));
    static final ProjectedTable STEP = new ProjectedTable(
            "authority_order_step", PLACE, List.of("kind", "done_at", "due_at", "words", "document", "person", "at"));

    private OrderTables() {}

    public static List<ProjectedTable> all() {
        return List.of(ORDER, SUBJECT, STEP);
    }
}
