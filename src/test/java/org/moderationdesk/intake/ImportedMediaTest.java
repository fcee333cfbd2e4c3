package org.moderationdesk.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.base.Sha256;
import org.moderationdesk.items.MediaFile.State;

class ImportedMediaTest {
    private static final String CONTENT = "the bytes of a picture";

    @TempDir
    Path folder;

    private IntakeDesk desk;

    @BeforeEach
    void open() {
        desk = new IntakeDesk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aFileBesideTheImportIsKeptEncryptedUnderItsHash() throws IOException {
        desk.write("media/x.png", CONTENT);

        desk.take(line("a", "\"path\":\"media/x.png\",\"sha256\":\"" + Sha256.of(CONTENT) + "\""));

        assertThat(desk.file("a").mediaStates()).containsExactly(State.STORED);
        try (InputStream in = desk.media().open(Sha256.of(CONTENT)).orElseThrow()) {
            assertThat(in.readAllBytes()).asString().isEqualTo(CONTENT);
        }
        assertThat(kept())
                .hasSize(1)
                .noneSatisfy(file -> assertThat(file).content().contains("bytes"));
    }

    @Test
    void aMissingADifferingAndAnUnnamedFileAreImportedAndMarked() {
        desk.write("media/x.png", CONTENT);

        ImportResult result = desk.take(
                line("a", "\"path\":\"media/none.png\""),
                line("b", "\"path\":\"media/x.png\",\"sha256\":\"" + "0".repeat(64) + "\""),
                line("c", "\"mime\":\"video/mp4\",\"durationMs\":1000"),
                line("d", "\"path\":\"media/x.png\""));

        assertThat(result.newCases()).isEqualTo(4);
        assertThat(desk.file("a").mediaStates()).containsExactly(State.MISSING);
        assertThat(desk.file("b").mediaStates()).containsExactly(State.DIFFERS);
        assertThat(desk.file("c").mediaStates()).containsExactly(State.NOT_NAMED);
        assertThat(desk.file("d").mediaStates()).containsExactly(State.STORED);
    }

    @Test
    void aFileThatTheDeskHoldsAlreadyIsNotMissing() {
        desk.write("media/x.png", CONTENT);
        desk.take(line("a", "\"path\":\"media/x.png\""));

        desk.take(line("b", "\"sha256\":\"" + Sha256.of(CONTENT).toUpperCase(java.util.Locale.ROOT) + "\""));

        assertThat(desk.file("b").mediaStates()).containsExactly(State.STORED);
    }

    @Test
    void aLinkOutOfTheFolderIsNotFollowed() throws IOException {
        Path outside = Files.writeString(Files.createTempFile("outside", ".png"), "secret");
        Files.createSymbolicLink(folder.resolve("x.png"), outside);

        desk.take(line("a", "\"path\":\"x.png\""));

        assertThat(desk.file("a").mediaStates()).containsExactly(State.MISSING);
        assertThat(kept()).isEmpty();
        Files.delete(outside);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFolderAPipeAndADeviceNameAreNoFilesAndHoldNothingUp() throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("media/inner"));
        Process made = new ProcessBuilder("mkfifo", folder.resolve("media/pipe").toString()).start();
        assertThat(made.waitFor()).isZero();
        Files.createSymbolicLink(folder.resolve("media/zero"), Path.of("/dev/zero"));

        desk.take(
                line("a", "\"path\":\"media/inner\""),
                line("b", "\"path\":\"media/pipe\""),
                line("c", "\"path\":\"media/zero\""),
                line("d", "\"path\":\"NUL\""),
                line("e", "\"path\":\"" + "x".repeat(5_000) + "\""));

        for (String item : List.of("a", "b", "c", "d", "e")) {
            assertThat(desk.file(item).mediaStates()).as(item).containsExactly(State.MISSING);
        }
        assertThat(kept()).isEmpty();
    }

    @Test
    void importingAgainCopiesNothingAgain() throws IOException {
        desk.write("media/x.png", CONTENT);
        String line = line("a", "\"path\":\"media/x.png\"");
        desk.take(line);
        String head = desk.head();

        desk.take(line);

        assertThat(desk.head()).isEqualTo(head);
        assertThat(kept()).hasSize(1);
    }

    private java.util.List<Path> kept() throws IOException {
        Path media = folder.resolve("desk-media");
        if (!Files.exists(media)) {
            return java.util.List.of();
        }
        try (Stream<Path> all = Files.walk(media)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static String line(String id, String media) {
        return "{\"id\":\"%s\",\"kind\":\"IMAGE\",\"media\":[{%s}],\"reports\":[{\"id\":\"r\",\"source\":\"USER\",\"at\":\"2026-11-02T10:00:00Z\"}]}"
                .formatted(id, media);
    }
}
