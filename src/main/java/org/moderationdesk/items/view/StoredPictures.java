package org.moderationdesk.items.view;

import java.util.List;
import java.util.Optional;
import org.moderationdesk.items.ItemFile;
import org.moderationdesk.items.MediaFile;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.media.FileMetadata;
import org.moderationdesk.media.decode.Clip;
import org.moderationdesk.media.decode.Decoder;
import org.moderationdesk.media.decode.MediaRefused;
import org.moderationdesk.media.decode.Size;
import org.moderationdesk.media.decode.Still;

/** The media that the desk holds, decoded in processes apart. Not for the JavaFX thread. */
public final class StoredPictures implements PictureSource {
    /** Enough for the whole stage of a large window. */
    private static final Size MOST = new Size(1_600, 1_600);

    private final Named named;
    private final Decoder decoder;

    public StoredPictures(StoredItems items, Decoder decoder) {
        this((file, which) -> items.mediaHash(file.item().id(), file.item().version(), which), decoder);
    }

    private StoredPictures(Named named, Decoder decoder) {
        this.named = named;
        this.decoder = decoder;
    }

    /** Of items that are not of this desk, but name files that it holds. */
    public static StoredPictures asNamed(Decoder decoder) {
        return new StoredPictures(
                (file, which) ->
                        Optional.ofNullable(file.item().media().get(which).sha256()),
                decoder);
    }

    /** Tells by which hash a file of an item is held. */
    @FunctionalInterface
    private interface Named {
        Optional<String> hash(ItemFile file, int which);
    }

    @Override
    public PictureSource.Reading read(ItemFile file, int which) {
        return switch (state(file, which)) {
            case MISSING, NOT_NAMED -> notShown(Why.MISSING);
            case DIFFERS -> notShown(Why.DIFFERS);
            case STORED -> held(file, which);
        };
    }

    @Override
    public Clip clip(ItemFile file, int which) throws MediaRefused {
        if (state(file, which) != MediaFile.State.STORED) {
            throw new MediaRefused(MediaRefused.Reason.MISSING);
        }
        return decoder.open(hash(file, which));
    }

    @Override
    public FileMetadata metadata(ItemFile file, int which) throws MediaRefused {
        if (state(file, which) != MediaFile.State.STORED) {
            throw new MediaRefused(MediaRefused.Reason.MISSING);
        }
        return decoder.metadata(hash(file, which));
    }

    private static MediaFile.State state(ItemFile file, int which) {
        return which >= 0
                        && which < file.item().media().size()
                        && which < file.mediaStates().size()
                ? file.mediaStates().get(which)
                : MediaFile.State.NOT_NAMED;
    }

    private String hash(ItemFile file, int which) throws MediaRefused {
        return named.hash(file, which).orElseThrow(() -> new MediaRefused(MediaRefused.Reason.MISSING));
    }

    private PictureSource.Reading held(ItemFile file, int which) {
        try {
            Still still = decoder.picture(hash(file, which), MOST);
            return new Shown(
                    still.frame().width(),
                    still.frame().height(),
                    still.frame().argb(),
                    still.full().width(),
                    still.full().height());
        } catch (MediaRefused why) {
            return switch (why.reason()) {
                case MISSING -> notShown(Why.MISSING);
                case TOO_LARGE -> new NotShown(Why.TOO_LARGE, List.of((long) why.width(), (long) why.height()));
                case NOT_MEDIA, EMPTY -> notShown(Why.NOT_A_PICTURE);
                case BROKEN, TIMED_OUT, TOO_MUCH_MEMORY, WORKER_LOST -> notShown(Why.UNREADABLE);
            };
        }
    }

    private static NotShown notShown(Why why) {
        return new NotShown(why, List.of());
    }
}
