package org.moderationdesk.media.decode;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.moderationdesk.media.decode.FileOrder.Container;
import org.moderationdesk.media.decode.FileOrder.Part;

/**
 * Clips for tests, encoded as they are asked for: each frame shows its own number in black and white blocks along its
 * top, and every second begins with a white flash and a beep of a tenth of a second.
 */
public final class Clips implements AutoCloseable {
    public static final int RATE = 48_000;

    private static final int BITS = 12;
    private static final int WHITE = 0xffffffff;
    private static final int BLACK = 0xff000000;
    private static final int GREY = 0xff808080;
    private static final long SECOND = 1_000_000;

    private final Encoder encoder;

    public Clips() throws IOException {
        encoder = new Encoder(WorkerLaunch.usual());
    }

    public Encoder encoder() {
        return encoder;
    }

    /** H.264 and AAC in MP4. */
    public byte[] mp4(int width, int height, int framesPerSecond, int frames) throws IOException {
        int picture = counting(PictureOrder.h264(width, height, framesPerSecond), times(framesPerSecond, frames));
        long micros = frames * SECOND / framesPerSecond;
        return file(Container.MP4, 0, picture, beeps(SoundOrder.Codec.AAC), micros);
    }

    /** @param picture a track, or below zero for none */
    public byte[] file(Container container, int rotation, int picture, int sound, long micros) throws IOException {
        return encoder.file(new FileOrder(container, "test", rotation, parts(picture, micros), parts(sound, micros)));
    }

    /** Evenly spaced, in microseconds; one more than frames, to say when the last one ends. */
    public static long[] times(int framesPerSecond, int frames) {
        long[] times = new long[frames + 1];
        Arrays.setAll(times, i -> i * SECOND / framesPerSecond);
        return times;
    }

    /** @param times of the frames in microseconds, and when the last one ends */
    public int counting(PictureOrder order, long[] times) throws IOException {
        int[] pixels = new int[order.width() * order.height()];
        int[] at = {0};
        return encoder.picture(
                order,
                () -> {
                    int number = at[0]++;
                    if (number >= times.length - 1) {
                        return null;
                    }
                    paint(pixels, order.width(), order.height(), number, times[number]);
                    return new Frame(times[number], order.width(), order.height(), pixels);
                },
                Duration.ofNanos(times[times.length - 1] * 1_000));
    }

    public int beeps(SoundOrder.Codec codec) throws IOException {
        short[] samples = new short[RATE * 4];
        for (int i = 0; i < samples.length; i++) {
            boolean loud = i % RATE < RATE / 10;
            samples[i] = (short) (loud ? 12_000 * StrictMath.sin(i * 2 * Math.PI * 880 / RATE) : 0);
        }
        // Whole frames of AAC, so that the beeps stay on the second when the track begins again.
        return encoder.sound(new SoundOrder(codec, RATE, 1, 64_000), samples);
    }

    /** The number that a decoded frame shows, whatever its size; not for one that is turned. */
    public static int number(Frame frame) {
        int number = 0;
        for (int bit = 0; bit < BITS; bit++) {
            int x = (2 * bit + 1) * frame.width() / (2 * BITS);
            int y = frame.height() / 16;
            boolean white = (frame.argb()[y * frame.width() + x] >> 8 & 0xff) > 0x80;
            number = number * 2 + (white ? 1 : 0);
        }
        return number;
    }

    /** Whether it lies in the flash that begins a second. */
    public static boolean flashes(Frame frame) {
        int middle = frame.argb()[frame.height() / 2 * frame.width() + frame.width() / 2];
        return (middle >> 8 & 0xff) > 0xc0;
    }

    private static void paint(int[] pixels, int width, int height, int number, long micros) {
        int ground = micros % SECOND < SECOND / 10 ? WHITE : GREY;
        Arrays.fill(pixels, ground);
        for (int y = 0; y < height / 8; y++) {
            for (int x = 0; x < width; x++) {
                int bit = BITS - 1 - x * BITS / width;
                pixels[y * width + x] = (number >> bit & 1) == 1 ? WHITE : BLACK;
            }
        }
    }

    private static List<Part> parts(int track, long micros) {
        return track < 0 ? List.of() : List.of(new Part(track, micros));
    }

    @Override
    public void close() {
        encoder.close();
    }
}
