package org.moderationdesk.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * From when until when decisions are asked for, in whole days of where the desk stands.
 *
 * @param lastDays today and so many days before it less one; null for fixed days
 * @param from the first day; null for the beginning
 * @param through the last day; null for no end
 */
public record Period(
        @Nullable Integer lastDays,
        @Nullable LocalDate from,
        @Nullable LocalDate through) {
    public Period {
        if (lastDays != null && (lastDays < 1 || from != null || through != null)) {
            throw new IllegalArgumentException("either a number of days or fixed ones");
        }
        if (from != null && through != null && through.isBefore(from)) {
            throw new IllegalArgumentException("ends before it begins");
        }
    }

    public static Period always() {
        return new Period(null, null, null);
    }

    public static Period last(int days) {
        return new Period(days, null, null);
    }

    public boolean isAlways() {
        return lastDays == null && from == null && through == null;
    }

    /** The first moment of it. */
    Instant begin(Instant now, ZoneId zone) {
        if (lastDays != null) {
            return LocalDate.ofInstant(now, zone)
                    .minusDays(lastDays - 1L)
                    .atStartOfDay(zone)
                    .toInstant();
        }
        return from == null
                ? Instant.ofEpochMilli(Long.MIN_VALUE)
                : from.atStartOfDay(zone).toInstant();
    }

    /** The first moment after it. */
    Instant end(ZoneId zone) {
        return through == null
                ? Instant.ofEpochMilli(Long.MAX_VALUE)
                : through.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
