package org.moderationdesk.media.decode;

import java.util.List;
import java.util.function.Consumer;

/**
 * An open media file, decoded by a process of its own. All methods but {@link #facts} block and are for background
 * threads only; safe for many of them. Once one of them says that the worker is lost, so do all: open the file anew.
 */
public interface Clip extends AutoCloseable {
    ClipFacts facts();

    /** The frame that is shown at a time of the file, with its own time; the last one where the file ended before. */
    Frame frameAt(long micros, Size most) throws MediaRefused;

    /** The {@code by}-th frame after (or, negative, before) the one shown at a time; the last or first one at the ends. */
    Frame step(long fromMicros, int by, Size most) throws MediaRefused;

    /** Hands over frames that lie evenly over the clip, as they come, on the calling thread. */
    void strip(int count, Size most, Consumer<Frame> each) throws MediaRefused;

    /** Times at which the picture changes most, in order; in micros. */
    List<Long> sceneChanges(int atMost) throws MediaRefused;

    Waveform waveform(int bins) throws MediaRefused;

    /** Begins to play, and returns. One playback at a time: an earlier one is stopped. */
    Playback play(PlayFrom from, PlaybackSink sink) throws MediaRefused;

    /** Looks again at a file that grows. */
    ClipFacts refresh() throws MediaRefused;

    /** The process that decodes this clip, as the system numbers it. */
    long processId();

    @Override
    void close();
}
