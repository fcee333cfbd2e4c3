package org.moderationdesk.architecture.planted.review;

import org.bytedeco.javacpp.Pointer;
import org.moderationdesk.architecture.planted.media.worker.Inside;

/** Lies high enough to import anything, but for FFmpeg and the room that runs it. */
public final class DecodesInTheDesk {
    private final Pointer pointer = new Inside().pointer();

    public Pointer pointer() {
        return pointer;
    }
}
