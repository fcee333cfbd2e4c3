package org.moderationdesk.log;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/** Hands pieces from the thread that reads them to the one that checks them; the reader waits when it is far ahead. */
final class Handoff<T> {
    private static final int AHEAD = 3;
    private static final long LOOK_UP_MS = 50;

    private final BlockingQueue<Piece<T>> pieces = new ArrayBlockingQueue<>(AHEAD);
    private volatile boolean abandoned;

    /** Hands the piece over. Throws {@link CancellationException} once nobody takes any more. */
    void put(T piece) {
        if (!offer(new Piece.Next<>(piece))) {
            throw new CancellationException("nobody takes any more");
        }
    }

    /** Says that this was the last. */
    void end() {
        if (!offer(new Piece.End<>())) {
            pieces.clear();
        }
    }

    /** Says that there will be no more, and why. */
    void fail(RuntimeException why) {
        if (!offer(new Piece.Failed<>(why))) {
            pieces.clear();
        }
    }

    /** The next piece; empty after the last. Throws what stopped the reader. */
    Optional<T> take() {
        try {
            return switch (pieces.take()) {
                case Piece.Next<T>(T piece) -> Optional.of(piece);
                case Piece.End<T>() -> Optional.empty();
                case Piece.Failed<T>(RuntimeException why) -> throw why;
            };
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    /** Nothing more will be taken. */
    void abandon() {
        abandoned = true;
    }

    /** Whether it will be taken. */
    private boolean offer(Piece<T> piece) {
        try {
            while (!abandoned) {
                if (pieces.offer(piece, LOOK_UP_MS, TimeUnit.MILLISECONDS)) {
                    return true;
                }
            }
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    private sealed interface Piece<T> {
        record Next<T>(T piece) implements Piece<T> {}

        record End<T>() implements Piece<T> {}

        record Failed<T>(RuntimeException why) implements Piece<T> {}
    }
}
