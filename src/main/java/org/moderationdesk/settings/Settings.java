package org.moderationdesk.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The settings files of one desk: {@code settings/<topic>.json}, a record each. A file that is absent means the
 * defaults; one that cannot be read is left alone and named in a {@link SettingsProblem}. Touches the disk: not for the
 * JavaFX thread. Safe for any other thread.
 */
public final class Settings {
    private final Path folder;
    private final JsonMapper json = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public Settings(Path folder) {
        this.folder = folder;
    }

    /**
     * The settings of one topic.
     *
     * @param topic the file's name without its ending
     * @throws SettingsProblem when the file is there and cannot be read
     */
    public synchronized <T extends Record> T read(String topic, Class<T> type, T defaults) {
        Path file = file(topic);
        if (!Files.exists(file)) {
            return defaults;
        }
        try {
            // The JSON value null is no settings.
            return Optional.ofNullable(json.readValue(Files.readAllBytes(file), type))
                    .orElseThrow(() -> new IOException("empty"));
        } catch (IOException | JacksonException unreadable) {
            throw new SettingsProblem(file, unreadable);
        }
    }

    /** Writes the settings of one topic, whole or not at all. */
    public synchronized void write(String topic, Record settings) {
        try {
            Files.createDirectories(folder);
            Path whole = Files.createTempFile(folder, topic, ".part");
            Files.write(whole, json.writeValueAsBytes(settings));
            Files.move(whole, file(topic), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Path file(String topic) {
        return folder.resolve(topic + ".json");
    }
}
