package org.moderationdesk.items.view;

import java.util.List;

/**
 * A line of a text, or a part of a long one: what is laid out at once.
 *
 * @param from first code point in the source
 * @param to code point after the last, without the line's end
 */
record TextPiece(int from, int to, List<ShownRun> runs) {
    TextPiece {
        runs = List.copyOf(runs);
    }

    /** What a screen reader says: words as they are, boxes by their names. */
    String spoken() {
        var words = new StringBuilder();
        runs.forEach(run -> words.append(run.shown()));
        return words.toString();
    }
}
