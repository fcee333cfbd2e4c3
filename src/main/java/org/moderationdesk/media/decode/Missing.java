package org.moderationdesk.media.decode;

/** What of a clip could not be read, or is not as it should be. */
public enum Missing {
    NO_SOUND,
    NO_PICTURE,
    /** There is one, in a form that the desk does not decode. */
    UNREADABLE_PICTURE,
    UNREADABLE_SOUND,
    /** The file is shorter than it says. */
    TRUNCATED,
    NO_DURATION,
    /** Not a quarter turn: shown by the nearest one. */
    ODD_ROTATION,
    /** It is still being written. */
    GROWING
}
