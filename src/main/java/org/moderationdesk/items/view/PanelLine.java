package org.moderationdesk.items.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.EvidenceMark;
import org.moderationdesk.fx.Icon;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.TimedText;

/** One line of the panel beside the content. */
sealed interface PanelLine {
    /**
     * Words of the item, to be marked as evidence.
     *
     * @param in which text of the item
     * @param index which line of it
     * @param lead what stands before it, such as a time; empty for a further piece of the same
     * @param below the same in another language, or null
     */
    record Words(
            EvidenceMark.Place in,
            int index,
            TextPiece piece,
            String lead,
            @Nullable TextPiece below) implements PanelLine {}

    /** Words of the item in another language, too long to stand below the first. */
    record Translation(TextPiece piece) implements PanelLine {}

    /** A heading between two parts. */
    record Heading(Icon icon, String words) implements PanelLine {}

    /**
     * Something that is known without looking.
     *
     * @param warning whether it asks for attention
     */
    record Fact(Icon icon, String title, String detail, boolean warning) implements PanelLine {}

    /** Every word of a caption, a transcript or the text on screen; linear in them, and not for the JavaFX thread. */
    static List<PanelLine> caption(String text) {
        var lines = new ArrayList<PanelLine>();
        TextPieces.of(text).forEach(piece -> lines.add(new Words(EvidenceMark.Place.TEXT, 0, piece, "", null)));
        return lines;
    }

    static List<PanelLine> timed(Item item, EvidenceMark.Place in, Function<TimedText, @Nullable String> translation) {
        List<TimedText> texts = in == EvidenceMark.Place.TRANSCRIPT ? item.transcript() : item.onScreenText();
        var lines = new ArrayList<PanelLine>();
        for (int i = 0; i < texts.size(); i++) {
            add(lines, in, i, texts.get(i), translation.apply(texts.get(i)));
        }
        return lines;
    }

    private static void add(
            List<PanelLine> lines, EvidenceMark.Place in, int index, TimedText timed, @Nullable String translated) {
        List<TextPiece> pieces = TextPieces.of(timed.text());
        List<TextPiece> others = translated == null ? List.of() : TextPieces.of(translated);
        boolean below = pieces.size() == 1 && others.size() == 1;
        for (int i = 0; i < pieces.size(); i++) {
            String lead = i == 0 ? MediaFacts.timecode(timed.fromMs()) : "";
            lines.add(new Words(in, index, pieces.get(i), lead, below ? others.getFirst() : null));
        }
        if (!below) {
            others.forEach(piece -> lines.add(new Translation(piece)));
        }
    }
}
