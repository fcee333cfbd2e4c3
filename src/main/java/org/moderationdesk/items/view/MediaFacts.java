package org.moderationdesk.items.view;

import java.util.ArrayList;
import java.util.List;
import org.moderationdesk.base.Texts;
import org.moderationdesk.items.MediaFile;

/** What is told of a media file without opening it. */
final class MediaFacts {
    private MediaFacts() {}

    /** Its type, size in points and length, as far as they are known. */
    static List<String> of(MediaFile file, Texts texts) {
        var facts = new ArrayList<String>();
        if (file.mime() != null) {
            facts.add(SafeLine.of(file.mime(), 60));
        }
        if (file.width() != null && file.height() != null) {
            facts.add(texts.get("items.fact.points", Integer.toString(file.width()), Integer.toString(file.height())));
        }
        if (file.durationMs() != null) {
            facts.add(timecode(file.durationMs()));
        }
        if (facts.isEmpty()) {
            facts.add(texts.get("items.fact.file"));
        }
        return facts;
    }

    /** A place in a recording: "0:02", "1:03:00". */
    static String timecode(long millis) {
        long seconds = Math.max(0, millis) / 1000;
        long hours = seconds / 3600;
        return hours > 0
                ? "%d:%02d:%02d".formatted(hours, seconds / 60 % 60, seconds % 60)
                : "%d:%02d".formatted(seconds / 60, seconds % 60);
    }
}
