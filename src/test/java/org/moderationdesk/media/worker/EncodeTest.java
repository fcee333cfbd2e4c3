package org.moderationdesk.media.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderationdesk.media.decode.Clips;
import org.moderationdesk.media.decode.FileOrder;
import org.moderationdesk.media.decode.FileOrder.Container;
import org.moderationdesk.media.decode.FileOrder.Part;
import org.moderationdesk.media.decode.PictureOrder;
import org.moderationdesk.media.decode.SoundOrder;

class EncodeTest {
    private static final int WIDTH = 180;
    private static final int HEIGHT = 320;
    private static Clips clips;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException {
        clips = new Clips();
    }

    @AfterAll
    static void end() {
        clips.close();
    }

    @ParameterizedTest
    @CsvSource({
        "MP4,H264,AAC,h264,aac",
        "GROWING_MP4,H264,AAC,h264,aac",
        "MOV,MJPEG,PCM,mjpeg,pcm_s16le",
        "WEBM,VP9,OPUS,vp9,opus",
        "MATROSKA,MPEG4,OPUS,mpeg4,opus",
        "MPEG_TS,H264,AAC,h264,aac"
    })
    void whatIsEncodedDecodesFrameForFrameForAsLongAsWasAsked(
            Container container, PictureOrder.Codec codec, SoundOrder.Codec sound, String picture, String heard)
            throws IOException {
        int track = clips.counting(PictureOrder.h264(WIDTH, HEIGHT, 25).by(codec), Clips.times(25, 50));

        List<Probe> found = probe(clips.file(container, 0, track, clips.beeps(sound), 5_000_000));

        assertThat(found).extracting(Probe::codec).containsExactly(picture, heard);
        assertThat(found.getFirst().width()).isEqualTo(WIDTH);
        assertThat(found.getFirst().seconds()).hasSize(125);
        double first = found.getFirst().seconds().getFirst();
        assertThat(found.getFirst().seconds().getLast() - first).isCloseTo(4.96, within(0.002));
        assertThat(found.getLast().seconds().getLast()).isCloseTo(5, within(0.05));
        assertThat(found.getLast().seconds().getFirst() - first).isCloseTo(0, within(0.03));
    }

    @Test
    void theSameOrderGivesTheSameBytesAndAnotherTitleOthers() throws IOException {
        int track = clips.counting(PictureOrder.h264(WIDTH, HEIGHT, 25), Clips.times(25, 25));
        var parts = List.of(new Part(track, 2_000_000));

        byte[] one = clips.encoder().file(new FileOrder(Container.MP4, "one", 0, parts, List.of()));

        assertThat(clips.encoder().file(new FileOrder(Container.MP4, "one", 0, parts, List.of())))
                .isEqualTo(one);
        assertThat(clips.encoder().file(new FileOrder(Container.MP4, "two", 0, parts, List.of())))
                .isNotEqualTo(one);
        int again = clips.counting(PictureOrder.h264(WIDTH, HEIGHT, 25), Clips.times(25, 25));
        assertThat(clips.encoder()
                        .file(new FileOrder(Container.MP4, "one", 0, List.of(new Part(again, 2_000_000)), List.of())))
                .isEqualTo(one);
    }

    @Test
    void aRotationIsSaidAndFramesKeepTheirOwnTimes() throws IOException {
        long[] uneven = {0, 40_000, 140_000, 160_000, 500_000, 1_000_000};
        int track = clips.counting(PictureOrder.h264(WIDTH, HEIGHT, 25), uneven);

        Probe found = probe(clips.file(Container.MP4, 90, track, -1, 1_000_000)).getFirst();

        assertThat(found.rotation()).isEqualTo(90);
        assertThat(found.seconds()).containsExactly(0.0, 0.04, 0.14, 0.16, 0.5);
    }

    @Test
    void aFrameIsScaledToEightThousandPixels() throws IOException {
        var large = PictureOrder.h264(480, 270, 2).by(PictureOrder.Codec.MJPEG).scaledTo(7_680, 4_320);

        byte[] file = clips.file(Container.MOV, 0, clips.counting(large, Clips.times(2, 2)), -1, 1_000_000);

        assertThat(probe(file).getFirst().width()).isEqualTo(7_680);
        assertThat(file).hasSizeLessThan(3_000_000);
    }

    @Test
    void soundAloneIsAFileAndGoesOnWhereItStopped() throws IOException {
        int beeps = clips.beeps(SoundOrder.Codec.OPUS);

        List<Probe> found = probe(clips.file(Container.OGG, 0, -1, beeps, 9_000_000));

        assertThat(found).extracting(Probe::codec).containsExactly("opus");
        assertThat(found.getFirst().seconds().getLast()).isCloseTo(9, within(0.05));
    }

    @Test
    void whatCannotBeEncodedIsSaidAndTheNextOrderIsDone() throws IOException {
        int small = clips.counting(PictureOrder.h264(WIDTH, HEIGHT, 25), Clips.times(25, 5));
        int other = clips.counting(PictureOrder.h264(HEIGHT, WIDTH, 25), Clips.times(25, 5));
        var unfit = List.of(new Part(small, 100_000), new Part(other, 100_000));

        assertThatThrownBy(() -> clips.encoder().file(new FileOrder(Container.MP4, "", 0, unfit, List.of())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("fit together");
        assertThatThrownBy(() -> clips.file(Container.WEBM, 0, small, -1, 100_000))
                .isInstanceOf(IOException.class);
        var tooLarge = PictureOrder.h264(WIDTH, HEIGHT, 25).scaledTo(8_192, 8_192);
        assertThatThrownBy(() -> clips.counting(tooLarge, Clips.times(25, 2))).isInstanceOf(IOException.class);

        assertThat(clips.file(Container.MP4, 0, small, -1, 100_000)).isNotEmpty();
    }

    @Test
    void aTrackOfNothingIsRefused() {
        assertThatThrownBy(() -> clips.encoder()
                        .picture(PictureOrder.h264(WIDTH, HEIGHT, 25), () -> null, Duration.ofSeconds(1)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nothing");
    }

    private List<Probe> probe(byte[] file) throws IOException {
        return Probe.of(Files.write(folder.resolve("clip"), file));
    }
}
