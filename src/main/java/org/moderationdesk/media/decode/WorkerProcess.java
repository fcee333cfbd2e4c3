package org.moderationdesk.media.decode;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.media.decode.MediaRefused.Reason;

/** A running worker and the conversation with it. Safe for many threads. */
final class WorkerProcess {
    /** What a JVM ends with that ran out of heap, when it is told to. */
    private static final int OUT_OF_MEMORY = 3;

    private final Process process;
    private final DataOutputStream out;
    private final Map<Integer, Request> open = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final CountDownLatch ready = new CountDownLatch(1);
    private volatile @Nullable Reason ended;

    private WorkerProcess(Process process) {
        this.process = process;
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    }

    static WorkerProcess start(ProcessBuilder command) throws MediaRefused {
        try {
            var worker = new WorkerProcess(command.start());
            Thread.ofPlatform().name("worker-answers").daemon().start(worker::listen);
            return worker;
        } catch (IOException notStarted) {
            throw new MediaRefused(Reason.WORKER_LOST, notStarted);
        }
    }

    long processId() {
        return process.pid();
    }

    boolean isAlive() {
        return ended == null && process.isAlive();
    }

    /** Waits until the worker has everything loaded. */
    void awaitReady(Duration patience) throws MediaRefused {
        boolean inTime;
        try {
            inTime = ready.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            inTime = false;
        }
        if (!inTime) {
            end(Reason.TIMED_OUT);
        }
        Reason why = ended;
        if (why != null) {
            throw new MediaRefused(why);
        }
    }

    /** Sends a request off; what comes of it arrives there. Returns its number. */
    int send(Ask ask, Request request) {
        int number = numbers.incrementAndGet();
        open.put(number, request);
        say(number, ask);
        Reason why = ended;
        if (why != null && open.remove(number, request)) {
            request.fail(new MediaRefused(why));
        }
        return number;
    }

    /** Says more of a request that is under way. A worker that is gone hears nothing. */
    void say(int number, Ask ask) {
        try {
            synchronized (out) {
                ask.write(number, out);
            }
        } catch (IOException gone) {
            end(Reason.WORKER_LOST);
        }
    }

    /** Nothing more of it is wanted; what still comes is read and let go. */
    void forget(int number) {
        open.remove(number);
    }

    /** Ends the process at once; every request that is under way is refused. */
    void end(Reason why) {
        synchronized (this) {
            if (ended == null) {
                ended = why;
            }
        }
        process.destroyForcibly();
        ready.countDown();
        refuseAll();
    }

    private void listen() {
        try (var in = process.getInputStream()) {
            var answers = new AnswerReader(in);
            AnswerReader.Head first = answers.head();
            if (answers.version(first) != AnswerWire.VERSION) {
                throw new IOException("a worker of another version");
            }
            ready.countDown();
            while (true) {
                AnswerReader.Head head = answers.head();
                Request request = open.get(head.request());
                Answer answer = answers.body(head, request == null ? forgotten() : request);
                if (request != null && !request.take(answer)) {
                    throw new IOException("a worker said more than it was asked");
                }
            }
        } catch (IOException | UncheckedIOException over) {
            end(reasonOfEnd());
        }
    }

    /** What comes late belongs to a request that nobody waits for any more; it may be no larger than any. */
    private static Request forgotten() {
        return new Request(OpenClip.LARGEST, 0, OpenClip.MOST_NUMBERS);
    }

    private Reason reasonOfEnd() {
        try {
            return process.waitFor(200, TimeUnit.MILLISECONDS) && process.exitValue() == OUT_OF_MEMORY
                    ? Reason.TOO_MUCH_MEMORY
                    : Reason.WORKER_LOST;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Reason.WORKER_LOST;
        }
    }

    private void refuseAll() {
        Reason why = ended == null ? Reason.WORKER_LOST : ended;
        for (Integer number : open.keySet()) {
            Request request = open.remove(number);
            if (request != null) {
                request.fail(new MediaRefused(why));
            }
        }
    }
}
