package org.moderationdesk.media.decode;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.moderationdesk.media.decode.FileOrder.Container;
import org.moderationdesk.media.decode.FileOrder.Part;

/** Clips whose every frame shows its number, as eight stripes: white is one, black is nothing. */
public final class TestClips implements AutoCloseable {
    public static final int WIDTH = 128;
    public static final int HEIGHT = 96;
    public static final int FRAMES = 90;
    private static final int STRIPES = 8;

    private final Encoder encoder;

    public TestClips() throws IOException {
        encoder = new Encoder(DecodeDesk.LAUNCH);
    }

    /** Thirty frames a second, three seconds, with sound. */
    public byte[] usual() throws IOException {
        return file(Container.MP4, 0, picture(PictureOrder.Codec.H264, i -> i * 1_000_000L / 30), tone());
    }

    public byte[] silent() throws IOException {
        return file(Container.MP4, 0, picture(PictureOrder.Codec.H264, i -> i * 1_000_000L / 30), List.of());
    }

    public byte[] turned(int rotation) throws IOException {
        return file(Container.MP4, rotation, picture(PictureOrder.Codec.H264, i -> i * 1_000_000L / 30), List.of());
    }

    /** Frames lie ever further apart. */
    public byte[] uneven() throws IOException {
        return file(Container.MATROSKA, 0, picture(PictureOrder.Codec.VP8, TestClips::unevenMicros), List.of());
    }

    public static long unevenMicros(int frame) {
        return frame * 20_000L + (long) frame * frame * 1_000;
    }

    public byte[] by(Container container, PictureOrder.Codec codec) throws IOException {
        return file(container, 0, picture(codec, i -> i * 1_000_000L / 30), List.of());
    }

    public byte[] soundOnly(Container container, SoundOrder.Codec codec) throws IOException {
        int track = encoder.sound(new SoundOrder(codec, 48_000, 2, 128_000), sine());
        // FLAC plays once: within its last frame.
        long micros = codec == SoundOrder.Codec.FLAC ? 2_900_000 : 3_000_000;
        return file(container, 0, List.of(), List.of(new Part(track, micros)));
    }

    /** One frame of this size, drawn small and scaled up by the encoder. */
    public byte[] large(int width, int height) throws IOException {
        PictureOrder order = new PictureOrder(PictureOrder.Codec.MJPEG, WIDTH, HEIGHT, width, height, 4_000_000, 30, 1);
        int track = encoder.picture(order, frames(3, i -> i * 33_333L), Duration.ofMillis(100));
        return file(Container.MOV, 0, List.of(new Part(track, 100_000)), List.of());
    }

    /** Noise that no other clip has, for a second. */
    public byte[] noise(long seed) throws IOException {
        var random = new Random(seed);
        PictureOrder order = new PictureOrder(PictureOrder.Codec.MJPEG, WIDTH, HEIGHT, WIDTH, HEIGHT, 8_000_000, 30, 1);
        Iterator<Frame> frames = IntStream.range(0, 30)
                .mapToObj(i -> new Frame(
                        i * 1_000_000L / 30,
                        WIDTH,
                        HEIGHT,
                        random.ints(WIDTH * HEIGHT).map(any -> any | 0xFF000000).toArray()))
                .iterator();
        int track = encoder.picture(order, () -> frames.hasNext() ? frames.next() : null, Duration.ofSeconds(1));
        return file(Container.MATROSKA, 0, List.of(new Part(track, 1_000_000)), List.of());
    }

    /** Two sizes in one stream, three seconds each. */
    public byte[] changingSize(int width, int height) throws IOException {
        byte[] small = inFragments();
        PictureOrder order = new PictureOrder(PictureOrder.Codec.H264, WIDTH, HEIGHT, width, height, 1_000_000, 30, 30);
        int track = encoder.picture(order, frames(FRAMES, i -> i * 1_000_000L / 30), Duration.ofSeconds(3));
        byte[] large = file(Container.MPEG_TS, 0, List.of(new Part(track, 3_000_000)), List.of());
        byte[] both = Arrays.copyOf(small, small.length + large.length);
        System.arraycopy(large, 0, both, small.length, large.length);
        return both;
    }

    /** As below, and of more than a few segments. */
    public byte[] busyStream() throws IOException {
        PictureOrder order = new PictureOrder(PictureOrder.Codec.H264, WIDTH, HEIGHT, WIDTH, HEIGHT, 3_000_000, 30, 30);
        var random = new Random(11);
        Iterator<Frame> frames = IntStream.range(0, FRAMES)
                .mapToObj(i -> {
                    Frame frame = numbered(i, i * 1_000_000L / 30);
                    for (int at = WIDTH * HEIGHT * 2 / 3; at < WIDTH * HEIGHT; at++) {
                        frame.argb()[at] = random.nextInt() | 0xFF000000;
                    }
                    return frame;
                })
                .iterator();
        int track = encoder.picture(order, () -> frames.hasNext() ? frames.next() : null, Duration.ofSeconds(3));
        return file(Container.MPEG_TS, 0, List.of(new Part(track, 3_000_000)), List.of());
    }

    /** In fragments, each to be played before the next is there. */
    public byte[] inFragments() throws IOException {
        return file(Container.MPEG_TS, 0, picture(PictureOrder.Codec.H264, i -> i * 1_000_000L / 30), List.of());
    }

    /** The number that a frame shows. */
    public static int numberIn(Frame frame) {
        int number = 0;
        for (int stripe = 0; stripe < STRIPES; stripe++) {
            int x = (2 * stripe + 1) * frame.width() / (2 * STRIPES);
            int pixel = frame.argb()[frame.height() / 2 * frame.width() + x];
            number |= (pixel & 0xFF) > 127 ? 1 << stripe : 0;
        }
        return number;
    }

    public static Frame numbered(int number, long micros) {
        int[] argb = new int[WIDTH * HEIGHT];
        for (int i = 0; i < argb.length; i++) {
            int stripe = i % WIDTH * STRIPES / WIDTH;
            argb[i] = (number >> stripe & 1) == 1 ? 0xFFFFFFFF : 0xFF000000;
        }
        return new Frame(micros, WIDTH, HEIGHT, argb);
    }

    @Override
    public void close() {
        encoder.close();
    }

    private List<Part> picture(PictureOrder.Codec codec, IntToLongFunction times) throws IOException {
        PictureOrder order = new PictureOrder(codec, WIDTH, HEIGHT, WIDTH, HEIGHT, 1_000_000, 30, 30);
        long length = times.applyAsLong(FRAMES);
        int track = encoder.picture(order, frames(FRAMES, times), Duration.ofNanos(length * 1_000));
        return List.of(new Part(track, length));
    }

    private static Encoder.Frames frames(int count, IntToLongFunction times) {
        Iterator<Frame> frames = IntStream.range(0, count)
                .mapToObj(i -> numbered(i, times.applyAsLong(i)))
                .iterator();
        return () -> frames.hasNext() ? frames.next() : null;
    }

    private List<Part> tone() throws IOException {
        int track = encoder.sound(new SoundOrder(SoundOrder.Codec.AAC, 44_100, 2, 128_000), sine(44_100));
        return List.of(new Part(track, 3_000_000));
    }

    private static short[] sine() {
        return sine(48_000);
    }

    /** 441 Hz, three seconds: silent in the middle one. */
    private static short[] sine(int rate) {
        short[] samples = new short[rate * 3 * 2];
        for (int i = 0; i < rate * 3; i++) {
            boolean silent = i / rate == 1;
            short value = silent ? 0 : (short) (20_000 * Math.sin(2 * Math.PI * 441 * i / rate));
            samples[2 * i] = value;
            samples[2 * i + 1] = value;
        }
        return samples;
    }

    private byte[] file(Container container, int rotation, List<Part> picture, List<Part> sound) throws IOException {
        return encoder.file(new FileOrder(container, "test", rotation, picture, sound));
    }
}
