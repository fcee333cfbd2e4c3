package org.moderationdesk.items;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The account behind an item; for kind ACCOUNT, the item itself. */
public record Author(
        String id,
        @Nullable String handle,
        @Nullable String displayName,
        @Nullable String bio,
        @Nullable Instant createdAt,
        @Nullable Integer age,
        AgeSource ageSource,
        @Nullable Long followers,
        @Nullable String country,
        List<String> deviceIds,
        List<PriorMeasure> priorMeasures,
        Map<String, Object> extra) {
    public Author {
        deviceIds = List.copyOf(deviceIds);
        priorMeasures = List.copyOf(priorMeasures);
        extra = Map.copyOf(extra);
    }

    /** The same, without measures that were taken later, or nobody knows when. */
    Author at(Instant moment) {
        return new Author(
                id,
                handle,
                displayName,
                bio,
                createdAt,
                age,
                ageSource,
                followers,
                country,
                deviceIds,
                priorMeasures.stream()
                        .filter(one -> one.at() != null && one.at().isBefore(moment))
                        .toList(),
                extra);
    }

    /** How the age is known. */
    public enum AgeSource {
        SELF_DECLARED,
        ESTIMATED,
        VERIFIED,
        UNKNOWN
    }

    /**
     * A measure that the account had before.
     *
     * @param id the decision of this desk that took it, where one did
     * @param measure as given; the desk's own names are those of the decisions room
     * @param clause a clause code, as given
     */
    public record PriorMeasure(
            @Nullable String id,
            String measure,
            @Nullable String clause,
            @Nullable Instant at,
            @Nullable Instant expiresAt,
            Map<String, Object> extra) {
        public PriorMeasure {
            extra = Map.copyOf(extra);
        }
    }
}
