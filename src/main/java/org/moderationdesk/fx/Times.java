package org.moderationdesk.fx;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.moderationdesk.base.Texts;

/** Moments and spans of time as the person's language and time zone say them. */
public final class Times {
    private final Texts texts;
    private final ZoneId zone;
    private final DateTimeFormatter clock;
    private final DateTimeFormatter day;
    private final DateTimeFormatter weekday;
    private final DateTimeFormatter date;

    public Times(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
        this.clock = DateTimeFormatter.ofPattern("HH:mm", texts.locale()).withZone(zone);
        this.day = DateTimeFormatter.ofPattern("d MMM", texts.locale()).withZone(zone);
        this.weekday = DateTimeFormatter.ofPattern("EEE d MMM", texts.locale()).withZone(zone);
        this.date = DateTimeFormatter.ofPattern("d MMM yyyy", texts.locale()).withZone(zone);
    }

    /** In which moments are told. */
    public ZoneId zone() {
        return zone;
    }

    /** "14:02". */
    public String clock(Instant moment) {
        return clock.format(moment);
    }

    /** "Tue 17 Nov 14:02", for the clock in the status bar. */
    public String weekdayClock(Instant moment) {
        return weekday.format(moment) + " " + clock(moment);
    }

    /** "17 Nov 2026". */
    public String date(Instant moment) {
        return date.format(moment);
    }

    /** "13:22 today", "16 Nov 13:22" or "16 Nov 2025 13:22", whichever tells enough. */
    public String moment(Instant moment, Instant now) {
        LocalDate then = LocalDate.ofInstant(moment, zone);
        LocalDate today = LocalDate.ofInstant(now, zone);
        if (then.equals(today)) {
            return texts.get("fx.time.today", clock(moment));
        }
        return (then.getYear() == today.getYear() ? day.format(moment) : date(moment)) + " " + clock(moment);
    }

    /** "0:24", minutes and seconds of a countdown; never below zero. */
    public String countdown(Duration left) {
        long seconds = Math.max(0, left.toSeconds());
        return "%d:%02d".formatted(seconds / 60, seconds % 60);
    }

    /** "under 1 min", "26 min", "1 h 05" or "2 days"; the sign is dropped. */
    public String span(Duration span) {
        Duration length = span.abs();
        long minutes = length.toMinutes();
        if (minutes < 1) {
            return texts.get("fx.time.moment");
        }
        if (minutes < 60) {
            return texts.get("fx.time.minutes", minutes);
        }
        if (length.toHours() < 48) {
            return texts.get("fx.time.hours", length.toHours(), "%02d".formatted(length.toMinutesPart()));
        }
        return texts.get("fx.time.days", length.toDays());
    }
}
