package org.moderationdesk.sample;

/** A media file unlike those that players are made for. */
enum OddFile {
    NO_SOUND,
    SOUND_ONLY,
    /** Lies on its side, and says so. */
    TURNED,
    /** Frames come when they like. */
    UNEVEN,
    /** 7,680 by 4,320 pixels. */
    HUGE,
    /** Its end is missing. */
    CUT,
    EMPTY,
    /** A clip that is called a picture. */
    WRONG_NAME,
    /** Bytes without any meaning. */
    GARBAGE,
    /** A picture whose header claims 20,000 by 20,000 pixels. */
    CLAIMS_TOO_MUCH,
    /** Two clips and a picture in one item. */
    SEVERAL
}
