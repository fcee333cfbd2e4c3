package org.moderationdesk.review.view;

import java.util.List;
import java.util.function.ObjLongConsumer;
import org.moderationdesk.items.ItemFile;
import org.moderationdesk.items.view.PictureSource;
import org.moderationdesk.items.view.SealedAsk;
import org.moderationdesk.items.view.SealedDoor;
import org.moderationdesk.items.view.SealedSight;
import org.moderationdesk.media.decode.Clip;
import org.moderationdesk.media.decode.Frame;
import org.moderationdesk.media.decode.MediaRefused;
import org.moderationdesk.media.decode.Size;
import org.moderationdesk.review.CaseLooks;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.SealedOpening;

/** Opens sealed files one look at a time: each look is in the store before anything of the file is read. */
final class SealedLooks {
    private static final Size MOST = new Size(1_600, 1_600);

    private final CaseLooks looks;
    private final PictureSource pictures;
    private final ObjLongConsumer<SealedOpening> onEnd;

    /** @param onEnd told on the JavaFX thread after how many milliseconds a look has ended */
    SealedLooks(CaseLooks looks, PictureSource pictures, ObjLongConsumer<SealedOpening> onEnd) {
        this.looks = looks;
        this.pictures = pictures;
        this.onEnd = onEnd;
    }

    /** The way to what is sealed in a case that this person holds. */
    SealedDoor doorTo(Opened opened) {
        return ask -> open(opened, ask);
    }

    private SealedSight open(Opened opened, SealedAsk ask) {
        SealedOpening opening = looks.openSealed(opened, ask.media(), ask.form(), ask.why());
        try {
            return new SealedSight(read(opened.file(), ask), millis -> onEnd.accept(opening, millis));
        } catch (RuntimeException unread) {
            looks.endSealed(opening, 0);
            throw unread;
        }
    }

    private PictureSource.Reading read(ItemFile file, SealedAsk ask) {
        return switch (file.item().kind()) {
            case VIDEO, LIVESTREAM -> frame(file, ask);
            case IMAGE, AUDIO, TEXT, COMMENT, ACCOUNT -> pictures.read(file, ask.media());
        };
    }

    /** One frame of a film; nothing else of it is decoded. */
    private PictureSource.Reading frame(ItemFile file, SealedAsk ask) {
        try (Clip clip = pictures.clip(file, ask.media())) {
            if (!clip.facts().picture()) {
                return notShown(PictureSource.Why.NOT_A_PICTURE);
            }
            Long length = clip.facts().durationMicros();
            Frame frame = clip.frameAt(length == null ? 0 : Math.round(length * ask.part()), MOST);
            return new PictureSource.Shown(
                    frame.width(),
                    frame.height(),
                    frame.argb(),
                    clip.facts().width(),
                    clip.facts().height());
        } catch (MediaRefused refused) {
            return notShown(
                    refused.reason() == MediaRefused.Reason.MISSING
                            ? PictureSource.Why.MISSING
                            : PictureSource.Why.UNREADABLE);
        }
    }

    private static PictureSource.Reading notShown(PictureSource.Why why) {
        return new PictureSource.NotShown(why, List.of());
    }
}
