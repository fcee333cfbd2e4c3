package org.moderationdesk.media.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.media.FileMetadata;
import org.moderationdesk.media.FileMetadata.Entry;
import org.moderationdesk.media.FileMetadata.Part;
import org.moderationdesk.media.decode.ExifPicture.Tag;

/** What files say of themselves, read by the process that decodes them. */
class MetadataTest {
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

    @Test
    void theExifOfAPictureIsReadAsItStands() throws Exception {
        FileMetadata read = read(ExifPicture.jpeg(
                Tag.description("a neutral placeholder"), Tag.make("Sample cameras"), Tag.model("M-1")));

        assertThat(read.entries())
                .extracting(Entry::part, Entry::name, Entry::value)
                .contains(
                        tuple(Part.PICTURE, "ImageDescription", "a neutral placeholder"),
                        tuple(Part.PICTURE, "Make", "Sample cameras"),
                        tuple(Part.PICTURE, "Model", "M-1"));
        assertThat(read.cut()).isFalse();
    }

    @Test
    void theTagsOfAContainerAreReadWithoutDecodingIt() throws Exception {
        assertThat(read(ExifPicture.wave("a made-up title")).entries())
                .extracting(Entry::part, Entry::name, Entry::value)
                .contains(tuple(Part.FILE, "title", "a made-up title"));
    }

    @Test
    void aFileThatSaysNothingHasNothing() throws Exception {
        assertThat(read(ExifPicture.plain()).entries()).isEmpty();
    }

    @Test
    void hostileTextComesAsTextAndLongTextIsCut() throws Exception {
        String hostile = "a\u202Egpj.exe\u0007<b>\u200B";
        FileMetadata read = read(
                ExifPicture.jpeg(Tag.description("x".repeat(MetadataWire.LONGEST_VALUE + 500)), Tag.make(hostile)));

        assertThat(read.entries()).extracting(Entry::value).anyMatch(value -> value.contains("gpj.exe"));
        assertThat(read.entries()).allSatisfy(entry -> assertThat(entry.value().length())
                .isLessThanOrEqualTo(MetadataWire.LONGEST_VALUE));
        assertThat(read.cut()).isTrue();
    }

    @Test
    void manyTagsEndSomewhereAndThatIsSaid() throws Exception {
        Tag[] many = IntStream.range(0, 900)
                .mapToObj(one -> new Tag(0xC000 + one, "number " + one))
                .toArray(Tag[]::new);

        FileMetadata read = read(ExifPicture.jpeg(many));

        assertThat(read.entries()).hasSizeLessThanOrEqualTo(MetadataWire.MOST);
    }

    @Test
    void brokenFilesAreRefusedAndTheNextOneIsRead() throws Exception {
        String none = desk.keep("<svg onload='x'/>".getBytes(StandardCharsets.UTF_8));
        String cut = desk.keep(Arrays.copyOf(ExifPicture.jpeg(Tag.make("Sample cameras")), 40));

        assertThat(catchThrowableOfType(MediaRefused.class, () -> desk.decoder().metadata(none))
                        .reason())
                .isEqualTo(MediaRefused.Reason.NOT_MEDIA);
        assertThat(catchThrowableOfType(MediaRefused.class, () -> desk.decoder().metadata(cut)))
                .isNotNull();
        assertThat(catchThrowableOfType(MediaRefused.class, () -> desk.decoder().metadata("0".repeat(64)))
                        .reason())
                .isEqualTo(MediaRefused.Reason.MISSING);
        assertThat(read(ExifPicture.jpeg(Tag.make("Sample cameras"))).entries()).isNotEmpty();
    }

    private FileMetadata read(byte[] file) throws Exception {
        return desk.decoder().metadata(desk.keep(file));
    }
}
