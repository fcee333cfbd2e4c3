package org.moderationdesk.review.view;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.moderationdesk.fx.Background;
import org.moderationdesk.items.ItemFile;
import org.moderationdesk.items.view.PictureSource;
import org.moderationdesk.media.decode.Clip;
import org.moderationdesk.media.decode.MediaRefused;
import org.moderationdesk.queue.CaseFilter;
import org.moderationdesk.review.Opened;

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

    /** What the next case needs is read while this one is being decided, so that it is at hand then. */
    void prepareNext(ReviewDesk desk, CaseFilter filter, Background background) {
        background.run(
                () -> {
                    Optional<Opened> next = desk.review().peekNext(desk.person(), filter);
                    next.filter(one -> !one.row().sealed()).ifPresent(one -> prepare(one.file()));
                    return next;
                },
                _ -> {},
                _ -> {});
    }

    @Override
    public void forget() {
        pictures.forget();
    }
}
