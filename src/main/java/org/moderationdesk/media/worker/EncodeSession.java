package org.moderationdesk.media.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.media.decode.EncoderWire;
import org.moderationdesk.media.decode.FileOrder;
import org.moderationdesk.media.decode.PictureOrder;
import org.moderationdesk.media.decode.SoundOrder;

/** Encodes tracks and puts files together, command by command. */
final class EncodeSession {
    private final ReadableByteChannel in;
    private final DataInputStream words;
    private final DataOutputStream out;
    private final List<Track> tracks = new ArrayList<>();

    /** @param in read without looking ahead: pixels go from it into memory outside the heap */
    EncodeSession(ReadableByteChannel in, DataOutputStream out) {
        this.in = in;
        this.words = new DataInputStream(Channels.newInputStream(in));
        this.out = out;
    }

    void run() throws IOException {
        for (int command = words.read(); command >= 0; command = words.read()) {
            switch (command) {
                case EncoderWire.PICTURE -> picture(PictureOrder.read(words));
                case EncoderWire.SOUND -> sound(SoundOrder.read(words), words.readInt());
                case EncoderWire.FILE -> file(FileOrder.read(words));
                default -> throw new IOException("command " + command);
            }
        }
    }

    /** What fails is told at the end of the track: the frames that follow must be read all the same. */
    private void picture(PictureOrder order) throws IOException {
        ByteBuffer pixels = ByteBuffer.allocateDirect(order.frameBytes());
        try (var encoding = new PictureEncoding(order)) {
            @Nullable EncodingFailed failed = null;
            while (words.readByte() == EncoderWire.FRAME) {
                long micros = words.readLong();
                fill(pixels);
                failed = failed == null ? encoded(encoding, pixels, micros) : failed;
            }
            long end = words.readLong();
            if (failed != null) {
                throw failed;
            }
            answer(encoding.track(end));
        } catch (EncodingFailed cannot) {
            answer(cannot);
        }
    }

    private static @Nullable EncodingFailed encoded(PictureEncoding encoding, ByteBuffer pixels, long micros) {
        try {
            encoding.add(pixels, micros);
            return null;
        } catch (EncodingFailed failed) {
            return failed;
        }
    }

    private void sound(SoundOrder order, int samples) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocateDirect(Math.multiplyExact(samples, Short.BYTES));
        fill(bytes);
        try (var encoding = new SoundEncoding(order)) {
            answer(encoding.track(bytes, samples / order.channels()));
        } catch (EncodingFailed cannot) {
            answer(cannot);
        }
    }

    private void file(FileOrder order) throws IOException {
        try (var muxing = new Muxing(order, tracks)) {
            answer(EncoderWire.DONE, muxing.bytes());
        } catch (EncodingFailed cannot) {
            answer(cannot);
        }
    }

    private void fill(ByteBuffer buffer) throws IOException {
        buffer.clear();
        while (buffer.hasRemaining()) {
            if (in.read(buffer) < 0) {
                throw new EOFException();
            }
        }
        buffer.flip();
    }

    private void answer(Track track) throws IOException {
        tracks.add(track);
        answer(
                EncoderWire.DONE,
                ByteBuffer.allocate(Integer.BYTES).putInt(tracks.size() - 1).array());
    }

    private void answer(EncodingFailed cannot) throws IOException {
        answer(EncoderWire.FAILED, String.valueOf(cannot.getMessage()).getBytes(StandardCharsets.UTF_8));
    }

    private void answer(int said, byte[] bytes) throws IOException {
        out.writeByte(said);
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
    }
}
