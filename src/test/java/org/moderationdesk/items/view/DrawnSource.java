package org.moderationdesk.items.view;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.moderationdesk.items.ItemFile;
import org.moderationdesk.media.decode.Clip;
import org.moderationdesk.media.view.DrawnClip;

/** Pictures and clips that are drawn rather than decoded. */
final class DrawnSource implements PictureSource {
    private final Supplier<DrawnClip> drawing;
    private final List<DrawnClip> opened = new CopyOnWriteArrayList<>();

    DrawnSource(Supplier<DrawnClip> drawing) {
        this.drawing = drawing;
    }

    @Override
    public Reading read(ItemFile file, int media) {
        return SampleItems.stripes();
    }

    @Override
    public Clip clip(ItemFile file, int media) {
        DrawnClip clip = drawing.get();
        opened.add(clip);
        return clip;
    }

    List<DrawnClip> opened() {
        return opened;
    }
}
