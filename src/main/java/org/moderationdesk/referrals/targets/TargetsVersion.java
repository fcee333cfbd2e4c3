package org.moderationdesk.referrals.targets;

import java.time.Instant;
import java.util.List;

/**
 * A version that an administrator made.
 *
 * @param changes what it added, changed or left out
 */
public record TargetsVersion(int version, Instant at, String by, List<TargetChange> changes) {
    public TargetsVersion {
        changes = List.copyOf(changes);
    }

    /** Codes of those that it added, changed or left out. */
    public List<String> changed() {
        return changes.stream().map(TargetChange::code).toList();
    }
}
