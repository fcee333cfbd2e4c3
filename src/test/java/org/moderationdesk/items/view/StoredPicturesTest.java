package org.moderationdesk.items.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.intake.IntakeDesk;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.media.FileMetadata;
import org.moderationdesk.media.MediaStore;
import org.moderationdesk.media.decode.DecodeDesk;
import org.moderationdesk.media.decode.DecodeLimits;
import org.moderationdesk.media.decode.Decoder;
import org.moderationdesk.media.decode.ExifPicture;
import org.moderationdesk.media.decode.MediaRefused;
import org.moderationdesk.queue.StoredQueue;

final class StoredPicturesTest {
    @TempDir
    private Path folder;

    private IntakeDesk desk;
    private Decoder decoder;
    private StoredPictures pictures;

    @BeforeEach
    void open() {
        desk = new IntakeDesk(folder);
        var media = new MediaStore(folder.resolve("desk-media"), desk.store());
        decoder = new Decoder(media, DecodeDesk.LAUNCH, DecodeLimits.USUAL);
        pictures = new StoredPictures(new StoredItems(desk.store(), StoredQueue::openCases), decoder);
    }

    @AfterEach
    void close() {
        decoder.close();
        desk.close();
    }

    @Test
    void aStoredPictureComesThinnedOutToTheView() throws IOException {
        ImageIO.write(
                new BufferedImage(4_000, 3_000, BufferedImage.TYPE_INT_RGB),
                "png",
                folder.resolve("a.png").toFile());

        var shown = (PictureSource.Shown) read("a.png", "");

        assertThat(shown.fullWidth()).isEqualTo(4_000);
        assertThat(shown.width()).isBetween(800, 1_600);
        assertThat(shown.argb()).hasSize(shown.width() * shown.height());
    }

    @Test
    void aFileThatDidNotComeIsSaidToBeMissing() {
        assertThat(why(read("nowhere.png", ""))).isEqualTo(PictureSource.Why.MISSING);
    }

    @Test
    void aFileOfAnotherContentThanNamedIsNotShown() throws IOException {
        ImageIO.write(
                new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB),
                "png",
                folder.resolve("b.png").toFile());

        assertThat(why(read("b.png", ",\"sha256\":\"" + "0".repeat(64) + "\""))).isEqualTo(PictureSource.Why.DIFFERS);
    }

    @Test
    void aSmallFileThatClaimsToBeHugeIsRefusedByItsHeaderAlone() throws IOException {
        Files.write(folder.resolve("bomb.png"), bomb(60_000, 60_000));

        var answer = (PictureSource.NotShown) read("bomb.png", "");

        assertThat(answer.why()).isEqualTo(PictureSource.Why.TOO_LARGE);
        assertThat(answer.facts()).containsExactly(60_000L, 60_000L);
    }

    @Test
    void whatIsNoPictureIsNotShown() throws IOException {
        Files.writeString(folder.resolve("c.png"), "just words");

        assertThat(why(read("c.png", ""))).isEqualTo(PictureSource.Why.NOT_A_PICTURE);
    }

    @Test
    void whatAHeldFileSaysOfItselfIsReadAndOfOneThatIsNotHeldNothing() throws Exception {
        Files.write(folder.resolve("d.jpg"), ExifPicture.jpeg(ExifPicture.Tag.make("Sample cameras")));
        assertThat(read("d.jpg", "")).isInstanceOf(PictureSource.Shown.class);
        assertThat(pictures.metadata(desk.file("I-1"), 0).entries())
                .extracting(FileMetadata.Entry::value)
                .contains("Sample cameras");
        assertThatThrownBy(() -> pictures.metadata(desk.file("I-1"), 1)).isInstanceOf(MediaRefused.class);
    }

    private PictureSource.Reading read(String path, String more) {
        desk.take("{\"id\":\"I-1\",\"kind\":\"IMAGE\",\"media\":[{\"path\":\"" + path + "\"" + more
                + "}],\"reports\":[{\"id\":\"r\",\"source\":\"USER\",\"at\":\"2026-11-02T11:00:00Z\"}]}");
        return pictures.read(desk.file("I-1"), 0);
    }

    private static PictureSource.Why why(PictureSource.Reading reading) {
        return ((PictureSource.NotShown) reading).why();
    }

    /** A PNG of nothing but a header. */
    private static byte[] bomb(int width, int height) {
        var header = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 6, 0, 0, 0});
        var crc = new CRC32();
        crc.update(header.array());
        return ByteBuffer.allocate(33)
                .putLong(0x89504E470D0A1A0AL)
                .putInt(13)
                .put(header.array())
                .putInt((int) crc.getValue())
                .array();
    }
}
