package org.moderationdesk.media;

import java.util.List;

/**
 * What a media file says of itself beside its content: EXIF of a picture, tags of a container, its streams and chapters. All
 * of it is a stranger's, as the file has it.
 *
 * @param entries in the file's order
 * @param cut whether there is more than is ever read
 */
public record FileMetadata(List<Entry> entries, boolean cut) {
    public FileMetadata {
        entries = List.copyOf(entries);
    }

    /** What of the file an entry is about. */
    public enum Part {
        FILE,
        STREAM,
        CHAPTER,
        PICTURE
    }

    /**
     * One of them.
     *
     * @param number which of the file's streams or chapters, from 1
     */
    public record Entry(Part part, int number, String name, String value) {}
}
