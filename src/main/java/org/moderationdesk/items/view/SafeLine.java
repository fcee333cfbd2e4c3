package org.moderationdesk.items.view;

import java.text.Bidi;
import java.util.List;
import org.moderationdesk.items.HostileText;

/** Words of strangers on one line of a label: kept apart from what stands beside them, hidden characters by name. */
public final class SafeLine {
    private static final int MOST = 400;
    // A left-to-right mark and an embedding on either side do in our left-to-right lines what isolates do, and
    // unlike isolates the fonts draw nothing for them. What is within cannot end it: its own controls are labels.
    private static final String APART = "\u200E\u202A";
    private static final String END_APART = "\u202C\u200E";

    private SafeLine() {}

    /** The text itself where nothing in it could do harm; otherwise kept apart and with labels in brackets. */
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
        var line = new StringBuilder();
        List<HostileText.Run> runs = HostileText.runs(seen);
        for (HostileText.Run run : runs) {
            if (run.kind() == HostileText.Kind.PLAIN) {
                line.append(run.shown().replaceAll("\\s", " "));
            } else {
                line.append('[').append(run.shown()).append(']');
            }
        }
        line.append(cut ? "…" : "");
        String shown = line.toString();
        return Bidi.requiresBidi(shown.toCharArray(), 0, shown.length()) ? APART + shown + END_APART : shown;
    }

    private static boolean isPlainAscii(String text) {
        return text.chars().allMatch(c -> c >= 0x20 && c < 0x7F);
    }
}
