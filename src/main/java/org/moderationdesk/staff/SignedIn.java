package org.moderationdesk.staff;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of a try to sign in, or to show once more who one is. */
public sealed interface SignedIn {
    /**
     * The password was right.
     *
     * @param mustChange the person may do nothing before {@link StoredPeople#changeOwnPassword}
     */
    record In(Person person, boolean mustChange) implements SignedIn {}

    /**
     * Name or password is wrong; which of them is not told.
     *
     * @param nextTry when the next try is looked at; null for at once
     */
    record Wrong(@Nullable Instant nextTry) implements SignedIn {}

    /** There were too many wrong tries: this one was not looked at, nor will be one before that moment. */
    record Wait(Instant until) implements SignedIn {}

    /** The password was right, and an administrator has disabled this person. */
    record Disabled() implements SignedIn {}
}
