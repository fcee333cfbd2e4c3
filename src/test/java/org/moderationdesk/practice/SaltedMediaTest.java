package org.moderationdesk.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderationdesk.base.Sha256;
import org.moderationdesk.media.decode.Clip;
import org.moderationdesk.media.decode.ClipFacts;
import org.moderationdesk.media.decode.DecodeDesk;
import org.moderationdesk.media.decode.FileOrder.Container;
import org.moderationdesk.media.decode.Frame;
import org.moderationdesk.media.decode.Heard;
import org.moderationdesk.media.decode.MediaRefused;
import org.moderationdesk.media.decode.PictureOrder;
import org.moderationdesk.media.decode.PlayFrom;
import org.moderationdesk.media.decode.Playback;
import org.moderationdesk.media.decode.Size;
import org.moderationdesk.media.decode.SoundOrder;
import org.moderationdesk.media.decode.Still;
import org.moderationdesk.media.decode.TestClips;

/** A file of a hidden test has another hash than what is practised on, and shows and sounds the same, to its last frame. */
class SaltedMediaTest {
    private static final Size MOST = new Size(TestClips.WIDTH, TestClips.HEIGHT);
    private static final int BINS = 60;
    /** One pixel, without loss. */
    private static final String WEBP = "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==";

    @TempDir
    private Path folder;

    private DecodeDesk desk;

    @BeforeEach
    void desk() {
        desk = new DecodeDesk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @ParameterizedTest
    @CsvSource({
        "MP4, H264, mp4",
        "GROWING_MP4, H264, mp4",
        "MOV, MJPEG, mov",
        "MATROSKA, VP8, mkv",
        "WEBM, VP8, webm",
        "MPEG_TS, H264, ts"
    })
    void aFilmKeepsItsFramesAndItsLength(Container container, PictureOrder.Codec codec, String ending)
            throws Exception {
        byte[] film;
        try (var clips = new TestClips()) {
            film = clips.by(container, codec);
        }
        assertThat(endingOf(film, null)).isEqualTo(ending);
        Seen own = seen(film);
        assertThat(own.facts().picture()).isTrue();
        assertThat(own.numbers()).hasSize(TestClips.FRAMES).startsWith(0, 1, 2).endsWith(TestClips.FRAMES - 1);
        assertThat(seen(salted(film))).isEqualTo(own);
    }

    @Test
    void aFilmWithSoundKeepsBoth() throws Exception {
        byte[] film;
        try (var clips = new TestClips()) {
            film = clips.usual();
        }
        Seen own = seen(film);
        assertThat(own.facts().sound()).isTrue();
        assertThat(own.peaks()).hasSize(BINS).anyMatch(peak -> peak > 0.1f);
        assertThat(seen(salted(film))).isEqualTo(own);
    }

    @ParameterizedTest
    @CsvSource({
        "MP4, AAC, m4a",
        "WEBM, OPUS, webm",
        "OGG, OPUS, ogg",
        "WAV, PCM, wav",
        "FLAC, FLAC, flac",
        "MPEG_TS, AAC, ts"
    })
    void aSoundKeepsWhatIsHeardAndItsLength(Container container, SoundOrder.Codec codec, String ending)
            throws Exception {
        byte[] sound;
        try (var clips = new TestClips()) {
            sound = clips.soundOnly(container, codec);
        }
        assertThat(endingOf(sound, "audio/any")).isEqualTo(ending);
        Seen own = seen(sound);
        assertThat(own.facts().sound()).isTrue();
        assertThat(own.numbers()).isEmpty();
        assertThat(own.peaks()).hasSize(BINS).anyMatch(peak -> peak > 0.1f);
        assertThat(own.samples()).hasSizeGreaterThan(100_000);
        assertThat(seen(salted(sound))).isEqualTo(own);
        assertThat(seen(salted(salted(sound)))).as("twice").isEqualTo(own);
    }

    @Test
    void aSoundWhoseLengthFollowsFromItsBytesKeepsItToo() throws Exception {
        Seen own = seen(mp3(200));
        assertThat(own.facts().container()).isEqualTo("mp3");
        assertThat(own.facts().durationMicros()).isBetween(5_000_000L, 5_500_000L);
        assertThat(seen(salted(mp3(200)))).isEqualTo(own);
        assertThat(seen(salted(salted(mp3(200)))))
                .as("with a tag of its own before it")
                .isEqualTo(own);
    }

    @ParameterizedTest
    @CsvSource({"png", "jpg", "gif", "bmp", "webp"})
    void aPictureIsTheSame(String format) throws Exception {
        byte[] picture = picture(format);
        assertThat(endingOf(picture, null)).isEqualTo(format);
        Still own = still(picture);
        Still salted = still(salted(picture));
        assertThat(salted.full()).isEqualTo(own.full());
        assertThat(salted.frame().argb()).isEqualTo(own.frame().argb());
    }

    @Test
    void theComparisonSeesAFilmThatLacksItsEndAndAFormThatIsUnknownIsNoTest() throws Exception {
        byte[] film;
        try (var clips = new TestClips()) {
            film = clips.by(Container.MPEG_TS, PictureOrder.Codec.H264);
        }
        Seen own = seen(film);
        assertThat(seen(Arrays.copyOf(film, film.length * 2 / 3))).isNotEqualTo(own);
        assertThatThrownBy(() -> salted("no film at all".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);
    }

    /** All that can be seen and heard of a clip. */
    private record Seen(
            ClipFacts facts, List<Integer> numbers, List<Long> times, List<Float> peaks, List<Short> samples) {}

    private Seen seen(byte[] file) throws IOException, MediaRefused {
        List<Integer> numbers = new ArrayList<>();
        List<Long> times = new ArrayList<>();
        List<Float> peaks = new ArrayList<>();
        List<Short> samples = new ArrayList<>();
        try (Clip clip = desk.open(file)) {
            if (clip.facts().picture()) {
                Frame frame = clip.frameAt(0, MOST);
                numbers.add(TestClips.numberIn(frame));
                times.add(frame.micros());
                Frame next = clip.step(frame.micros(), 1, MOST);
                while (next.micros() > frame.micros()) {
                    frame = next;
                    numbers.add(TestClips.numberIn(frame));
                    times.add(frame.micros());
                    next = clip.step(frame.micros(), 1, MOST);
                }
            }
            if (clip.facts().sound()) {
                for (float peak : clip.waveform(BINS).peaks()) {
                    peaks.add(peak);
                }
                samples.addAll(heard(clip));
            }
            return new Seen(clip.facts(), numbers, times, peaks, samples);
        }
    }

    private static List<Short> heard(Clip clip) throws MediaRefused {
        var heard = new Heard();
        Playback playback = clip.play(new PlayFrom(0, 1, MOST, true), heard);
        try {
            assertThat(heard.isOver(30)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        } finally {
            playback.stop();
        }
        List<Short> samples = new ArrayList<>();
        for (short sample : heard.left()) {
            samples.add(sample);
        }
        return samples;
    }

    private byte[] salted(byte[] file) throws IOException {
        byte[] salted = Salted.of(desk.media(), desk.keep(file), 5);
        byte[] another = Salted.of(desk.media(), desk.keep(file), 6);
        assertThat(List.of(Sha256.of(file), Sha256.of(salted), Sha256.of(another)))
                .doesNotHaveDuplicates();
        return salted;
    }

    private static String endingOf(byte[] file, @Nullable String mime) {
        byte[] first = Arrays.copyOf(file, Math.min(file.length, FileForm.FIRST_BYTES));
        return FileForm.of(first).orElseThrow().ending("", mime, first);
    }

    private Still still(byte[] file) throws IOException, MediaRefused {
        return desk.decoder().picture(desk.keep(file), MOST);
    }

    private static byte[] picture(String format) throws IOException {
        if (format.equals("webp")) {
            return Base64.getDecoder().decode(WEBP);
        }
        var image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 40; i++) {
            image.setRGB(i, i % 30, 0x10_20_30 * (i % 8));
        }
        var out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    /** Frames of silence, at 128 kbit a second and 44.1 kHz: nothing here encodes this form. */
    private static byte[] mp3(int frames) {
        ByteBuffer file = ByteBuffer.allocate(frames * 417);
        for (int i = 0; i < frames; i++) {
            file.position(i * 417);
            file.put(new byte[] {(byte) 0xFF, (byte) 0xFB, (byte) 0x90, 0});
        }
        return Objects.requireNonNull(file.array());
    }
}
