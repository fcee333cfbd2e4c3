package org.moderationdesk.media.decode;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.media.Blob;
import org.moderationdesk.media.FileMetadata;
import org.moderationdesk.media.MediaStore;
import org.moderationdesk.media.decode.MediaRefused.Reason;

/**
 * Decodes the desk's media files in processes apart: a worker for each open clip, one for stills, and one that waits.
 * All methods block and are for background threads only; safe for many of them.
 */
public final class Decoder implements AutoCloseable {
    private static final int SETTLING_MS = 400;
    private static final Size TRIED = new Size(64, 64);

    private final MediaStore media;
    private final WorkerLaunch launch;
    private final DecodeLimits limits;
    private final Set<WorkerProcess> workers = ConcurrentHashMap.newKeySet();
    private final ReentrantLock stills = new ReentrantLock(true);
    private @Nullable WorkerProcess forStills;
    private @Nullable WorkerProcess spare;
    private boolean closed;

    public Decoder(MediaStore media, WorkerLaunch launch, DecodeLimits limits) {
        this.media = media;
        this.launch = launch;
        this.limits = limits;
    }

    /** Starts a worker, so that the first file opens fast. Returns once it is ready, or cannot be started. */
    public void warm() {
        try {
            waiting().awaitReady(limits.answer());
        } catch (MediaRefused notNow) {
            // The first file says so, to the person who wants it.
            return;
        }
    }

    /**
     * Opens a clip.
     *
     * @param sha256 of the file's content
     */
    public Clip open(String sha256) throws MediaRefused {
        return open(blob(sha256));
    }

    private Clip open(Blob blob) throws MediaRefused {
        WorkerProcess worker = ready();
        try (var talk = new Talk(worker, new Ask.Open(blob), new Request(null, 1, 0))) {
            if (talk.next(limits.answer()) instanceof Answer.Facts(ClipFacts facts)) {
                warmBehind();
                return new OpenClip(worker, facts, limits);
            }
            throw new MediaRefused(Reason.WORKER_LOST);
        } catch (MediaRefused refused) {
            worker.end(Reason.WORKER_LOST);
            warmBehind();
            throw refused;
        }
    }

    /** Decodes a still picture, or the first frame of a moving one. */
    public Still picture(String sha256, Size most) throws MediaRefused {
        return picture(blob(sha256), most);
    }

    /**
     * Tries whether a file can be decoded that is not kept yet.
     *
     * @param sounds whether it has to be heard, and need not be seen
     */
    public void tried(Blob file, boolean sounds) throws MediaRefused {
        if (sounds) {
            try (Clip clip = open(file)) {
                if (!clip.facts().sound()) {
                    throw new MediaRefused(Reason.NOT_MEDIA);
                }
            }
        } else {
            Still _ = picture(file, TRIED);
        }
    }

    /**
     * Reads what a file says of itself; of a still picture its first frame is decoded for it, and not shown.
     *
     * @param sha256 of the file's content
     */
    public FileMetadata metadata(String sha256) throws MediaRefused {
        Answer answer = still(new Ask.Metadata(blob(sha256)), null);
        if (answer instanceof Answer.Metadata(FileMetadata metadata)) {
            return metadata;
        }
        throw new MediaRefused(Reason.WORKER_LOST);
    }

    private Still picture(Blob blob, Size most) throws MediaRefused {
        if (still(new Ask.Picture(blob, most), most) instanceof Answer.Picture(Still still)) {
            return still;
        }
        throw new MediaRefused(Reason.WORKER_LOST);
    }

    private Answer still(Ask ask, @Nullable Size most) throws MediaRefused {
        stills.lock();
        try {
            WorkerProcess worker = forStills != null && forStills.isAlive() ? forStills : ready();
            forStills = worker;
            try (var talk = new Talk(worker, ask, new Request(most, 1, 0))) {
                return talk.next(limits.answer());
            } catch (MediaRefused refused) {
                // A file that could not be read may have left something behind in the process.
                worker.end(Reason.WORKER_LOST);
                throw refused;
            } finally {
                warmBehind();
            }
        } finally {
            stills.unlock();
        }
    }

    /** Ends every worker; open clips are lost. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        workers.forEach(worker -> worker.end(Reason.WORKER_LOST));
    }

    private Blob blob(String sha256) throws MediaRefused {
        return media.blob(sha256).orElseThrow(() -> new MediaRefused(Reason.MISSING));
    }

    private WorkerProcess ready() throws MediaRefused {
        WorkerProcess worker = take();
        worker.awaitReady(limits.answer());
        return worker;
    }

    private synchronized WorkerProcess take() throws MediaRefused {
        WorkerProcess waiting = spare;
        spare = null;
        return waiting != null && waiting.isAlive() ? waiting : start();
    }

    /** The one that waits, which stays the one that waits. */
    private synchronized WorkerProcess waiting() throws MediaRefused {
        WorkerProcess waiting = spare != null && spare.isAlive() ? spare : start();
        spare = waiting;
        return waiting;
    }

    /** The next file finds a worker that runs; its start does not take the processor from the one that was just opened. */
    private void warmBehind() {
        CompletableFuture.delayedExecutor(SETTLING_MS, TimeUnit.MILLISECONDS).execute(this::startSpare);
    }

    private synchronized void startSpare() {
        if (spare == null && !closed) {
            try {
                spare = start();
            } catch (MediaRefused notNow) {
                // The next file says so, to the person who wants it.
                return;
            }
        }
    }

    private synchronized WorkerProcess start() throws MediaRefused {
        workers.removeIf(worker -> !worker.isAlive());
        if (closed) {
            throw new MediaRefused(Reason.WORKER_LOST);
        }
        try {
            WorkerProcess worker = WorkerProcess.start(launch.decoding(limits));
            workers.add(worker);
            return worker;
        } catch (IOException notStarted) {
            throw new MediaRefused(Reason.WORKER_LOST, notStarted);
        }
    }
}
