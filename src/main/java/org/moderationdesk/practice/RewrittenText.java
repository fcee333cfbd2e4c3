package org.moderationdesk.practice;

import java.util.ArrayList;
import java.util.List;

/** A text in which words were replaced, and where each place of the old one is in the new one. Places in code points. */
final class RewrittenText {
    private final StringBuilder text = new StringBuilder();
    private final List<Piece> replaced = new ArrayList<>();
    private int oldAt;
    private int newAt;

    /** A stretch that was replaced, from and to in the old text and in the new. */
    private record Piece(int oldFrom, int oldTo, int newFrom, int newTo) {}

    /** Takes over what stays as it is. */
    void keep(String same) {
        text.append(same);
        int length = same.codePointCount(0, same.length());
        oldAt += length;
        newAt += length;
    }

    void replace(String old, String by) {
        int oldLength = old.codePointCount(0, old.length());
        int newLength = by.codePointCount(0, by.length());
        text.append(by);
        replaced.add(new Piece(oldAt, oldAt + oldLength, newAt, newAt + newLength));
        oldAt += oldLength;
        newAt += newLength;
    }

    String text() {
        return text.toString();
    }

    /** Where a span that began here begins now: within what was replaced, at its beginning. */
    int from(int old) {
        return place(old, true);
    }

    /** Where a span that ended here ends now: within what was replaced, at its end. */
    int to(int old) {
        return place(old, false);
    }

    private int place(int old, boolean begins) {
        int moved = old;
        for (Piece one : replaced) {
            if (old >= one.oldTo) {
                moved = one.newTo + (old - one.oldTo);
            } else if (old > one.oldFrom) {
                return begins ? one.newFrom : one.newTo;
            }
        }
        return moved;
    }
}
