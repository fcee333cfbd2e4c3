package org.moderationdesk.media.view;

import org.moderationdesk.media.decode.MediaRefused;

/** How far a clip is with the player. */
public sealed interface PlayerState {
    /** No clip at all. */
    record Nothing() implements PlayerState {}

    /** The worker has been asked for it. */
    record Opening() implements PlayerState {}

    /** Its facts and its first frame, or its sound, are there. */
    record Ready() implements PlayerState {}

    /** It is not shown. */
    record Refused(MediaRefused why) implements PlayerState {}

    /** The worker died with it: the last frame stays, covered, until the clip is opened again. */
    record Lost() implements PlayerState {}
}
