package org.moderationdesk.decisions;

import org.jspecify.annotations.Nullable;

/** How free text is measured: without the space around it, in Unicode code points. */
final class Words {
    /** What a reason has at least. */
    static final int REASON = 20;

    private Words() {}

    static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    static int length(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        String stripped = text.strip();
        return stripped.codePointCount(0, stripped.length());
    }

    static boolean isReason(@Nullable String text) {
        return length(text) >= REASON;
    }
}
