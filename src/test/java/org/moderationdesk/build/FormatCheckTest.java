package org.moderationdesk.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program that checks the form of the sources, run as the build runs it. */
final class FormatCheckTest {
    @TempDir
    private Path sources;

    @Test
    void aCrookedSourceIsNamedAndFailsTheCheckUntilItIsWrittenStraight() throws IOException, InterruptedException {
        Path crooked = sources.resolve("Crooked.java");
        Files.copy(Path.of("src/test/resources/planted/format/Crooked.java"), crooked);

        var checked = run("check");
        assertThat(checked.status()).isNotZero();
        assertThat(checked.said()).contains(crooked.toString());

        assertThat(run("write").status()).isZero();
        assertThat(run("check").status()).isZero();
    }

    private Outcome run(String act) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(System.getProperty("build.format").split(" ")));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-classpath", System.getProperty("java.class.path")));
        command.addAll(List.of(".ci/Format.java", act, sources.toString()));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), said);
    }

    private record Outcome(int status, String said) {}
}
