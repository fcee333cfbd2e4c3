package org.moderationdesk.media.worker;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.List;
import org.moderationdesk.media.FileMetadata;
import org.moderationdesk.media.decode.AnswerWire;
import org.moderationdesk.media.decode.ClipFacts;
import org.moderationdesk.media.decode.FactsWire;
import org.moderationdesk.media.decode.MediaRefused;
import org.moderationdesk.media.decode.MetadataWire;
import org.moderationdesk.media.decode.Size;

/** What a worker says to the desk. Safe for many threads. */
final class Answers {
    private static final int HEAD = 4 + 1 + 4;

    private final WritableByteChannel out;

    Answers(WritableByteChannel out) {
        this.out = out;
    }

    void ready() {
        write(head(0, AnswerWire.READY, 4, 4).putInt(AnswerWire.VERSION), ByteBuffer.allocate(0));
    }

    void alive(int request) {
        write(head(request, AnswerWire.ALIVE, 0, 0), ByteBuffer.allocate(0));
    }

    void done(int request) {
        write(head(request, AnswerWire.DONE, 0, 0), ByteBuffer.allocate(0));
    }

    void ended(int request, boolean sound) {
        write(head(request, AnswerWire.ENDED, 1, 1).put((byte) (sound ? 1 : 0)), ByteBuffer.allocate(0));
    }

    void refused(int request, MediaRefused why) {
        write(
                head(request, AnswerWire.REFUSED, 9, 9)
                        .put((byte) why.reason().ordinal())
                        .putInt(why.width())
                        .putInt(why.height()),
                ByteBuffer.allocate(0));
    }

    void facts(int request, ClipFacts facts) {
        var bytes = new ByteArrayOutputStream();
        try {
            FactsWire.write(facts, new DataOutputStream(bytes));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        write(head(request, AnswerWire.FACTS, bytes.size(), 0), ByteBuffer.wrap(bytes.toByteArray()));
    }

    void metadata(int request, FileMetadata metadata) {
        var bytes = new ByteArrayOutputStream();
        try {
            MetadataWire.write(metadata, new DataOutputStream(bytes));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        write(head(request, AnswerWire.METADATA, bytes.size(), 0), ByteBuffer.wrap(bytes.toByteArray()));
    }

    void frame(int request, long micros, Size size, Size full, ByteBuffer pixels) {
        write(
                head(request, AnswerWire.FRAME, AnswerWire.FRAME_HEAD + pixels.remaining(), AnswerWire.FRAME_HEAD)
                        .putLong(micros)
                        .putInt(size.width())
                        .putInt(size.height())
                        .putInt(full.width())
                        .putInt(full.height()),
                pixels);
    }

    void sound(int request, long micros, ByteBuffer samples) {
        write(
                head(request, AnswerWire.SOUND, Long.BYTES + samples.remaining(), Long.BYTES)
                        .putLong(micros),
                samples);
    }

    void times(int request, List<Long> micros) {
        ByteBuffer times = ByteBuffer.allocate(micros.size() * Long.BYTES);
        micros.forEach(times::putLong);
        write(head(request, AnswerWire.TIMES, times.capacity(), 0), times.flip());
    }

    /** @param peaks 0 to 1 */
    void wave(int request, float[] peaks) {
        ByteBuffer shorts = ByteBuffer.allocate(peaks.length * Short.BYTES);
        for (float peak : peaks) {
            shorts.putShort((short) Math.round(Math.clamp(peak, 0f, 1f) * 65_535));
        }
        write(head(request, AnswerWire.WAVE, shorts.capacity(), 0), shorts.flip());
    }

    private static ByteBuffer head(int request, int kind, int length, int more) {
        return ByteBuffer.allocate(HEAD + more).putInt(request).put((byte) kind).putInt(length);
    }

    private synchronized void write(ByteBuffer head, ByteBuffer body) {
        head.flip();
        try {
            while (head.hasRemaining()) {
                out.write(head);
            }
            while (body.hasRemaining()) {
                out.write(body);
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
