package org.moderationdesk.orders.view;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Tone;
import org.moderationdesk.items.view.DueTime;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.orders.OrderKind;
import org.moderationdesk.orders.OrderLine;
import org.moderationdesk.orders.OrderState;

/** How the screen speaks of orders. */
final class OrderWords {
    private static final Duration SOON = Duration.ofMinutes(30);
    private static final Duration SOON_OF_DAYS = Duration.ofHours(24);
    private static final int LONGEST = 120;

    private final Kit kit;
    private final DateTimeFormatter written;

    OrderWords(Kit kit) {
        this.kit = kit;
        written = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", kit.texts().locale());
    }

    Kit kit() {
        return kit;
    }

    Texts texts() {
        return kit.texts();
    }

    String kind(OrderKind kind) {
        return texts().get("orders.title." + kind);
    }

    Icon icon(OrderKind kind) {
        return switch (kind) {
            case REMOVAL -> Icon.COVERED;
            case INFORMATION -> Icon.INFO;
            case PRESERVATION -> Icon.BACKUP;
            case DESTRUCTION -> Icon.DESTROY;
        };
    }

    String state(OrderLine line, Instant now) {
        return line.isOverdue(now)
                ? texts().get("orders.overdue")
                : line.wasLate() ? texts().get("orders.was-late") : texts().get("orders.state." + line.state());
    }

    Tone tone(OrderLine line, Instant now) {
        return line.isOverdue(now)
                ? Tone.DANGER
                : switch (line.state()) {
                    case OPEN -> Tone.ACCENT;
                    case STOPPED -> Tone.ATTENTION;
                    case ANSWERED -> line.wasLate() ? Tone.ATTENTION : Tone.SUCCESS;
                    case WITHDRAWN -> Tone.NEUTRAL;
                };
    }

    /** How its clock stands, in a few words. */
    DueTime clock(OrderLine line, Instant now) {
        if (line.state() == OrderState.STOPPED) {
            return new DueTime(DueTime.State.PLAIN, texts().get("orders.clock.stopped"));
        }
        if (line.state() != OrderState.OPEN) {
            return new DueTime(
                    DueTime.State.PLAIN,
                    kit.times().moment(line.steps().getLast().doneAt(), now));
        }
        Duration left = Duration.between(now, line.due());
        if (left.isNegative()) {
            return new DueTime(
                    DueTime.State.LATE,
                    texts().get("orders.clock.late", kit.times().span(left)));
        }
        return new DueTime(
                isSoon(line, left) ? DueTime.State.SOON : DueTime.State.PLAIN,
                texts().get("orders.clock.left", kit.times().span(left)));
    }

    /** Of an hour the last half, of days the last one. */
    private static boolean isSoon(OrderLine line, Duration left) {
        Duration all = Duration.between(
                line.order().received().toInstant(), line.order().due());
        return left.compareTo(all.compareTo(SOON_OF_DAYS) > 0 ? SOON_OF_DAYS : SOON) < 0;
    }

    /** The same as a sentence. */
    String deadline(OrderLine line, Instant now) {
        String at = kit.times().moment(line.due(), now);
        return switch (line.state()) {
            case OPEN -> {
                Duration left = Duration.between(now, line.due());
                yield texts().get(
                                left.isNegative() ? "orders.deadline.late" : "orders.deadline.open",
                                kit.times().span(left),
                                at);
            }
            case STOPPED -> texts().get("orders.deadline.stopped");
            case ANSWERED -> texts().get(line.wasLate() ? "orders.deadline.was-late" : "orders.deadline.in-time", at);
            case WITHDRAWN -> texts().get("orders.deadline.withdrawn");
        };
    }

    /** What it is about, in a few words. */
    String about(OrderLine line) {
        String first = line.subjects().stream()
                .map(one -> one.itemId() == null ? one.locator() : one.itemId())
                .findFirst()
                .map(one -> SafeLine.of(one, LONGEST))
                .orElse(texts().get("orders.about.hidden"));
        int others = line.subjects().size() - 1;
        return others > 0 ? texts().get("orders.about.more", first, others) : first;
    }

    /** A moment as it was written on the order, with the zone of it. */
    String written(OffsetDateTime at) {
        String zone =
                at.getOffset().equals(ZoneOffset.UTC) ? "UTC" : at.getOffset().getId();
        return written.format(at) + " " + zone;
    }

    String moment(Instant at) {
        return kit.times().moment(at, kit.clock().instant());
    }
}
