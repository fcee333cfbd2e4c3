package org.moderationdesk.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Which JDK the launcher takes, seen on its template with a program that prints its arguments for java. */
@DisabledOnOs(OS.WINDOWS)
final class LauncherTest {
    @TempDir
    private Path folder;

    @Test
    void theJdkThatBuiltTheDeskRunsItWithEveryArgumentAsItWas() throws IOException, InterruptedException {
        var run = launch(jdk("built", "25.0.3"), "", "queue", "--limit", "two words");

        assertThat(run.status()).isZero();
        assertThat(run.said()).contains("by built").endsWith("[desk.Main]\n[queue]\n[--limit]\n[two words]\n");
    }

    @Test
    void withoutItJavaHomeIsTaken() throws IOException, InterruptedException {
        var run = launch(folder.resolve("gone"), jdk("other", "26").toString());

        assertThat(run.status()).isZero();
        assertThat(run.said()).contains("by other");
    }

    @Test
    void withoutEitherItSaysWhichItNeeds() throws IOException, InterruptedException {
        var run = launch(folder.resolve("gone"), "");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.said()).isEqualTo("""
            Moderation Desk needs a JDK 25 or newer. Set JAVA_HOME to the folder of one.
            """);
    }

    @Test
    void anOlderJavaHomeIsRefusedByItsNumber() throws IOException, InterruptedException {
        var run = launch(folder.resolve("gone"), jdk("older", "21.0.2").toString());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.said()).contains("The one there is version 21.");
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho by " + name + "\nfor word; do echo \"[$word]\"; done\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private Outcome launch(Path builtBy, String javaHome, String... arguments)
            throws IOException, InterruptedException {
        Path script =
                Files.createDirectories(folder.resolve("desk with space/bin")).resolve("moderation-desk");
        Files.writeString(
                script,
                Files.readString(Path.of("packaging/launcher/moderation-desk"))
                        .replace("@JAVA_HOME@", builtBy.toString())
                        .replace("@JVM_FLAGS@", "-XX:+UseSerialGC")
                        .replace("@MAIN@", "desk.Main"));
        var builder = new ProcessBuilder("sh", script.toString()).redirectErrorStream(true);
        builder.command().addAll(List.of(arguments));
        builder.environment().put("JAVA_HOME", javaHome);
        var process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), said);
    }

    private record Outcome(int status, String said) {}
}
