package org.moderationdesk.items.view;

import org.moderationdesk.decisions.EvidenceMark.Box;

/** A box on a picture while it is being drawn or moved: always inside, never smaller than can be seen. */
record BoxDraft(double x, double y, double w, double h) {
    static final double STEP = 0.02;
    private static final double SMALLEST = 0.02;
    private static final double ROUND = 10_000;

    BoxDraft {
        w = Math.clamp(w, SMALLEST, 1);
        h = Math.clamp(h, SMALLEST, 1);
        x = Math.clamp(x, 0, 1 - w);
        y = Math.clamp(y, 0, 1 - h);
    }

    static BoxDraft middle() {
        return new BoxDraft(0.35, 0.35, 0.3, 0.3);
    }

    /** From corner to corner, in whichever direction it was drawn. */
    static BoxDraft between(double x1, double y1, double x2, double y2) {
        double left = Math.clamp(Math.min(x1, x2), 0, 1);
        double top = Math.clamp(Math.min(y1, y2), 0, 1);
        return new BoxDraft(
                left, top, Math.clamp(Math.max(x1, x2), 0, 1) - left, Math.clamp(Math.max(y1, y2), 0, 1) - top);
    }

    BoxDraft moved(int right, int down) {
        return new BoxDraft(x + right * STEP, y + down * STEP, w, h);
    }

    BoxDraft resized(int wider, int higher) {
        return new BoxDraft(x, y, Math.min(w + wider * STEP, 1 - x), Math.min(h + higher * STEP, 1 - y));
    }

    Box box() {
        return new Box(round(x), round(y), round(w), round(h));
    }

    private static double round(double fraction) {
        return Math.round(fraction * ROUND) / ROUND;
    }
}
