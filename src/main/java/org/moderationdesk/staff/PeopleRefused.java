package org.moderationdesk.staff;

import org.moderationdesk.base.Texts;

/** A change to people or passwords that may not be; nothing has changed. Its message names nobody. */
public final class PeopleRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why not. Each has its words under {@code rights.people.} in the text bundle {@code rights}. */
    public enum Why {
        /** The first person of a desk is an administrator: nobody could add a second otherwise. */
        FIRST_IS_NO_ADMINISTRATOR,
        /** The desk would be left without anybody who manages people. */
        LAST_ADMINISTRATOR,
        /** Somebody is called so, or so much alike that it could not be told apart. */
        NAME_TAKEN,
        /** Not 1 to 60 letters, digits, spaces and . - _ ' @ beginning with a letter or digit, or a name the desk uses. */
        NAME_UNUSABLE,
        /** Nobody is called so. */
        UNKNOWN,
        /** Somebody without a role could do nothing. */
        NO_ROLE,
        /** A language or section that is not written as one. */
        SKILL_UNUSABLE,
        /** A password of fewer than 12 characters. */
        PASSWORD_TOO_SHORT,
        /** A password of more than 128 characters. */
        PASSWORD_TOO_LONG,
        /** A password that is the person's own name. */
        PASSWORD_IS_NAME,
        /** A new password that is the one before. */
        PASSWORD_IS_OLD
    }

    private final Why why;

    public PeopleRefused(Why why) {
        super("people refused: " + why);
        this.why = why;
    }

    public Why why() {
        return why;
    }

    public String words(Texts texts) {
        return texts.get("rights.people." + why);
    }
}
