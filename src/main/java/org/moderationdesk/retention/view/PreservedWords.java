package org.moderationdesk.retention.view;

import java.time.Duration;
import java.time.Instant;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Tone;
import org.moderationdesk.items.view.DueTime;
import org.moderationdesk.items.view.SafeLine;
import org.moderationdesk.retention.Hold;
import org.moderationdesk.retention.Preserved;
import org.moderationdesk.retention.view.PreservedModel.Row;

/** How the screen speaks of what is preserved. */
final class PreservedWords {
    private static final int LONGEST = 80;

    private final Kit kit;

    PreservedWords(Kit kit) {
        this.kit = kit;
    }

    Kit kit() {
        return kit;
    }

    Texts texts() {
        return kit.texts();
    }

    String subject(Preserved one) {
        return texts().get("retention.subject-of." + one.subject(), SafeLine.of(one.subjectId(), LONGEST));
    }

    Icon icon(Preserved one) {
        return one.subject() == Hold.Subject.ACCOUNT ? Icon.ACCOUNT : Icon.FILE;
    }

    /** Why it is preserved, in as few words as say it. */
    String shortly(Row row) {
        Hold hold = row.hold();
        return hold == null ? cause(row) : texts().get("retention.hold." + hold.kind());
    }

    /** Why it is preserved, in a few words. */
    String cause(Row row) {
        Hold hold = row.hold();
        return hold == null
                ? texts().get("retention.held.cause." + row.preserved().cause())
                : texts().get("retention.held.cause.HAND", texts().get("retention.hold." + hold.kind()));
    }

    String state(Preserved one) {
        return texts().get("retention.held.state." + one.state());
    }

    Tone tone(Preserved one) {
        return switch (one.state()) {
            case OVERDUE -> Tone.DANGER;
            case ENDS_SOON -> Tone.ATTENTION;
            case WAITS -> Tone.ACCENT;
            case STANDS, NO_END -> Tone.NEUTRAL;
        };
    }

    /** How long it is held yet, in a few words. */
    DueTime end(Preserved one, Instant now) {
        Instant ends = one.ends();
        if (ends == null) {
            return new DueTime(DueTime.State.PLAIN, "");
        }
        String span = kit.times().span(Duration.between(now, ends));
        return switch (one.state()) {
            case OVERDUE -> new DueTime(DueTime.State.LATE, texts().get("retention.held.ended", span));
            case ENDS_SOON -> new DueTime(DueTime.State.SOON, texts().get("retention.held.left", span));
            case WAITS, STANDS, NO_END -> new DueTime(DueTime.State.PLAIN, texts().get("retention.held.left", span));
        };
    }

    /** Its end as a moment, or what there is in place of one. */
    String ends(Preserved one) {
        Instant ends = one.ends();
        return ends == null
                ? texts().get("retention.held.no-end." + one.state())
                : kit.times().moment(ends, kit.clock().instant());
    }

    String moment(Instant at) {
        return kit.times().moment(at, kit.clock().instant());
    }
}
