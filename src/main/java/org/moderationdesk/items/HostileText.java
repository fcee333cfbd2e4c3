package org.moderationdesk.items;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Text of strangers, cut into runs that are safe to show: what cannot be seen but works on what is seen is named by a
 * label in its place, and piled-up marks are counted instead of drawn. Nothing in it is markup. Offsets are code points
 * of the text as given, so that a span marked on screen is the same span in the text. Linear in the length of what is
 * asked for, and a text of any length comes in pieces, made when asked for. Safe for any thread.
 */
public final class HostileText {
    /** Code points in one piece, save where a pile of marks goes on. */
    public static final int PIECE = 2_000;

    private static final int LOOK_BACK = 200;
    private static final int MOST_MARKS = 8;

    private HostileText() {}

    /** What a run is. */
    public enum Kind {
        /** To be shown as it stands. */
        PLAIN,
        /** Turns the direction of what follows. */
        BIDI_CONTROL,
        /** Takes no room: zero-width spaces and joiners. */
        ZERO_WIDTH,
        /** Hidden tags and selectors of glyphs. */
        TAG_OR_SELECTOR,
        /** Other characters that show nothing, control characters among them. */
        INVISIBLE,
        /** Marks piled on one letter, beyond the first eight. */
        PILED_MARKS
    }

    /**
     * A stretch of text of one kind.
     *
     * @param shown the text itself if plain; otherwise a label: the character's common abbreviation or U+ number, or
     *     for piled marks how many there are more
     * @param from its first code point in the whole text
     * @param to the code point after its last
     */
    public record Run(Kind kind, String shown, int from, int to) {}

    /** A piece of the text, short enough to lay out: lines end inside it or with it. */
    public record Piece(int from, int to, List<Run> runs) {
        public Piece {
            runs = List.copyOf(runs);
        }
    }

    /** The pieces of the text, each made when the iterator comes to it. */
    public static Iterable<Piece> pieces(String text) {
        return () -> new Pieces(text);
    }

    /** All runs of the text: for one known to be short. */
    public static List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        pieces(text).forEach(piece -> runs.addAll(piece.runs()));
        return runs;
    }

    /** Whether anything in the text had to be labelled. */
    public static boolean hasHidden(String text) {
        for (Piece piece : pieces(text)) {
            if (piece.runs().stream().anyMatch(run -> run.kind() != Kind.PLAIN)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The first words on one line, for lists and titles: without line ends, hidden characters and piled marks.
     *
     * @param most code points, an ellipsis included
     */
    public static String firstWords(String text, int most) {
        var words = new StringBuilder(most + 2);
        int count = 0;
        for (Piece piece : pieces(text)) {
            for (Run run : piece.runs()) {
                if (run.kind() != Kind.PLAIN) {
                    continue;
                }
                for (int i = 0; i < run.shown().length(); ) {
                    int point = run.shown().codePointAt(i);
                    i += Character.charCount(point);
                    boolean space = Character.isWhitespace(point);
                    if (space && (words.isEmpty() || words.charAt(words.length() - 1) == ' ')) {
                        continue;
                    }
                    if (count == most) {
                        words.delete(words.offsetByCodePoints(words.length(), -1), words.length());
                        return words.toString().stripTrailing() + "…";
                    }
                    words.appendCodePoint(space ? ' ' : point);
                    count++;
                }
            }
        }
        return words.toString().stripTrailing();
    }

    private static final class Pieces implements Iterator<Piece> {
        private final String text;
        private int at;
        private int point;

        Pieces(String text) {
            this.text = text;
        }

        @Override
        public boolean hasNext() {
            return at < text.length();
        }

        @Override
        public Piece next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            int end = end();
            var runs = new Runs(point);
            int from = point;
            while (at < end) {
                if (Hidden.isMark(text.codePointAt(at))) {
                    pile(runs);
                } else {
                    int c = text.codePointAt(at);
                    Hidden hidden = Hidden.at(text, at);
                    if (hidden == Hidden.NOT) {
                        runs.plain(c);
                    } else {
                        runs.labelled(hidden.kind(), Hidden.label(c), 1);
                    }
                    at += Character.charCount(c);
                    point++;
                }
            }
            return new Piece(from, point, runs.done());
        }

        /** All marks that follow each other: they are one pile, whatever the end of the piece. */
        private void pile(Runs runs) {
            int marks = 0;
            while (at < text.length() && Hidden.isMark(text.codePointAt(at))) {
                int c = text.codePointAt(at);
                if (marks < MOST_MARKS) {
                    runs.plain(c);
                }
                marks++;
                at += Character.charCount(c);
            }
            point += marks;
            if (marks > MOST_MARKS) {
                int more = marks - MOST_MARKS;
                runs.labelled(Kind.PILED_MARKS, "+" + more, more);
            }
        }

        /** Where the piece ends: after a line end or a space near its full length, and not before a mark. */
        private int end() {
            int end = at;
            for (int i = 0; i < PIECE && end < text.length(); i++) {
                end += Character.charCount(text.codePointAt(end));
            }
            if (end == text.length()) {
                return end;
            }
            int lineEnd = text.lastIndexOf('\n', end - 1);
            if (lineEnd >= at && end - lineEnd < PIECE / 2) {
                return lineEnd + 1;
            }
            for (int i = end; i > at && i > end - LOOK_BACK; i--) {
                if (Character.isWhitespace(text.charAt(i - 1))) {
                    return i;
                }
            }
            return end;
        }
    }

    /** Gathers runs, joining plain ones. */
    private static final class Runs {
        private final List<Run> done = new ArrayList<>();
        private final StringBuilder plain = new StringBuilder();
        private int plainFrom;
        private int point;

        Runs(int from) {
            this.plainFrom = from;
            this.point = from;
        }

        void plain(int c) {
            plain.appendCodePoint(c);
            point++;
        }

        void labelled(Kind kind, String label, int points) {
            flush();
            done.add(new Run(kind, label, point, point + points));
            point += points;
            plainFrom = point;
        }

        List<Run> done() {
            flush();
            return done;
        }

        private void flush() {
            if (!plain.isEmpty()) {
                done.add(new Run(Kind.PLAIN, plain.toString(), plainFrom, point));
                plain.setLength(0);
            }
            plainFrom = point;
        }
    }
}
