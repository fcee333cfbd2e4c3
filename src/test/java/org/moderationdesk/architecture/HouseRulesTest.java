package org.moderationdesk.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class HouseRulesTest {
    // Reading the classes takes longer than every rule together.
    private static final HouseRules HOUSE = new HouseRules(Classes.ROOT, Classes.ofTheHouse());
    private static final HouseRules PLANTED = new HouseRules(Classes.PLANTED, Classes.planted());

    private record Rule(String name, Function<HouseRules, List<String>> breaches, List<String> planted) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Rule> rules() {
        return Stream.of(
                new Rule("no empty names", HouseRules::emptyNames, List.of("QueueManager")),
                new Rule(
                        "no static mutable state",
                        HouseRules::staticMutableState,
                        List.of("Faults.count", "Faults.TABLE")),
                new Rule("no long constructors", HouseRules::longConstructors, List.of("Faults.<init>")),
                new Rule(
                        "windows only in screens",
                        HouseRules::windowsOutsideScreens,
                        List.of("Faults imports javafx.scene.Node")),
                new Rule(
                        "commands without screens",
                        HouseRules::screensInCommands,
                        List.of("CommandWithAWindow imports")),
                new Rule(
                        "no database server",
                        HouseRules::databaseServers,
                        List.of("Faults imports org.h2.tools.Server")),
                new Rule(
                        "FFmpeg only in the worker",
                        HouseRules::decodersOutsideTheWorker,
                        List.of(
                                "DecodesInTheDesk imports org.bytedeco.javacpp.Pointer",
                                "DecodesInTheDesk imports " + Classes.PLANTED + ".media.worker.Inside")),
                new Rule(
                        "a restore is permitted by who asked",
                        HouseRules::permitsOfWhoDidNotAsk,
                        List.of("PermitsItself.restores", "PermitsItself.permits")),
                new Rule("no printing", HouseRules::printing, List.of("Faults.prints")),
                new Rule(
                        "no stack traces and no inline styles",
                        HouseRules::stackTracesAndInlineStyles,
                        List.of("printStackTrace", "setStyle")),
                new Rule(
                        "no serialisation",
                        HouseRules::serialisation,
                        List.of("Reader imports java.io.ObjectInputStream")));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theHouseKeepsTheRule(Rule rule) {
        assertThat(rule.breaches().apply(HOUSE)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void thePlantedFaultIsCaughtAndNothingElse(Rule rule) {
        var breaches = rule.breaches().apply(PLANTED);

        for (String fault : rule.planted()) {
            assertThat(breaches).anyMatch(line -> line.contains(fault));
        }
        assertThat(breaches).noneMatch(line -> line.contains("NoFaults"));
    }

    @Test
    void theHouseHasNoDecoderInTheWindow() {
        assertThat(HOUSE.decodersInTheWindow()).isEmpty();
    }

    /** JavaFX's web and media modules are no dependency, so the planted fault brings a stand-in of its own. */
    @Test
    void aPlantedDecoderInTheWindowIsCaught(@TempDir Path folder) throws IOException {
        Path web = Files.writeString(folder.resolve("WebView.java"), """
            package javafx.scene.web; public class WebView {}
            """);
        Path user = Files.writeString(folder.resolve("Page.java"), """
            package org.moderationdesk.items.view; class Page extends javafx.scene.web.WebView {}
            """);
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", folder.toString(), web.toString(), user.toString());
        assertThat(status).isZero();

        var classes = new ClassFileImporter().importPath(folder.resolve("org"));

        assertThat(new HouseRules(Classes.ROOT, classes).decodersInTheWindow())
                .singleElement()
                .asString()
                .contains("Page imports javafx.scene.web.WebView");
    }
}
