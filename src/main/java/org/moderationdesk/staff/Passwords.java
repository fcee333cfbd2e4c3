package org.moderationdesk.staff;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** How the people of a store prove who they are. Slow: not for the JavaFX thread. Safe for any other. */
public interface Passwords {
    /** Works out what is kept of a password that somebody else is given: before the act in which it is kept. */
    Kept given(String name, String password);

    /** The same of one's own password, which was proved a moment ago. */
    Kept own(String name, String password);

    /** Whether this is somebody's password; what is no name of the store has none. */
    Proof prove(String name, String password);

    /** Forgets the wrong tries of somebody. */
    void forgive(Handle handle, String name);

    /** Whether whoever opened the store owns it, and so manages its people without being one of them. */
    boolean isOwner();

    /** What is kept of a password. */
    interface Kept {
        /** Keeps it, in the open transaction. */
        void in(Handle handle);

        /** That transaction is in the store. */
        default void done() {}
    }

    /** What became of a proof. */
    sealed interface Proof {
        /** It is theirs. */
        record Right() implements Proof {}

        /** It is theirs, and the store lets them in no more. */
        record LetInNoMore() implements Proof {}

        /** @param nextTry when the next try is looked at; null for at once */
        record Wrong(@Nullable Instant nextTry) implements Proof {}

        /** Not looked at, nor will be one before that moment. */
        record Wait(Instant until) implements Proof {}
    }
}
