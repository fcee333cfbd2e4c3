package org.moderationdesk.media.decode;

/** A clip that is playing. Safe for any thread; nothing here blocks. */
public interface Playback {
    /** Nothing more is decoded; what is under way still reaches the sink. */
    void pause();

    void resume();

    /** Nothing more reaches the sink once a call of it that is under way returns. */
    void stop();
}
