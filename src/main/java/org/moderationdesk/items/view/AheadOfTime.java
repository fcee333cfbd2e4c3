package org.moderationdesk.items.view;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.items.ItemFile;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.media.FileMetadata;
import org.moderationdesk.media.decode.Clip;
import org.moderationdesk.media.decode.MediaRefused;
import org.moderationdesk.media.decode.Size;
import org.moderationdesk.media.view.ReadyClip;

/**
 * Decodes the first picture of the next item before it is asked for; it is held in memory only, for one item at most,
 * and given out once. Safe for any thread but the JavaFX thread, save {@link #forget}.
 */
public final class AheadOfTime implements PictureSource {
    private static final Size STAGE = new Size(424, 376);

    private final PictureSource source;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition another = lock.newCondition();
    private @Nullable Ready ready;
    private long asked;

    /** What is at hand: one of both. */
    private record Ready(
            String item,
            int version,
            int media,
            PictureSource.@Nullable Reading picture,
            @Nullable Clip clip) {
        boolean isOf(ItemFile file, int which) {
            return media == which
                    && item.equals(file.item().id())
                    && version == file.item().version();
        }
    }

    /** @param patience how long the item that is opened now has the decoder for itself */
    public AheadOfTime(PictureSource source, Duration patience) {
        this.source = source;
        this.patience = patience;
    }

    @Override
    public Reading read(ItemFile file, int media) {
        Ready has = take(file, media);
        return has == null || has.picture() == null ? source.read(file, media) : has.picture();
    }

    @Override
    public Clip clip(ItemFile file, int media) throws MediaRefused {
        Ready has = take(file, media);
        return has == null || has.clip() == null ? source.clip(file, media) : has.clip();
    }

    @Override
    public FileMetadata metadata(ItemFile file, int media) throws MediaRefused {
        return source.metadata(file, media);
    }

    @Override
    public void prepare(ItemFile next) {
        long mine = turn(next);
        Ready made = mine < 0 ? null : make(next);
        if (made != null) {
            put(made, mine);
        }
    }

    /** Waits for its turn; below zero where it is not wanted any more, or at hand already. */
    private long turn(ItemFile next) {
        lock.lock();
        try {
            long mine = ++asked;
            another.signalAll();
            long left = patience.toNanos();
            while (left > 0 && mine == asked) {
                left = another.awaitNanos(left);
            }
            return mine != asked || ready != null && ready.isOf(next, FileShape.first(next)) ? -1 : mine;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return -1;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Ready make(ItemFile next) {
        String id = next.item().id();
        int version = next.item().version();
        int media = FileShape.first(next);
        if (FileShape.of(next.item(), media).isClip()) {
            try {
                return new Ready(id, version, media, null, ReadyClip.of(source.clip(next, media), STAGE));
            } catch (MediaRefused later) {
                // Whoever opens the item is told why.
                return null;
            }
        }
        return next.item().kind() == ItemKind.IMAGE
                ? new Ready(id, version, media, source.read(next, media), null)
                : null;
    }

    private void put(Ready made, long mine) {
        Ready surplus = made;
        lock.lock();
        try {
            if (mine == asked) {
                surplus = ready;
                ready = made;
            }
        } finally {
            lock.unlock();
        }
        drop(surplus);
    }

    private @Nullable Ready take(ItemFile file, int media) {
        lock.lock();
        try {
            Ready has = ready;
            if (has == null || !has.isOf(file, media)) {
                return null;
            }
            ready = null;
            return has;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void forget() {
        Ready has = takeAll();
        if (has != null) {
            Thread.ofVirtual().start(() -> drop(has));
        }
    }

    private @Nullable Ready takeAll() {
        lock.lock();
        try {
            asked++;
            another.signalAll();
            Ready has = ready;
            ready = null;
            return has;
        } finally {
            lock.unlock();
        }
    }

    private static void drop(@Nullable Ready surplus) {
        if (surplus != null && surplus.clip() != null) {
            surplus.clip().close();
        }
    }
}
