package org.moderationdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.app.RealDoor;
import org.moderationdesk.base.Language;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.settings.Appearance;
import org.moderationdesk.settings.Settings;
import tools.jackson.databind.json.JsonMapper;

/** Runs commands in this process on a desk of their own and catches what they answer. */
final class CommandRun {
    /** Stands in every text under review; standard error may never hold it. */
    static final String MARK = "sluipkruid";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;
    private final TestClock clock = new TestClock();
    private final Map<String, String> environment = new HashMap<>();

    CommandRun(Path folder) {
        this.folder = folder;
        speak(Language.EN);
    }

    /** What a command answered. */
    record Answer(int status, String out, String err) {
        /** Standard output as one JSON object a line. */
        List<Map<String, @Nullable Object>> objects() {
            var objects = new ArrayList<Map<String, @Nullable Object>>();
            out.lines().forEach(line -> objects.add(read(line)));
            return objects;
        }

        /** Standard output as the one JSON object that it must be. */
        Map<String, @Nullable Object> object() {
            assertThat(objects()).hasSize(1);
            return objects().getFirst();
        }

        @SuppressWarnings("unchecked")
        private static Map<String, @Nullable Object> read(String line) {
            return JSON.readValue(line, LinkedHashMap.class);
        }
    }

    Path home() {
        return folder.resolve("home");
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    TestClock clock() {
        return clock;
    }

    void speak(Language language) {
        var settings = new Settings(new DeskFolder(home()).settings());
        settings.write("appearance", new Appearance(language, false, 100));
    }

    void passphrase(String passphrase) {
        environment.put(Terminal.PASSPHRASE, passphrase);
    }

    void password(@Nullable String password) {
        put(Terminal.PASSWORD, password);
    }

    void newPassword(String password) {
        put(Terminal.NEW_PASSWORD, password);
    }

    void filePassword(String password) {
        put(Terminal.FILE_PASSWORD, password);
    }

    private void put(String variable, @Nullable String value) {
        if (value == null) {
            environment.remove(variable);
        } else {
            environment.put(variable, value);
        }
    }

    void noPassphrase() {
        environment.remove(Terminal.PASSPHRASE);
    }

    Path write(String name, String... lines) {
        try {
            return Files.writeString(path(name), String.join("\n", lines) + "\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A line of the desk format with a report that names these sections. */
    static String line(String item, String sections) {
        return """
            {"id":"%s","kind":"TEXT","text":"Een bericht met %s","language":"nl","author":{"id":"u-%s"},\
            "reports":[{"id":"r-1","source":"USER","reason":"melding %s","sections":["%s"],\
            "at":"2026-11-02T11:00:00Z"}]}\
            """.formatted(item, MARK, item, MARK, sections);
    }

    /** Takes these lines in. */
    Answer imported(String... lines) {
        return run("import", write("in.jsonl", lines).toString(), "--json");
    }

    /** Runs on the desk's own home. */
    Answer run(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.add("--home");
        all.add(home().toString());
        return bare(all.toArray(String[]::new));
    }

    /** Runs with these arguments alone. */
    Answer bare(String... arguments) {
        return bare(RealDoor.of(clock), arguments);
    }

    Answer bare(DeskDoor door, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int status = new DeskCommandLine(door, environment, new PrintWriter(out), new PrintWriter(err)).run(arguments);
        assertThat(err.toString()).doesNotContain(MARK);
        return new Answer(status, out.toString(), err.toString());
    }
}
