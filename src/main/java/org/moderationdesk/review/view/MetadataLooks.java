package org.moderationdesk.review.view;

import java.util.function.BiConsumer;
import org.moderationdesk.items.view.MetadataDoor;
import org.moderationdesk.items.view.PictureSource;
import org.moderationdesk.media.FileMetadata;
import org.moderationdesk.media.Look;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.media.decode.MediaRefused;
import org.moderationdesk.review.CaseLooks;
import org.moderationdesk.review.Opened;

/** Opens what the files of a case say of themselves: asked and, of a sealed case, told before anything is read. */
final class MetadataLooks {
    private final CaseLooks looks;
    private final PictureSource pictures;
    private final BiConsumer<Opened, Look> onShown;

    /** @param onShown told on the JavaFX thread of metadata that was shown to its end */
    MetadataLooks(CaseLooks looks, PictureSource pictures, BiConsumer<Opened, Look> onShown) {
        this.looks = looks;
        this.pictures = pictures;
        this.onShown = onShown;
    }

    /** The way to the metadata of a case that this person holds. */
    MetadataDoor doorTo(Opened opened) {
        return new MetadataDoor() {
            @Override
            public FileMetadata read(int media) throws MediaRefused {
                looks.openMetadata(opened, media);
                return pictures.metadata(opened.file(), media);
            }

            @Override
            public void shown(int media, long millis) {
                onShown.accept(opened, new Look(media, LookForm.METADATA, millis, null));
            }
        };
    }
}
