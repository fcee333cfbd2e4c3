package org.moderationdesk.media;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A span of a media file, in milliseconds from its beginning; both ends belong to it. */
public record MediaSpan(long fromMs, long toMs) {
    public MediaSpan {
        if (fromMs < 0 || toMs < fromMs) {
            throw new IllegalArgumentException("not a span: " + fromMs + " to " + toMs);
        }
    }

    /** These spans in order, those that overlap or touch made one. */
    public static List<MediaSpan> joined(List<MediaSpan> spans) {
        var joined = new ArrayList<MediaSpan>();
        for (MediaSpan next : spans.stream()
                .sorted(Comparator.comparingLong(MediaSpan::fromMs))
                .toList()) {
            if (!joined.isEmpty() && next.fromMs <= joined.getLast().toMs + 1) {
                MediaSpan last = joined.removeLast();
                joined.add(new MediaSpan(last.fromMs, Math.max(last.toMs, next.toMs)));
            } else {
                joined.add(next);
            }
        }
        return List.copyOf(joined);
    }
}
