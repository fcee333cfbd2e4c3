package org.moderationdesk.media.decode;

import java.time.Duration;
import org.moderationdesk.media.decode.MediaRefused.Reason;

/** A request, asked and waited for. For one thread. */
final class Talk implements AutoCloseable {
    private final WorkerProcess worker;
    private final Request request;
    private final int number;

    Talk(WorkerProcess worker, Ask ask, Request request) {
        this.worker = worker;
        this.request = request;
        this.number = worker.send(ask, request);
    }

    /**
     * The next answer.
     *
     * @param patience how long the worker may say nothing before it counts as hung, and is killed
     */
    Answer next(Duration patience) throws MediaRefused {
        Answer answer;
        try {
            answer = request.next(patience);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new MediaRefused(Reason.TIMED_OUT, interrupted);
        }
        if (answer == null) {
            worker.end(Reason.TIMED_OUT);
            throw new MediaRefused(Reason.TIMED_OUT);
        }
        if (answer instanceof Answer.Refused(MediaRefused why)) {
            throw why.toldHere();
        }
        return answer;
    }

    @Override
    public void close() {
        worker.forget(number);
    }
}
