package org.moderationdesk.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderationdesk.base.Sha256;
import org.moderationdesk.db.BlobCipher;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.db.Store;
import org.moderationdesk.db.TestStore;

@OnBothStores
class MediaStoreTest {
    private final Store store = TestStore.create();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 300_000})
    void aFileOfAnyLengthComesBackAsItWas(int length) throws IOException {
        byte[] content = bytes(length);

        String sha256 = keep(content);

        assertThat(sha256).isEqualTo(Sha256.of(content));
        try (InputStream in = media().open(sha256).orElseThrow()) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    void noByteOfItIsOnDiskInTheClear() throws IOException {
        byte[] content =
                "a harmless line of text, again and again ".repeat(5_000).getBytes(StandardCharsets.UTF_8);

        keep(content);

        for (Path file : files()) {
            assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                    .doesNotContain("harmless");
        }
    }

    @Test
    void aChangedBitOrACutEndIsNoticed() throws IOException {
        String sha256 = keep(bytes(200_000));
        Path file = files().getFirst();
        byte[] whole = Files.readAllBytes(file);

        byte[] changed = whole.clone();
        changed[100_000] ^= 1;
        Files.write(file, changed);
        assertUnreadable(sha256);

        Files.write(file, Arrays.copyOf(whole, BlobCipher.SEGMENT + BlobCipher.TAG));
        assertUnreadable(sha256);
    }

    @Test
    void withoutItsKeyAFileIsGone() throws IOException {
        String sha256 = keep(bytes(1_000));

        store.write(handle -> {
            media().erase(handle, sha256);
            return true;
        });

        assertThat(media().open(sha256)).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void theSameContentIsHeldOnceAndOtherCopiesAreLetGo() throws IOException {
        String first = keep(bytes(5_000));
        String second = keep(bytes(5_000));

        assertThat(second).isEqualTo(first);
        assertThat(files()).hasSize(1);
        try (InputStream in = media().open(first).orElseThrow()) {
            assertThat(in.readAllBytes()).hasSize(5_000);
        }
    }

    @Test
    void anActThatIsRolledBackKeepsNothingAndTheFileCanComeAgain() throws IOException {
        byte[] content = bytes(70_000);
        Path file = Files.write(folder.resolve("x.bin"), content);
        try (StagedFile staged = media().stage(file)) {
            assertThatThrownBy(() -> store.write(handle -> {
                        media().keep(handle, staged);
                        throw new IllegalStateException("rolled back");
                    }))
                    .hasMessage("rolled back");
        }
        assertThat(media().open(Sha256.of(content))).isEmpty();

        String sha256 = keep(content);

        try (InputStream in = media().open(sha256).orElseThrow()) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    void copiesLeftByAKilledImportAreSwept() throws IOException {
        media().stage(Files.write(folder.resolve("x.bin"), bytes(10)));
        assertThat(files()).hasSize(1);

        media().sweep();

        assertThat(files()).isEmpty();
    }

    private MediaStore media() {
        return new MediaStore(folder.resolve("media"), store);
    }

    private String keep(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("x.bin"), content);
        try (StagedFile staged = media().stage(file)) {
            return store.write(handle -> {
                media().keep(handle, staged);
                return staged.sha256();
            });
        }
    }

    private void assertUnreadable(String sha256) throws IOException {
        try (InputStream in = media().open(sha256).orElseThrow()) {
            assertThatThrownBy(in::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("media"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
