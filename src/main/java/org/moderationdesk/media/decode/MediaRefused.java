package org.moderationdesk.media.decode;

import org.jspecify.annotations.Nullable;

/** A file, or a part of it, was not decoded. The desk goes on. */
public final class MediaRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final int width;
    private final int height;

    /** Why it was not decoded. */
    public enum Reason {
        /** The desk does not hold it. */
        MISSING,
        /** No length at all. */
        EMPTY,
        /** Nothing that the desk decodes, whatever its name says. */
        NOT_MEDIA,
        /** Begins like media and cannot be read, or was changed on disk. */
        BROKEN,
        /** More pixels than the desk decodes: {@link #width()} and {@link #height()} say how many. */
        TOO_LARGE,
        TIMED_OUT,
        TOO_MUCH_MEMORY,
        /** The process that decodes died, or said what it must not. */
        WORKER_LOST
    }

    public MediaRefused(Reason reason) {
        this(reason, 0, 0, null);
    }

    public MediaRefused(Reason reason, @Nullable Throwable cause) {
        this(reason, 0, 0, cause);
    }

    private MediaRefused(Reason reason, int width, int height, @Nullable Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
        this.width = width;
        this.height = height;
    }

    public static MediaRefused tooLarge(int width, int height) {
        return new MediaRefused(Reason.TOO_LARGE, width, height, null);
    }

    /** The same, told from where it was asked for. */
    MediaRefused toldHere() {
        return new MediaRefused(reason, width, height, this);
    }

    public Reason reason() {
        return reason;
    }

    /** As the file's header claims; 0 unless it is too large. */
    public int width() {
        return width;
    }

    /** As the file's header claims; 0 unless it is too large. */
    public int height() {
        return height;
    }
}
