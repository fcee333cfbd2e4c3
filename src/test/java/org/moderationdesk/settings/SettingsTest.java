package org.moderationdesk.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderationdesk.base.Language;
import org.moderationdesk.settings.DecisionSettings.StrikeStep;

class SettingsTest {
    @TempDir
    private Path folder;

    private Settings settings;

    @BeforeEach
    void open() {
        settings = new Settings(folder.resolve("settings"));
    }

    @Test
    void aFileThatIsNotThereMeansTheUsualAndIsNotMade() {
        assertThat(settings.read("queue", QueueSettings.class, QueueSettings.defaults()))
                .isEqualTo(QueueSettings.defaults());
        assertThat(folder.resolve("settings")).doesNotExist();
    }

    static Stream<Record> everyKind() {
        return Stream.of(
                new Appearance(Language.NL, true, 125),
                new QueueSettings(7, 96, 48, 8, 2),
                new DecisionSettings(
                        0, 90, List.of(new StrikeStep("STRIKE", 0), new StrikeStep("SUSPEND", 14)), List.of("legal")),
                new WindowState(-3.5, 20.0, 1100, 700, true, "guidelines", Map.of("list", 0.25)),
                WindowState.defaults());
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    <T extends Record> void whatIsWrittenIsRead(T kept) {
        settings.write("topic", kept);

        assertThat(read(kept)).isEqualTo(kept);
        assertThat(folder.resolve("settings").toFile().list()).containsExactly("topic.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{broken",
                "[]",
                "null",
                "\"text\"",
                "{\"language\":\"EN\",\"dark\":false,\"sizePercent\":400}",
                "{\"language\":\"FY\",\"dark\":false,\"sizePercent\":100}",
                "{\"language\":null,\"dark\":false,\"sizePercent\":100}",
                "{\"language\":\"EN\",\"dark\":\"perhaps\",\"sizePercent\":100}",
                "{}"
            })
    void aFileThatCannotBeReadIsNamedAndLeftAsItIs(String content) throws IOException {
        Path file = write("appearance.json", content);

        assertThatThrownBy(() -> settings.read("appearance", Appearance.class, Appearance.defaults()))
                .isInstanceOfSatisfying(SettingsProblem.class, problem -> assertThat(problem.file())
                        .isEqualTo(file))
                .hasMessage("cannot read settings file appearance.json");
        assertThat(Files.readString(file)).isEqualTo(content);
    }

    @Test
    void aFolderInThePlaceOfAFileIsAProblemToo() throws IOException {
        Files.createDirectories(folder.resolve("settings/queue.json"));

        assertThatThrownBy(() -> settings.read("queue", QueueSettings.class, QueueSettings.defaults()))
                .isInstanceOf(SettingsProblem.class);
    }

    @Test
    void whatANewerDeskAddedIsPassedOver() throws IOException {
        write("queue.json", """
            {"leaseMinutes":5,"lowHours":72,"mediumHours":24,"highHours":4,"criticalHours":1,"moonPhase":"full"}\
            """);

        assertThat(settings.read("queue", QueueSettings.class, QueueSettings.defaults()))
                .isEqualTo(new QueueSettings(5, 72, 24, 4, 1));
    }

    @Test
    void aWriteThatFailsLeavesWhatWasThere() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("file"), "kept");

        assertThatThrownBy(() -> new Settings(inTheWay).write("queue", QueueSettings.defaults()))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(inTheWay).hasContent("kept");
    }

    private Path write(String name, String content) throws IOException {
        Path file = folder.resolve("settings").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    @SuppressWarnings("unchecked")
    private <T extends Record> T read(T kept) {
        return new Settings(folder.resolve("settings")).read("topic", (Class<T>) kept.getClass(), kept);
    }
}
