package org.moderationdesk.app;

import java.util.List;
import java.util.stream.Stream;
import org.moderationdesk.authorities.AuthorityTables;
import org.moderationdesk.calibration.CalibrationTables;
import org.moderationdesk.decisions.DecisionTables;
import org.moderationdesk.editions.EditionTables;
import org.moderationdesk.emergency.EmergencyTables;
import org.moderationdesk.items.ItemTables;
import org.moderationdesk.log.ProjectedTable;
import org.moderationdesk.orders.OrderTables;
import org.moderationdesk.quality.QualityTables;
import org.moderationdesk.queue.QueueTables;
import org.moderationdesk.referrals.ReferralTables;
import org.moderationdesk.referrals.targets.TargetTables;
import org.moderationdesk.retention.RetentionTables;
import org.moderationdesk.review.ReviewTables;
import org.moderationdesk.routing.RoutingTables;
import org.moderationdesk.staff.StaffTables;
import org.moderationdesk.wellbeing.WellbeingTables;

/** Every table of the desk whose rows follow from the log. */
final class DeskTables {
    private DeskTables() {}

    static List<ProjectedTable> all() {
        return Stream.of(
                        StaffTables.all(),
                        RoutingTables.all(),
                        ItemTables.all(),
                        QueueTables.all(),
                        DecisionTables.all(),
                        ReviewTables.all(),
                        WellbeingTables.all(),
                        RetentionTables.all(),
                        CalibrationTables.all(),
                        QualityTables.all(),
                        EditionTables.all(),
                        ReferralTables.all(),
                        TargetTables.all(),
                        AuthorityTables.all(),
                        OrderTables.all(),
                        EmergencyTables.all())
                .flatMap(List::stream)
                .toList();
    }
}
