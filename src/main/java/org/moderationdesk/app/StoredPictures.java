package org.moderationdesk.app;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.ItemFile;
import org.moderationdesk.items.MediaFile;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.items.view.PictureSource;
import org.moderationdesk.media.MediaStore;
import org.moderationdesk.media.Pictures;

/** The pictures of items, out of the desk's encrypted files. Off the JavaFX thread. */
final class StoredPictures implements PictureSource {
    /** Larger than the stage on most screens; beyond that pixels are thinned out. */
    private static final int MOST_PIXELS = 1_600;

    private final StoredItems items;
    private final MediaStore media;

    StoredPictures(StoredItems items, MediaStore media) {
        this.items = items;
        this.media = media;
    }

    @Override
    public Picture read(ItemFile file, int index) {
        Item item = file.item();
        MediaFile.State state =
                index < file.mediaStates().size() ? file.mediaStates().get(index) : MediaFile.State.NOT_NAMED;
        return switch (state) {
            case STORED ->
                items.mediaHash(item.id(), item.version(), index)
                        .map(this::decode)
                        .orElse(notShown(Why.MISSING));
            case DIFFERS -> notShown(Why.DIFFERS);
            case MISSING, NOT_NAMED -> notShown(Why.MISSING);
        };
    }

    private Picture decode(String sha256) {
        byte[] bytes;
        try {
            Optional<InputStream> opened = media.open(sha256);
            if (opened.isEmpty()) {
                return notShown(Why.MISSING);
            }
            try (InputStream in = opened.get()) {
                bytes = in.readNBytes(Pictures.MOST_BYTES + 1);
            }
        } catch (IOException changed) {
            return notShown(Why.DIFFERS);
        }
        return switch (Pictures.decode(bytes, MOST_PIXELS, MOST_PIXELS)) {
            case org.moderationdesk.media.Picture.Pixels shown ->
                new Shown(shown.width(), shown.height(), shown.argb(), shown.fullWidth(), shown.fullHeight());
            case org.moderationdesk.media.Picture.TooLarge(long width, long height) ->
                new NotShown(Why.TOO_LARGE, List.of(width, height));
            case org.moderationdesk.media.Picture.Broken() -> notShown(Why.UNREADABLE);
            case org.moderationdesk.media.Picture.UnknownFormat() -> notShown(Why.NOT_A_PICTURE);
        };
    }

    private static NotShown notShown(Why why) {
        return new NotShown(why, List.of());
    }
}
