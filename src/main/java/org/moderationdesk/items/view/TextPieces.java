package org.moderationdesk.items.view;

import java.util.ArrayList;
import java.util.List;
import org.moderationdesk.items.HostileText;

/**
 * Cuts a text into what a list lays out row by row: a line each, a long line into several. Linear in the text; for a
 * long one not on the JavaFX thread.
 */
final class TextPieces {
    /** How much one row holds; a box takes far more work to lay out than a letter. */
    private static final int MOST_WEIGHT = 600;

    private static final int BOX_WEIGHT = 12;
    private static final int LOOK_BACK = 80;

    private final List<TextPiece> pieces = new ArrayList<>();
    private List<ShownRun> runs = new ArrayList<>();
    private int from;
    private int at;
    private int weight;

    private TextPieces() {}

    static List<TextPiece> of(String text) {
        var cutting = new TextPieces();
        for (HostileText.Piece piece : HostileText.pieces(text)) {
            piece.runs().forEach(cutting::add);
        }
        cutting.endLine(0);
        return List.copyOf(cutting.pieces);
    }

    private void add(HostileText.Run run) {
        if (run.kind() == HostileText.Kind.PLAIN) {
            addWords(run.shown());
        } else {
            makeRoom(BOX_WEIGHT);
            runs.add(new ShownRun(ShownRun.Kind.BOX, run.from(), run.to(), run.shown()));
            at = run.to();
            weight += BOX_WEIGHT;
        }
    }

    private void addWords(String words) {
        int start = 0;
        int lineEnd;
        while ((lineEnd = words.indexOf('\n', start)) >= 0) {
            boolean withReturn = lineEnd > start && words.charAt(lineEnd - 1) == '\r';
            addLine(words.substring(start, withReturn ? lineEnd - 1 : lineEnd));
            endLine(withReturn ? 2 : 1);
            start = lineEnd + 1;
        }
        addLine(words.substring(start));
    }

    private void addLine(String words) {
        String rest = words;
        while (!rest.isEmpty()) {
            makeRoom(1);
            int room = MOST_WEIGHT - weight;
            int length = rest.codePointCount(0, rest.length());
            if (length <= room) {
                put(rest, length);
                return;
            }
            int cut = cut(rest, rest.offsetByCodePoints(0, room));
            put(rest.substring(0, cut), rest.codePointCount(0, cut));
            rest = rest.substring(cut);
            endLine(0);
        }
    }

    private void put(String words, int length) {
        int shown = 0;
        for (LinkHosts.Link link : LinkHosts.in(words)) {
            putWords(words, shown, link.to());
            shown = link.to();
            int place = at + points(words, shown);
            runs.add(new ShownRun(ShownRun.Kind.HOST, place, place, link.host()));
        }
        putWords(words, shown, words.length());
        at += length;
        weight += length;
    }

    private void putWords(String words, int start, int end) {
        if (start < end) {
            runs.add(new ShownRun(
                    ShownRun.Kind.WORDS,
                    at + points(words, start),
                    at + points(words, end),
                    words.substring(start, end)));
        }
    }

    private static int points(String words, int chars) {
        return words.codePointCount(0, chars);
    }

    /** Between words where there is a space near, else where no mark or joiner is torn from its letter. */
    private static int cut(String words, int most) {
        for (int i = most; i > 0 && i > most - LOOK_BACK; i--) {
            if (Character.isWhitespace(words.charAt(i - 1))) {
                return i;
            }
        }
        int cut = most;
        while (cut > most / 2 && joins(words, cut)) {
            cut = words.offsetByCodePoints(cut, -1);
        }
        return cut;
    }

    private static boolean joins(String words, int index) {
        int type = Character.getType(words.codePointAt(index));
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT
                || Character.getType(words.codePointBefore(index)) == Character.FORMAT;
    }

    private void makeRoom(int needed) {
        if (weight + needed > MOST_WEIGHT) {
            endLine(0);
        }
    }

    private void endLine(int lineEnd) {
        boolean lastEmpty = lineEnd == 0 && runs.isEmpty() && !pieces.isEmpty();
        if (!lastEmpty) {
            pieces.add(new TextPiece(from, at, runs));
        }
        runs = new ArrayList<>();
        at += lineEnd;
        from = at;
        weight = 0;
    }
}
