package org.moderationdesk.decisions;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What happens to the account.
 *
 * @param until the end of a suspension
 * @param features what a feature block takes away
 */
public record AccountMeasure(Type type, @Nullable Instant until, Set<Feature> features) {
    public AccountMeasure {
        features = Set.copyOf(features);
    }

    public static AccountMeasure none() {
        return new AccountMeasure(Type.NONE, null, Set.of());
    }

    /** A measure that needs neither an end nor features. */
    public static AccountMeasure of(Type type) {
        return new AccountMeasure(type, null, Set.of());
    }

    /** The measures there are. */
    public enum Type {
        NONE,
        WARNING,
        STRIKE,
        PROFILE_CHANGE,
        FEATURE_BLOCK,
        SUSPEND,
        BAN,
        DEVICE_BAN,
        REMOVE_UNDERAGE
    }

    /** What can be blocked for an account. */
    public enum Feature {
        DIRECT_MESSAGES,
        LIVESTREAM,
        GIFTS
    }
}
