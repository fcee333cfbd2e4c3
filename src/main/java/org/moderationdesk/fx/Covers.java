package org.moderationdesk.fx;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Whoever shows content says here how it is covered; Esc, loss of focus and locking cover all at once. */
public final class Covers {
    private final List<Runnable> covers = new CopyOnWriteArrayList<>();

    /** Adds a cover; run the answer when the content is gone for good. */
    public Runnable add(Runnable cover) {
        covers.add(cover);
        return () -> covers.remove(cover);
    }

    /** Covers everything, on the JavaFX thread, before the call returns. */
    public void coverAll() {
        covers.forEach(Runnable::run);
    }

    /** Covers everything where this does not hold, such as that the window has the focus. */
    public void coverUnless(boolean seen) {
        if (!seen) {
            coverAll();
        }
    }

    /** Covers everything, and answers with those of what is shown instead. */
    public Covers instead() {
        coverAll();
        return new Covers();
    }
}
