package org.moderationdesk.editions;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A run of words that two texts share, or that only one has. Side by side in their order they make up both texts.
 *
 * @param text words and marks with the spaces after them
 */
public record WordPiece(Kind kind, String text) {
    /** A word, or a mark that is no part of one, and the spaces after it. */
    private static final Pattern WORD = Pattern.compile("(?:[\\p{L}\\p{N}]+(?:['\u2019-][\\p{L}\\p{N}]+)*|\\S)\\s*");

    /** In which of the texts. */
    public enum Kind {
        KEPT,
        TAKEN_OUT,
        PUT_IN
    }

    /** What became of a text, word by word, with as many words kept as can be: what is taken out before what is put in. */
    public static List<WordPiece> between(String before, String after) {
        String[] old = words(before);
        String[] now = words(after);
        int[][] kept = kept(old, now);
        List<WordPiece> pieces = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.length || j < now.length) {
            if (i < old.length && j < now.length && isSame(old[i], now[j])) {
                add(pieces, Kind.KEPT, now[j]);
                i++;
                j++;
            } else if (i < old.length && (j == now.length || kept[i + 1][j] >= kept[i][j + 1])) {
                add(pieces, Kind.TAKEN_OUT, old[i++]);
            } else {
                add(pieces, Kind.PUT_IN, now[j++]);
            }
        }
        return List.copyOf(pieces);
    }

    /** What of it is marked: without the spaces at its end. */
    public String bare() {
        return text.stripTrailing();
    }

    /** The spaces at its end; one between what is taken out and what is put in its place, where the text has none. */
    public String gap(boolean beforePutIn) {
        String spaces = text.substring(bare().length());
        return spaces.isEmpty() && kind == Kind.TAKEN_OUT && beforePutIn ? " " : spaces;
    }

    /** The share of words that two texts have in common, 0 to 1; 1 for two empty ones. */
    static double likeness(String before, String after) {
        String[] old = words(before);
        String[] now = words(after);
        int all = old.length + now.length;
        return all == 0 ? 1 : 2.0 * kept(old, now)[0][0] / all;
    }

    private static String[] words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toArray(String[]::new);
    }

    private static boolean isSame(String one, String other) {
        return one.strip().equals(other.strip());
    }

    /** How many words at most are kept of the ends of both texts, from each place in them. */
    private static int[][] kept(String[] old, String[] now) {
        int[][] kept = new int[old.length + 1][now.length + 1];
        for (int i = old.length - 1; i >= 0; i--) {
            for (int j = now.length - 1; j >= 0; j--) {
                kept[i][j] = isSame(old[i], now[j]) ? kept[i + 1][j + 1] + 1 : Math.max(kept[i + 1][j], kept[i][j + 1]);
            }
        }
        return kept;
    }

    private static void add(List<WordPiece> pieces, Kind kind, String word) {
        if (!pieces.isEmpty() && pieces.getLast().kind() == kind) {
            pieces.add(new WordPiece(kind, pieces.removeLast().text() + word));
        } else {
            pieces.add(new WordPiece(kind, word));
        }
    }
}
