package org.moderationdesk.media.decode;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One request to a worker and what came of it so far. Safe for many threads. */
final class Request {
    private final @Nullable Size mostFrame;
    private final int mostNumbers;
    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private int room;
    private volatile long heard = System.nanoTime();

    /**
     * @param mostFrame that a frame fits in; null where none may come
     * @param mostAnswers that may lie here unread
     * @param mostNumbers that a list may have
     */
    Request(@Nullable Size mostFrame, int mostAnswers, int mostNumbers) {
        this.mostFrame = mostFrame;
        this.room = mostAnswers;
        this.mostNumbers = mostNumbers;
    }

    @Nullable
    Size mostFrame() {
        return mostFrame;
    }

    int mostNumbers() {
        return mostNumbers;
    }

    /** Takes an answer in; null only tells that the worker lives. False where it is more than was asked for. */
    synchronized boolean take(@Nullable Answer answer) {
        heard = System.nanoTime();
        if (answer == null) {
            return true;
        }
        if (room == 0) {
            return false;
        }
        room--;
        return answers.add(answer);
    }

    /** Makes room for one more answer. */
    synchronized void more() {
        room++;
    }

    void fail(MediaRefused why) {
        answers.add(new Answer.Refused(why));
    }

    /** The next answer; null where the worker has said nothing for so long. */
    @Nullable
    Answer next(Duration patience) throws InterruptedException {
        while (true) {
            long left = patience.toNanos() - (System.nanoTime() - heard);
            Answer answer = answers.poll(Math.max(left, 0), TimeUnit.NANOSECONDS);
            if (answer != null) {
                return answer;
            }
            if (left <= 0) {
                return null;
            }
        }
    }
}
