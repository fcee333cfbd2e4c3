package org.moderationdesk.items.view;

import java.util.List;
import org.moderationdesk.items.HostileText;

/** Words of strangers on one line of a label: isolated from what stands beside them, hidden characters by their names. */
public final class SafeLine {
    private static final int MOST = 400;
    private static final char ISOLATE = '\u2068';
    private static final char END_OF_ISOLATE = '\u2069';

    private SafeLine() {}

    /** The text itself where nothing in it could do harm; otherwise isolated and with labels in brackets. */
    public static String of(String text) {
        return of(text, MOST);
    }

    /** @param most code points of the text that are shown at most */
    public static String of(String text, int most) {
        boolean cut = text.codePointCount(0, text.length()) > most;
        String seen = cut ? text.substring(0, text.offsetByCodePoints(0, most)) : text;
        if (isPlainAscii(seen)) {
            return cut ? seen + "…" : seen;
        }
        var line = new StringBuilder().append(ISOLATE);
        List<HostileText.Run> runs = HostileText.runs(seen);
        for (HostileText.Run run : runs) {
            if (run.kind() == HostileText.Kind.PLAIN) {
                line.append(run.shown().replaceAll("\\s", " "));
            } else {
                line.append('[').append(run.shown()).append(']');
            }
        }
        return line.append(cut ? "…" : "").append(END_OF_ISOLATE).toString();
    }

    private static boolean isPlainAscii(String text) {
        return text.chars().allMatch(c -> c >= 0x20 && c < 0x7F);
    }
}
