package org.moderationdesk.decisions;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.items.MediaFile;

/**
 * The media file that a mark points at, as far as the item tells.
 *
 * @param exists whether the item has it; an item of a kind with media that lists no file has one of unknown length
 * @param lengthMs null where it is not known
 */
record MarkedMedia(
        boolean exists, boolean hasFrame, @Nullable Long lengthMs) {
    static MarkedMedia of(Item item, int index) {
        List<MediaFile> files = item.media();
        boolean untold = files.isEmpty() && index == 0 && hasMedia(item.kind());
        boolean listed = index >= 0 && index < files.size();
        return new MarkedMedia(
                listed || untold,
                item.kind() != ItemKind.AUDIO,
                listed ? files.get(index).durationMs() : null);
    }

    private static boolean hasMedia(ItemKind kind) {
        return kind.hasPicture() || kind == ItemKind.AUDIO;
    }
}
