package org.moderationdesk.referrals.targets;

import java.time.Instant;
import java.util.List;

/**
 * A version that an administrator made.
 *
 * @param changed codes of those that it added, changed or left out
 */
public record TargetsVersion(int version, Instant at, String by, List<String> changed) {
    public TargetsVersion {
        changed = List.copyOf(changed);
    }
}
