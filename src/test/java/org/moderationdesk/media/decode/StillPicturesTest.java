package org.moderationdesk.media.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderationdesk.media.decode.MediaRefused.Reason;

class StillPicturesTest {
    private static final Size MOST = new Size(250, 250);

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
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void aPictureIsScaledToWhatTheViewShows(String format) throws Exception {
        Still still = desk.decoder().picture(desk.keep(picture(format, 1_000, 600)), MOST);

        assertThat(still.full()).isEqualTo(new Size(1_000, 600));
        Frame frame = still.frame();
        assertThat(frame.width()).isEqualTo(250);
        assertThat(frame.height()).isEqualTo(150);
        Color left = new Color(frame.argb()[75 * 250 + 10]);
        Color right = new Color(frame.argb()[75 * 250 + 240]);
        assertThat(left.getRed()).isGreaterThan(180);
        assertThat(left.getBlue()).isLessThan(80);
        assertThat(right.getBlue()).isGreaterThan(180);
    }

    @Test
    void aSmallPictureKeepsItsSize() throws Exception {
        assertThat(desk.decoder()
                        .picture(desk.keep(picture("png", 40, 30)), MOST)
                        .frame()
                        .argb())
                .hasSize(1_200);
    }

    @ParameterizedTest
    @CsvSource({"20000, 20000", "16385, 1", "1, 16385", "8001, 8000", "2147483647, 2147483647"})
    void aHeaderThatClaimsTooMuchIsRefusedBeforeAnythingIsDecoded(int width, int height) throws Exception {
        String sha256 = desk.keep(pngHeader(width, height));

        var refused =
                catchThrowableOfType(MediaRefused.class, () -> desk.decoder().picture(sha256, MOST));

        assertThat(refused.reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(refused.width()).isEqualTo(width);
        assertThat(refused.height()).isEqualTo(height);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gif", "bmp", "jpg"})
    void otherHeadersThatClaimTooMuchAreRefusedToo(String format) throws Exception {
        byte[] bomb = picture(format, 40, 30);
        switch (format) {
            case "gif" -> Arrays.fill(bomb, 6, 10, (byte) 0xFF);
            case "bmp" -> Arrays.fill(bomb, 18, 21, (byte) 0xFF);
            default -> {
                int at = 2;
                while ((bomb[at + 1] & 0xFF) != 0xC0) {
                    at += 2 + ((bomb[at + 2] & 0xFF) << 8 | bomb[at + 3] & 0xFF);
                }
                Arrays.fill(bomb, at + 5, at + 9, (byte) 0xFF);
            }
        }
        String sha256 = desk.keep(bomb);

        assertThat(catchThrowableOfType(MediaRefused.class, () -> desk.decoder().picture(sha256, MOST))
                        .reason())
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void whatIsNoPictureByItsBytesIsNotLookedInto() throws Exception {
        String sha256 = desk.keep("<svg onload='x'/>".getBytes(StandardCharsets.UTF_8));

        assertThat(catchThrowableOfType(MediaRefused.class, () -> desk.decoder().picture(sha256, MOST))
                        .reason())
                .isEqualTo(Reason.NOT_MEDIA);
    }

    @Test
    void aPictureCutInItsHeaderIsBrokenAndTheNextOneIsShown() throws Exception {
        String cut = desk.keep(Arrays.copyOf(picture("png", 60, 40), 40));

        assertThat(catchThrowableOfType(MediaRefused.class, () -> desk.decoder().picture(cut, MOST))
                        .reason())
                .isIn(Reason.BROKEN, Reason.NOT_MEDIA);
        assertThat(desk.decoder()
                        .picture(desk.keep(picture("jpg", 60, 40)), MOST)
                        .full())
                .isEqualTo(new Size(60, 40));
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(width / 2, 0, width - width / 2, height);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, bytes)).isTrue();
        return bytes.toByteArray();
    }

    private static byte[] pngHeader(int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(57)
                .putLong(0x89504E470D0A1A0AL)
                .putInt(13)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0});
        var sum = new CRC32();
        sum.update(header.array(), 12, 17);
        return header.putInt((int) sum.getValue()).array();
    }
}
