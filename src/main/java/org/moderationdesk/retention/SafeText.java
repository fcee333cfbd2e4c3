package org.moderationdesk.retention;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.moderationdesk.items.HostileText;

/**
 * Text of strangers on one line of a file that somebody opens with whatever program they have: nothing in it is markup,
 * nothing becomes a formula where a table is made of it, and what turns or hides other text is named instead.
 */
final class SafeText {
    private static final Pattern FORMULA =
            Pattern.compile("(^|[,;\\t\"'])(\\s*)([=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20])");

    private SafeText() {}

    static String line(String text) {
        String shown = HostileText.runs(text).stream()
                .map(run -> run.kind() == HostileText.Kind.PLAIN ? run.shown() : "[" + run.shown() + "]")
                .collect(Collectors.joining());
        String one = shown.replaceAll("\\R", " / ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
        return FORMULA.matcher(one).replaceAll("$1$2'$3");
    }

    /** JSON whose text has no character but printable ASCII, and none that means anything in HTML. */
    static String json(String json) {
        var out = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c < 0x7F && c != '<' && c != '>' && c != '&' && c != '\'') {
                out.append(c);
            } else {
                out.append(String.format("\\u%04x", (int) c));
            }
        }
        return out.toString();
    }
}
