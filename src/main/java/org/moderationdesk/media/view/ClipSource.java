package org.moderationdesk.media.view;

import org.moderationdesk.media.decode.Clip;
import org.moderationdesk.media.decode.MediaRefused;

/** Opens one clip, as often as it is asked to. Blocks: for background threads only. */
public interface ClipSource {
    Clip open() throws MediaRefused;
}
