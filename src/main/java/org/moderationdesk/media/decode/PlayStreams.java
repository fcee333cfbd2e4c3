package org.moderationdesk.media.decode;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The frames and the sound of a playback that wait for their sink, apart. Safe for many threads. */
final class PlayStreams {
    private static final Answer CLOSED = new Answer.Ended(false);

    private final Request request;
    private final BlockingQueue<Answer> frames = new LinkedBlockingQueue<>();
    private final BlockingQueue<Answer> sounds = new LinkedBlockingQueue<>();
    private int ended;

    PlayStreams(Size most) {
        // Both ends and a word of refusal come beside what may be sent ahead.
        request = new Request(most, Ask.AHEAD + Ask.PIECES_AHEAD + 3, 0);
    }

    Request request() {
        return request;
    }

    /** Puts an answer where it belongs; true when nothing more can come. For one thread. */
    boolean put(Answer answer) {
        boolean sound = answer instanceof Answer.Piece || answer instanceof Answer.Ended(boolean ofSound) && ofSound;
        (sound ? sounds : frames).add(answer);
        if (answer instanceof Answer.Ended) {
            ended++;
        }
        return ended == 2;
    }

    Answer take(boolean sound) throws InterruptedException {
        return (sound ? sounds : frames).take();
    }

    /** Lets go of what waits. */
    void close() {
        frames.clear();
        sounds.clear();
        frames.add(CLOSED);
        sounds.add(CLOSED);
    }
}
