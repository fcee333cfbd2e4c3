package org.moderationdesk.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {
    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void aPictureIsThinnedOutToWhatTheViewShows(String format) throws IOException {
        byte[] file = picture(format, 1_000, 600);

        Picture picture = Pictures.decode(file, 250, 250);

        assertThat(picture).isInstanceOfSatisfying(Picture.Pixels.class, pixels -> {
            assertThat(pixels.width()).isEqualTo(250);
            assertThat(pixels.height()).isEqualTo(150);
            assertThat(pixels.fullWidth()).isEqualTo(1_000);
            assertThat(new Color(pixels.argb()[0]).getRed()).isGreaterThan(180);
        });
    }

    @Test
    void aSmallPictureKeepsItsSize() throws IOException {
        assertThat(Pictures.decode(picture("png", 40, 30), 400, 400))
                .isInstanceOfSatisfying(Picture.Pixels.class, pixels -> assertThat(pixels.argb())
                        .hasSize(1_200));
    }

    @ParameterizedTest
    @CsvSource({"20000,20000", "16385,1", "1,16385", "8001,8000", "2147483647,2147483647"})
    void aHeaderThatClaimsTooMuchIsRefusedBeforeAnythingIsDecoded(int width, int height) throws IOException {
        byte[] bomb = pngHeader(width, height);

        long before = System.nanoTime();
        Picture picture = Pictures.decode(bomb, 800, 800);

        assertThat(picture).isEqualTo(new Picture.TooLarge(width, height));
        assertThat(System.nanoTime() - before).isLessThan(2_000_000_000L);
    }

    @Test
    void whatIsNoPictureByItsFirstBytesIsNotHandedToAnyReader() {
        assertThat(Pictures.decode(new byte[0], 10, 10)).isEqualTo(new Picture.UnknownFormat());
        assertThat(Pictures.decode("<svg onload='x'/>".getBytes(java.nio.charset.StandardCharsets.UTF_8), 10, 10))
                .isEqualTo(new Picture.UnknownFormat());
    }

    @Test
    void anythingThatBeginsLikeAPictureIsDecodedOrBroken() throws IOException {
        var random = new Random(7);
        for (String format : new String[] {"png", "jpg", "gif", "bmp"}) {
            byte[] whole = picture(format, 60, 40);
            for (int round = 0; round < 300; round++) {
                byte[] changed = whole.clone();
                for (int i = 0; i < 1 + round % 5; i++) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
                }
                byte[] cut = Arrays.copyOf(changed, round % 2 == 0 ? changed.length : random.nextInt(changed.length));
                assertThat(Pictures.decode(cut, 50, 50)).isNotNull();
            }
        }
        assertThat(Pictures.decode(Arrays.copyOf(picture("png", 60, 40), 40), 50, 50))
                .isEqualTo(new Picture.Broken());
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(220, 60, 40));
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    /** A PNG of a few bytes that claims to be large. */
    private static byte[] pngHeader(int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        var data = new DataOutputStream(out);
        data.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        var header = new ByteArrayOutputStream();
        var fields = new DataOutputStream(header);
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {8, 2, 0, 0, 0});
        chunk(data, "IHDR", header.toByteArray());
        var pixels = new ByteArrayOutputStream();
        try (var deflate = new DeflaterOutputStream(pixels)) {
            deflate.write(new byte[10_000]);
        }
        chunk(data, "IDAT", pixels.toByteArray());
        chunk(data, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(name);
        sum.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) sum.getValue());
    }
}
