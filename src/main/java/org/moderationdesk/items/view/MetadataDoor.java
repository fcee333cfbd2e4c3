package org.moderationdesk.items.view;

import org.moderationdesk.media.FileMetadata;
import org.moderationdesk.media.decode.MediaRefused;

/** The way to what the files of an item say of themselves. */
public interface MetadataDoor {
    /**
     * Reads it in a process apart. Asked in the background.
     *
     * @param media index of the file in the item
     * @throws org.moderationdesk.staff.RightRefused where this person may not see the file
     */
    FileMetadata read(int media) throws MediaRefused;

    /** Told on the JavaFX thread that all of it was shown, so many milliseconds after it was opened. */
    void shown(int media, long millis);
}
