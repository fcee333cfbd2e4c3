package org.moderationdesk.queue;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;

/** A case that this person does not get, or no longer holds. Its message names nobody: it may reach a log. */
public final class ClaimRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    public ClaimRefused(Reason reason) {
        super("claim refused: " + reason.getClass().getSimpleName());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** What happened, in words. */
    public String words(Texts texts, ZoneId zone) {
        var time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                .withLocale(texts.locale())
                .withZone(zone);
        return switch (reason) {
            case HeldBy(String name, Instant until) -> texts.get("queue.refused.held", name, time.format(until));
            case Closed closed ->
                closed.by == null
                        ? texts.get("queue.refused.closedByNobody", time.format(closed.at))
                        : texts.get("queue.refused.closed", closed.by, time.format(closed.at));
            case NotCleared() -> texts.get("queue.refused.notCleared");
            case Gone() -> texts.get("queue.refused.gone");
            case NotForYou(Unfit why) -> texts.get("queue.refused.you." + why);
            case CannotReceive(String name, Unfit why) -> texts.get("queue.refused.receiver." + why, name);
            case EditionUnread(String edition) -> texts.get("queue.refused.edition", edition);
            case LeaseEnded(Instant at) -> texts.get("queue.refused.leaseEnded", time.format(at));
        };
    }

    /** Why not. */
    public sealed interface Reason {}

    /** Somebody else holds it, or it waits for somebody else. */
    public record HeldBy(String name, Instant until) implements Reason {}

    /** It has been decided. */
    public record Closed(@Nullable String by, Instant at) implements Reason {}

    /** A child-safety case, and the person has no clearance. */
    public record NotCleared() implements Reason {}

    /** The person is no member of its queue, or cannot judge its language or sections. */
    public record NotForYou(Unfit why) implements Reason {}

    /** It cannot be handed to this person. */
    public record CannotReceive(String name, Unfit why) implements Reason {}

    /** What somebody lacks who would take a case. */
    public enum Unfit {
        /** There is nobody of this name. */
        UNKNOWN,
        DISABLED,
        /** Their roles do not let them claim. */
        RIGHT,
        CLEARANCE,
        /** No member of the queue. */
        QUEUE,
        /** Without the certificate that the queue demands. */
        CERTIFICATE,
        LANGUAGE,
        SECTION
    }

    /** There is no such case. */
    public record Gone() implements Reason {}

    /** The person must first read what is new in the edition in force. */
    public record EditionUnread(String edition) implements Reason {}

    /** The person held it, and the lease has ended. */
    public record LeaseEnded(Instant at) implements Reason {}
}
