package org.moderationdesk.media.view;

import java.util.Locale;

/** Places in a recording, as they are written on screen. */
public final class MediaTime {
    private MediaTime() {}

    /** To the second: "0:23", "1:03:00". */
    public static String seconds(long micros) {
        long all = Math.max(0, micros) / 1_000_000;
        long hours = all / 3600;
        return hours > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", hours, all / 60 % 60, all % 60)
                : String.format(Locale.ROOT, "%d:%02d", all / 60, all % 60);
    }

    /** To the tenth of a second: "0:07.4". */
    public static String tenths(long micros) {
        return seconds(micros) + "." + Math.max(0, micros) / 100_000 % 10;
    }

    /** To the thousandth: "0:07.433". */
    public static String millis(long micros) {
        return seconds(micros) + String.format(Locale.ROOT, ".%03d", Math.max(0, micros) / 1_000 % 1_000);
    }
}
