package org.moderationdesk.items.view;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.ItemFile;
import org.moderationdesk.items.MediaFile;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.media.MediaStore;
import org.moderationdesk.media.Picture;
import org.moderationdesk.media.Pictures;

/** The pictures that the desk holds, decoded within the limits of the media room. Not for the JavaFX thread. */
public final class StoredPictures implements PictureSource {
    /** Enough for the whole stage of a large window; a picture is thinned out to it. */
    private static final int MOST = 1_600;

    private final StoredItems items;
    private final MediaStore media;

    public StoredPictures(StoredItems items, MediaStore media) {
        this.items = items;
        this.media = media;
    }

    @Override
    public PictureSource.Reading read(ItemFile file, int which) {
        Item item = file.item();
        if (which < 0 || which >= item.media().size()) {
            return notShown(Why.MISSING);
        }
        MediaFile.State state =
                which < file.mediaStates().size() ? file.mediaStates().get(which) : MediaFile.State.NOT_NAMED;
        return switch (state) {
            case MISSING, NOT_NAMED -> notShown(Why.MISSING);
            case DIFFERS -> notShown(Why.DIFFERS);
            case STORED -> held(item, which);
        };
    }

    private PictureSource.Reading held(Item item, int which) {
        Optional<String> hash = items.mediaHash(item.id(), item.version(), which);
        try {
            Optional<InputStream> found = hash.isEmpty() ? Optional.empty() : media.open(hash.get());
            if (found.isEmpty()) {
                return notShown(Why.MISSING);
            }
            try (InputStream in = found.get()) {
                return decoded(Pictures.decode(in.readNBytes(Pictures.MOST_BYTES + 1), MOST, MOST));
            }
        } catch (IOException damaged) {
            // The file was changed or cut on disk: what the person must know is that it cannot be read.
            return notShown(Why.UNREADABLE);
        }
    }

    private static PictureSource.Reading decoded(Picture picture) {
        return switch (picture) {
            case Picture.Pixels pixels ->
                new Shown(pixels.width(), pixels.height(), pixels.argb(), pixels.fullWidth(), pixels.fullHeight());
            case Picture.TooLarge(long width, long height) -> new NotShown(Why.TOO_LARGE, List.of(width, height));
            case Picture.UnknownFormat() -> notShown(Why.NOT_A_PICTURE);
            case Picture.Broken() -> notShown(Why.UNREADABLE);
        };
    }

    private static NotShown notShown(Why why) {
        return new NotShown(why, List.of());
    }
}
