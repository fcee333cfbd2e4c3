package org.moderationdesk.wellbeing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** A person's own days, from midnight to midnight where they are, and the half hours in them. */
final class OwnTime {
    private static final int SLOT_MINUTES = 30;

    private final ZoneId zone;

    OwnTime(ZoneId zone) {
        this.zone = zone;
    }

    LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    /** As days are numbered in the store. */
    int number(Instant moment) {
        return Math.toIntExact(day(moment).toEpochDay());
    }

    Instant midnight(Instant moment) {
        return day(moment).atStartOfDay(zone).toInstant();
    }

    /**
     * A piece of time within one half hour of one day.
     *
     * @param slot 0 for 0:00 to 0:30, 47 for 23:30 to midnight, by the clock on the wall
     */
    record Piece(int day, int slot, long millis) {}

    /** Cuts a span of time at half hours, and so at midnight; one piece at least. */
    List<Piece> pieces(Instant from, long millis) {
        List<Piece> pieces = new ArrayList<>();
        Instant at = from;
        long left = millis;
        do {
            ZonedDateTime local = at.atZone(zone);
            int slot = (local.getHour() * 60 + local.getMinute()) / SLOT_MINUTES;
            // By elapsed time: half hours stay half hours when clocks change.
            long into = (local.getMinute() % SLOT_MINUTES) * 60_000L
                    + local.getSecond() * 1_000L
                    + local.getNano() / 1_000_000;
            long here = Math.min(left, SLOT_MINUTES * 60_000L - into);
            pieces.add(new Piece(Math.toIntExact(local.toLocalDate().toEpochDay()), slot, here));
            at = at.plusMillis(here);
            left -= here;
        } while (left > 0);
        return pieces;
    }
}
