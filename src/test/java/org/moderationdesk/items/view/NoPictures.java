package org.moderationdesk.items.view;

import java.util.List;
import org.moderationdesk.items.ItemFile;
import org.moderationdesk.media.decode.Clip;
import org.moderationdesk.media.decode.MediaRefused;

/** Of a desk to whose items no file came. */
public final class NoPictures implements PictureSource {
    @Override
    public Reading read(ItemFile file, int media) {
        return new NotShown(Why.MISSING, List.of());
    }

    @Override
    public Clip clip(ItemFile file, int media) throws MediaRefused {
        throw new MediaRefused(MediaRefused.Reason.MISSING);
    }
}
