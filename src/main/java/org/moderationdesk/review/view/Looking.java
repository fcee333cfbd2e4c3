package org.moderationdesk.review.view;

import java.util.function.Consumer;
import org.moderationdesk.fx.Background;
import org.moderationdesk.media.Look;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.SealedOpening;

/** Looks at the open case: each goes to the store, and is counted where the day's exposure is. JavaFX thread only. */
final class Looking {
    private final ReviewDesk desk;
    private final Background background;
    private final Consumer<Exception> failed;
    private final PendingLooks pending;

    Looking(ReviewDesk desk, Background background, Consumer<Exception> failed) {
        this.desk = desk;
        this.background = background;
        this.failed = failed;
        this.pending = desk.carried().looks();
    }

    /** Content was uncovered, and has been covered again. */
    void ended(Opened opened, Look look) {
        pending.add(opened, look);
        store(() -> desk.care().seen(opened.row().severity(), look.form(), look.millis()));
    }

    /** What a file says of itself was shown to its end; nothing of its content was. */
    void metadataShown(Opened opened, Look look) {
        pending.addMetadata(opened, look);
        store(() -> {});
    }

    /** A look at sealed content is over, after so long. */
    void sealedEnded(SealedOpening opening, long millis) {
        pending.addEnd(opening, millis);
        store(() -> desk.care().seen(opening.opened().row().severity(), opening.form(), millis));
    }

    /** Writes all that wait; in the background, before what is done with the case. */
    void write() {
        pending.write(desk.review());
    }

    private void store(Runnable then) {
        background.run(
                () -> {
                    write();
                    return true;
                },
                _ -> then.run(),
                failed);
    }
}
