package org.moderationdesk.media.view;

import org.jspecify.annotations.Nullable;

/** The sound device is there no more. */
public final class SoundLost extends Exception {
    private static final long serialVersionUID = 1L;

    SoundLost(@Nullable Throwable cause) {
        super("sound device lost", cause);
    }
}
