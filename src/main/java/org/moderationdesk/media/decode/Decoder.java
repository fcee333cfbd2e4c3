package org.moderationdesk.media.decode;

import org.moderationdesk.media.MediaStore;

/**
 * Decodes the desk's media files in processes apart. All methods block and are for background threads only; safe for
 * many of them.
 */
public final class Decoder implements AutoCloseable {
    public Decoder(MediaStore media, WorkerLaunch launch, DecodeLimits limits) {}

    /** Starts a worker, so that the first file opens fast. */
    public void warm() {}

    /**
     * Opens a clip.
     *
     * @param sha256 of the file's content
     */
    public Clip open(String sha256) throws MediaRefused {
        throw new MediaRefused(MediaRefused.Reason.MISSING);
    }

    /** Decodes a still picture, or the first frame of a moving one. */
    public Still picture(String sha256, Size most) throws MediaRefused {
        throw new MediaRefused(MediaRefused.Reason.MISSING);
    }

    /** Ends every worker; open clips are lost. */
    @Override
    public void close() {}
}
