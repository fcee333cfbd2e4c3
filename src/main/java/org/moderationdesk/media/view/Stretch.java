package org.moderationdesk.media.view;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.media.Look;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.media.MediaSpan;

/** A look while it lasts. One that jumps within the file is told as several, each with the span that it really showed. */
final class Stretch {
    /** Frames that lie closer together than this are one span, whatever the speed. */
    private static final long GAP_MS = 500;

    private final InstantSource clock;
    private final Consumer<Look> onLook;
    private int media;
    private @Nullable LookForm form;
    private @Nullable Instant since;
    private @Nullable Long position;
    private @Nullable MediaSpan span;

    Stretch(InstantSource clock, Consumer<Look> onLook) {
        this.clock = clock;
        this.onLook = onLook;
    }

    boolean isUnderWay() {
        return since != null;
    }

    /** Begins a look, at the frame that was shown last; one under way is ended first. */
    void begin(int file, LookForm seenAs) {
        end();
        media = file;
        form = seenAs;
        since = clock.instant();
        Long at = position;
        span = at == null ? null : new MediaSpan(at, at);
    }

    /** Another frame of the file is shown. */
    void at(long ms) {
        long now = Math.max(0, ms);
        position = now;
        LookForm seenAs = form;
        if (since == null || seenAs == null) {
            return;
        }
        MediaSpan had = span;
        if (had != null && (now < had.fromMs() - GAP_MS || now > had.toMs() + GAP_MS)) {
            begin(media, seenAs);
        } else {
            span = had == null
                    ? new MediaSpan(now, now)
                    : new MediaSpan(Math.min(had.fromMs(), now), Math.max(had.toMs(), now));
        }
    }

    long millis() {
        return since == null
                ? 0
                : Math.max(0, Duration.between(since, clock.instant()).toMillis());
    }

    /** Another file: no frame of it has been shown yet. */
    void forget() {
        end();
        position = null;
    }

    void end() {
        LookForm seenAs = form;
        if (since != null && seenAs != null) {
            var look = new Look(media, seenAs, millis(), span);
            since = null;
            form = null;
            span = null;
            onLook.accept(look);
        }
    }
}
