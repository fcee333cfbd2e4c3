package org.moderationdesk.review.view;

import java.util.List;
import java.util.function.Predicate;
import org.moderationdesk.items.ItemFile;
import org.moderationdesk.items.view.PictureSource;
import org.moderationdesk.media.decode.Clip;
import org.moderationdesk.media.decode.MediaRefused;

/** Pictures and clips of what is not sealed: whoever asks, and however early, of a sealed item nothing is read. */
public final class UnsealedPictures implements PictureSource {
    private final PictureSource pictures;
    private final Predicate<String> isSealed;

    /** @param isSealed says by an item's id whether it is sealed; asked in the background, at every reading */
    public UnsealedPictures(PictureSource pictures, Predicate<String> isSealed) {
        this.pictures = pictures;
        this.isSealed = isSealed;
    }

    @Override
    public Reading read(ItemFile file, int media) {
        return isSealed.test(file.item().id()) ? new NotShown(Why.SEALED, List.of()) : pictures.read(file, media);
    }

    @Override
    public Clip clip(ItemFile file, int media) throws MediaRefused {
        if (isSealed.test(file.item().id())) {
            throw new MediaRefused(MediaRefused.Reason.MISSING);
        }
        return pictures.clip(file, media);
    }

    @Override
    public void prepare(ItemFile next) {
        if (!isSealed.test(next.item().id())) {
            pictures.prepare(next);
        }
    }

    @Override
    public void forget() {
        pictures.forget();
    }
}
