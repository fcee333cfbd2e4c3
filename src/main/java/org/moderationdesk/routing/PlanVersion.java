package org.moderationdesk.routing;

import java.time.Instant;
import java.util.List;

/**
 * A plan that was made.
 *
 * @param changes in what it differs from the version before
 */
public record PlanVersion(Plan plan, Instant at, String by, List<PlanChange> changes) {
    public PlanVersion {
        changes = List.copyOf(changes);
    }
}
