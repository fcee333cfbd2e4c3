package org.moderationdesk.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The faults in {@code planted/errorprone} do not compile under the flags the build compiles with. */
final class CompilerGuardsTest {
    private static final Path PLANTED = Path.of("src/test/resources/planted/errorprone");

    @TempDir
    private Path classes;

    @ParameterizedTest
    @CsvSource({
        "NullDereference, [NullAway]",
        "NullInList, [NullAway]",
        "SelfCompared, [SelfEquals]",
        "AnswerIgnored, [ReturnValueIgnored]",
        "UnusedWork, [UnusedVariable]"
    })
    void aPlantedFaultDoesNotCompile(String source, String check) throws IOException {
        assertThat(errorsOf(source)).anySatisfy(error -> assertThat(error).contains(check));
    }

    @Test
    void soundCodeCompiles() throws IOException {
        assertThat(errorsOf("Sound")).isEmpty();
    }

    private List<String> errorsOf(String source) throws IOException {
        var found = new DiagnosticCollector<JavaFileObject>();
        var compiler = ToolProvider.getSystemJavaCompiler();
        String path = System.getProperty("java.class.path");
        try (var files = compiler.getStandardFileManager(found, Locale.ROOT, null)) {
            var options = List.of(
                    "-d",
                    classes.toString(),
                    "-classpath",
                    path,
                    "-processorpath",
                    path,
                    "-proc:none",
                    "-XDcompilePolicy=simple",
                    "--should-stop=ifError=FLOW",
                    "-Xplugin:ErrorProne " + System.getProperty("build.errorprone"));
            compiler.getTask(
                            null,
                            files,
                            found,
                            options,
                            null,
                            files.getJavaFileObjects(PLANTED.resolve(source + ".java")))
                    .call();
        }
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                .collect(Collectors.toList());
    }
}
