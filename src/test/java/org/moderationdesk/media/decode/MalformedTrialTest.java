package org.moderationdesk.media.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.media.decode.FileOrder.Container;
import org.moderationdesk.media.decode.MediaRefused.Reason;

/** Files changed at random: each is decoded or refused with a reason, in bounded time, and the desk goes on. */
class MalformedTrialTest {
    private static final int FILES = Boolean.getBoolean("desk.long") ? 1_000 : 100;
    private static final Size MOST = new Size(160, 160);

    /** An answer, and the start of the worker behind it, on a machine that does other things besides. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void everyFileIsDecodedOrRefusedInBoundedTime() throws Exception {
        var limits = new DecodeLimits(64_000_000, 16_384, Duration.ofSeconds(10), Duration.ofSeconds(3), 96, 3_072);
        var random = new Random(1_000_2026);
        List<byte[]> samples = samples();
        Map<Reason, Integer> refused = new EnumMap<>(Reason.class);
        int decoded = 0;
        try (var desk = new DecodeDesk(folder, limits)) {
            desk.decoder().warm();
            for (int i = 0; i < FILES; i++) {
                byte[] changed = change(samples.get(i % samples.size()), random);
                boolean still = i % samples.size() >= samples.size() - 4;
                long before = System.nanoTime();
                try {
                    look(desk, desk.keep(changed), still, random);
                    decoded++;
                } catch (MediaRefused why) {
                    refused.merge(why.reason(), 1, Integer::sum);
                }
                assertThat(Duration.ofNanos(System.nanoTime() - before))
                        .as("file %d, refused so far: %s", i, refused)
                        .isLessThan(LONGEST);
            }
            try (Clip clip = desk.open(samples.get(0))) {
                assertThat(TestClips.numberIn(clip.frameAt(500_000, MOST))).isEqualTo(15);
            }
        }
        int all =
                decoded + refused.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(all).isEqualTo(FILES);
        assertThat(decoded).as("some changes do no harm; refused: %s", refused).isPositive();
        assertThat(refused).as("some do").isNotEmpty();
    }

    private static void look(DecodeDesk desk, String sha256, boolean still, Random random)
            throws MediaRefused, InterruptedException {
        if (still) {
            assertThat(desk.decoder().picture(sha256, MOST).frame().argb()).isNotEmpty();
            return;
        }
        try (Clip clip = desk.decoder().open(sha256)) {
            if (clip.facts().picture()) {
                clip.frameAt(random.nextInt(3_000_000), MOST);
                clip.step(random.nextInt(3_000_000), random.nextInt(21) - 10, MOST);
                clip.strip(3, MOST, frame -> assertThat(frame.argb()).isNotEmpty());
            }
            if (clip.facts().sound()) {
                assertThat(clip.waveform(20).peaks()).hasSize(20);
            }
            var heard = new Heard();
            Playback playback = clip.play(new PlayFrom(random.nextInt(2_000_000), 2, MOST, true), heard);
            boolean over = heard.isOver(5);
            playback.stop();
            MediaRefused why = heard.why();
            if (over && why != null) {
                throw why;
            }
        }
    }

    /** Bytes turned, cut out, doubled or cut off; mostly near the beginning and the end, where the headers lie. */
    private static byte[] change(byte[] whole, Random random) {
        byte[] changed = whole.clone();
        int times = 1 + random.nextInt(24);
        for (int i = 0; i < times; i++) {
            int near = Math.min(changed.length, 600);
            int at =
                    switch (random.nextInt(3)) {
                        case 0 -> random.nextInt(near);
                        case 1 -> changed.length - 1 - random.nextInt(near);
                        default -> random.nextInt(changed.length);
                    };
            changed[at] = (byte) (random.nextBoolean() ? random.nextInt(256) : random.nextBoolean() ? 0xFF : 0);
        }
        return switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(changed, 1 + random.nextInt(changed.length));
            case 1 -> doubled(changed, random);
            default -> changed;
        };
    }

    private static byte[] doubled(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length);
        int length = Math.min(bytes.length - from, 1 + random.nextInt(2_000));
        byte[] longer = Arrays.copyOf(bytes, bytes.length + length);
        System.arraycopy(bytes, from, longer, from + length, bytes.length - from);
        return longer;
    }

    private static List<byte[]> samples() throws IOException {
        List<byte[]> samples = new ArrayList<>();
        try (var clips = new TestClips()) {
            samples.add(clips.usual());
            samples.add(clips.uneven());
            samples.add(clips.by(Container.WEBM, PictureOrder.Codec.VP9));
            samples.add(clips.by(Container.MOV, PictureOrder.Codec.MPEG4));
            samples.add(clips.by(Container.MOV, PictureOrder.Codec.MJPEG));
            samples.add(clips.inFragments());
            samples.add(clips.soundOnly(Container.OGG, SoundOrder.Codec.OPUS));
            samples.add(clips.soundOnly(Container.WAV, SoundOrder.Codec.PCM));
        }
        for (String format : List.of("png", "jpg", "gif", "bmp")) {
            samples.add(still(format));
        }
        return samples;
    }

    private static byte[] still(String format) throws IOException {
        var image = new BufferedImage(90, 60, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 90 * 60; i++) {
            image.setRGB(i % 90, i / 90, i * 977);
        }
        var bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, bytes)).isTrue();
        return bytes.toByteArray();
    }
}
