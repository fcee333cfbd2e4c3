package org.moderationdesk.media.decode;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Makes media files in a process apart: tracks are encoded once and put into as many files as wanted. For what the desk
 * makes itself, such as its samples. It blocks: not for the JavaFX thread. For one thread at a time.
 */
public final class Encoder implements AutoCloseable {
    private static final int PIPE_BYTES = 1 << 16;
    private static final int LARGEST_FILE = 512 << 20;
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final DataInputStream in;
    private final DataOutputStream out;

    /**
     * Starts the process.
     *
     * @throws IOException when it cannot be started
     */
    public Encoder(WorkerLaunch launch) throws IOException {
        process = launch.encoding().start();
        in = new DataInputStream(new BufferedInputStream(process.getInputStream(), PIPE_BYTES));
        OutputStream pipe = process.getOutputStream();
        out = new DataOutputStream(new BufferedOutputStream(pipe, PIPE_BYTES));
    }

    /** Frames in the order of their times. */
    public interface Frames {
        /** The next frame, or null at the end. The size is the order's. */
        @Nullable
        Frame next() throws IOException;
    }

    /**
     * Encodes a track of frames.
     *
     * @param length of the whole track
     * @return its number
     * @throws IOException also when the process fails or ends
     */
    public int picture(PictureOrder order, Frames frames, Duration length) throws IOException {
        out.writeByte(EncoderWire.PICTURE);
        order.write(out);
        ByteBuffer pixels = ByteBuffer.allocate(order.frameBytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (Frame frame = frames.next(); frame != null; frame = frames.next()) {
            if (frame.width() != order.width() || frame.height() != order.height()) {
                throw new IllegalArgumentException("a frame of another size");
            }
            out.writeByte(EncoderWire.FRAME);
            out.writeLong(frame.micros());
            pixels.asIntBuffer().put(frame.argb());
            out.write(pixels.array());
        }
        out.writeByte(EncoderWire.END);
        out.writeLong(length.toNanos() / 1_000);
        return ByteBuffer.wrap(answer()).getInt();
    }

    /**
     * Encodes a track of sound.
     *
     * @param samples interleaved
     * @return its number
     * @throws IOException also when the process fails or ends
     */
    public int sound(SoundOrder order, short[] samples) throws IOException {
        out.writeByte(EncoderWire.SOUND);
        order.write(out);
        out.writeInt(samples.length);
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(samples.length, Short.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples);
        out.write(bytes.array());
        return ByteBuffer.wrap(answer()).getInt();
    }

    /**
     * Puts tracks into a file. The same tracks and the same order give the same bytes.
     *
     * @throws IOException also when the process fails or ends
     */
    public byte[] file(FileOrder order) throws IOException {
        out.writeByte(EncoderWire.FILE);
        order.write(out);
        return answer();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private byte[] answer() throws IOException {
        out.flush();
        var tooLong = new CompletableFuture<Void>()
                .completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .thenRun(process::destroyForcibly);
        try {
            int said = in.readByte();
            int length = in.readInt();
            if (length < 0 || length > LARGEST_FILE) {
                throw new IOException("an answer of " + length + " bytes");
            }
            byte[] answer = in.readNBytes(length);
            if (answer.length < length) {
                throw new IOException("the encoding process ended");
            }
            if (said != EncoderWire.DONE) {
                throw new IOException(new String(answer, StandardCharsets.UTF_8));
            }
            return answer;
        } finally {
            tooLong.cancel(false);
        }
    }
}
