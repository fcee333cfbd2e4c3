package org.moderationdesk.items.view;

/**
 * A chosen stretch of a text, in code points.
 *
 * @param anchor where choosing began
 * @param caret where it is now
 */
record TextSpan(int anchor, int caret) {
    static TextSpan at(int place) {
        return new TextSpan(place, place);
    }

    int from() {
        return Math.min(anchor, caret);
    }

    int to() {
        return Math.max(anchor, caret);
    }

    boolean isEmpty() {
        return anchor == caret;
    }

    TextSpan movedTo(int place, boolean extend) {
        return new TextSpan(extend ? anchor : place, place);
    }
}
