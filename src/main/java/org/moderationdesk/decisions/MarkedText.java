package org.moderationdesk.decisions;

import java.util.List;
import java.util.Optional;
import org.moderationdesk.decisions.EvidenceMark.Place;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.ThreadComment;
import org.moderationdesk.items.TimedText;

/** Finds the text of an item that a mark points at. */
public final class MarkedText {
    private MarkedText() {}

    /** The whole text in which marks are counted; empty where the item has none there. */
    public static Optional<String> of(Item item, Place place, int index) {
        return switch (place) {
            case TEXT -> index == 0 ? Optional.ofNullable(item.text()) : Optional.empty();
            case BIO ->
                index == 0 && item.author() != null
                        ? Optional.ofNullable(item.author().bio())
                        : Optional.empty();
            case TRANSCRIPT -> at(item.transcript(), index).map(TimedText::text);
            case ON_SCREEN -> at(item.onScreenText(), index).map(TimedText::text);
            case THREAD -> at(item.thread(), index).map(ThreadComment::text);
        };
    }

    private static <T> Optional<T> at(List<T> list, int index) {
        return index >= 0 && index < list.size() ? Optional.of(list.get(index)) : Optional.empty();
    }
}
