package org.moderationdesk.staff.view;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.settings.SupportSettings;
import org.moderationdesk.staff.People;
import org.moderationdesk.staff.Person;

/** The desk behind the lock. JavaFX thread only. */
public interface LockedDesk {
    /** Whether there is anything to lock. */
    boolean isOpen();

    /** Whether its store does not answer: no claim runs out meanwhile, and nothing can be given back. */
    boolean isLost();

    /** Covers what is shown, keeps what is unsent, and stops the clocks of work and looking; at once. */
    void lock();

    /** The case that is open and held; empty where none is. */
    Optional<HeldCase> heldCase();

    /**
     * Keeps what is unsent of the open case and gives it back to its queue.
     *
     * @param then once that is in the store
     */
    void giveBack(Runnable then);

    /** Whose password unlocks it; empty at a desk that knows no people, where nothing does. */
    Optional<Owner> owner();

    /** Whom people can talk to. */
    SupportSettings support();

    /**
     * The person is back.
     *
     * @param as with the roles that they have by now; null at a desk that knows no people
     * @param givenBack the item of the case that went back meanwhile; null where none did
     */
    void unlocked(@Nullable Person as, @Nullable String givenBack);

    /** Somebody else wants to sign in, or must sign in anew: gives the case back and goes to the sign-in screen. */
    void signOut();

    /** Who is signed in. */
    record Owner(People people, String name) {}

    /**
     * A case that waits for its person behind the lock.
     *
     * @param shownAs the item's id, safe to show
     * @param until when its lease ends
     */
    record HeldCase(String itemId, String shownAs, Instant until) {}
}
