package org.moderationdesk.architecture.planted.media.worker;

import org.bytedeco.javacpp.Pointer;

/** May name FFmpeg. */
public final class Inside {
    public Pointer pointer() {
        return new Pointer();
    }
}
