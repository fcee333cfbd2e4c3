package org.moderationdesk.media.decode;

import java.nio.file.Path;

/** How a worker process is started: with the JVM of this one, and nothing on its class path but what decoding takes. */
public final class WorkerLaunch {
    private final Path natives;

    /** @param natives folder that FFmpeg's libraries are unpacked to; never content */
    public WorkerLaunch(Path natives) {
        this.natives = natives;
    }

    /** With the folder for unpacked libraries that this system and user have for caches. */
    public static WorkerLaunch usual() {
        return new WorkerLaunch(Path.of(System.getProperty("user.home"), ".cache", "moderation-desk"));
    }

    Path natives() {
        return natives;
    }
}
