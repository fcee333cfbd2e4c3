package org.moderationdesk.media.decode;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a worker says and believes none of it: whatever is longer than what was asked for, or does not fit together,
 * ends the conversation before memory is taken for it.
 */
final class AnswerReader {
    private static final int CHUNK = 1 << 16;
    private static final int LARGEST_SIDE = 1 << 20;

    private final DataInputStream in;
    private final byte[] chunk = new byte[CHUNK];

    AnswerReader(InputStream in) {
        this.in = new DataInputStream(in);
    }

    /** How much of an answer belongs to which request. */
    record Head(int request, int kind, int length) {}

    Head head() throws IOException {
        return new Head(in.readInt(), in.readUnsignedByte(), in.readInt());
    }

    /** The number of the protocol that the worker speaks. */
    int version(Head head) throws IOException {
        expect(head.kind() == AnswerWire.READY && head.length() == 4);
        return in.readInt();
    }

    /** The rest of an answer; null where it only says that the worker is at it. */
    @Nullable
    Answer body(Head head, Request request) throws IOException {
        expect(head.length() >= 0);
        return switch (head.kind()) {
            case AnswerWire.ALIVE -> {
                expect(head.length() == 0);
                yield null;
            }
            case AnswerWire.DONE -> {
                expect(head.length() == 0);
                yield new Answer.Done();
            }
            case AnswerWire.ENDED -> {
                expect(head.length() == 1);
                yield new Answer.Ended(in.readBoolean());
            }
            case AnswerWire.FACTS -> facts(head.length());
            case AnswerWire.METADATA -> metadata(head.length());
            case AnswerWire.FRAME -> frame(head.length(), request.mostFrame());
            case AnswerWire.SOUND -> sound(head.length());
            case AnswerWire.TIMES -> times(head.length(), request.mostNumbers());
            case AnswerWire.WAVE -> wave(head.length(), request.mostNumbers());
            case AnswerWire.REFUSED -> refused(head.length());
            default -> throw new IOException("not an answer: " + head.kind());
        };
    }

    private Answer facts(int length) throws IOException {
        expect(length <= FactsWire.LONGEST);
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return new Answer.Facts(FactsWire.read(new DataInputStream(new ByteArrayInputStream(bytes))));
    }

    private Answer metadata(int length) throws IOException {
        expect(length <= MetadataWire.LONGEST);
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return new Answer.Metadata(MetadataWire.read(new DataInputStream(new ByteArrayInputStream(bytes))));
    }

    private Answer frame(int length, @Nullable Size most) throws IOException {
        expect(length > AnswerWire.FRAME_HEAD);
        long micros = in.readLong();
        int width = in.readInt();
        int height = in.readInt();
        int fullWidth = in.readInt();
        int fullHeight = in.readInt();
        expect(most != null && width > 0 && height > 0 && width <= most.width() && height <= most.height());
        expect(fullWidth > 0 && fullHeight > 0 && fullWidth < LARGEST_SIDE && fullHeight < LARGEST_SIDE);
        expect(length - AnswerWire.FRAME_HEAD == (long) width * height * Integer.BYTES);
        int[] argb = new int[width * height];
        IntBuffer into = IntBuffer.wrap(argb);
        int left = argb.length * Integer.BYTES;
        while (left > 0) {
            int count = Math.min(left, CHUNK);
            in.readFully(chunk, 0, count);
            into.put(little(count).asIntBuffer());
            left -= count;
        }
        return new Answer.Picture(new Still(new Frame(micros, width, height, argb), new Size(fullWidth, fullHeight)));
    }

    private Answer sound(int length) throws IOException {
        int bytes = length - Long.BYTES;
        expect(bytes > 0 && bytes <= AnswerWire.LONGEST_PIECE && bytes % 4 == 0);
        long micros = in.readLong();
        byte[] samples = new byte[bytes];
        in.readFully(samples);
        short[] interleaved = new short[bytes / Short.BYTES];
        ByteBuffer.wrap(samples).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(interleaved);
        return new Answer.Piece(new Sound(micros, Sound.RATE, interleaved));
    }

    private Answer times(int length, int most) throws IOException {
        expect(length % Long.BYTES == 0 && length / Long.BYTES <= most);
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < length / Long.BYTES; i++) {
            times.add(in.readLong());
        }
        return new Answer.Times(List.copyOf(times));
    }

    private Answer wave(int length, int most) throws IOException {
        expect(length % Short.BYTES == 0 && length / Short.BYTES <= most);
        float[] peaks = new float[length / Short.BYTES];
        for (int i = 0; i < peaks.length; i++) {
            peaks[i] = in.readUnsignedShort() / 65_535f;
        }
        return new Answer.Loudness(new Waveform(peaks));
    }

    private Answer refused(int length) throws IOException {
        expect(length == 9);
        int reason = in.readUnsignedByte();
        int width = in.readInt();
        int height = in.readInt();
        var reasons = MediaRefused.Reason.values();
        expect(reason < reasons.length);
        return new Answer.Refused(
                reasons[reason] == MediaRefused.Reason.TOO_LARGE
                        ? MediaRefused.tooLarge(width, height)
                        : new MediaRefused(reasons[reason]));
    }

    private ByteBuffer little(int count) {
        return ByteBuffer.wrap(chunk, 0, count).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void expect(boolean possible) throws IOException {
        if (!possible) {
            throw new IOException("a worker said what it cannot");
        }
    }
}
