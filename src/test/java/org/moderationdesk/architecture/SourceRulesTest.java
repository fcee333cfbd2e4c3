package org.moderationdesk.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourceRulesTest {
    private static final int LEAST_MAIN_FILES = 100;
    private static final int LEAST_TEST_FILES = 20;

    private final SourceRules main = new SourceRules(Path.of("src/main/java"));
    private final SourceRules test = new SourceRules(Path.of("src/test/java"));
    private final SourceRules plantedMain = new SourceRules(Path.of("src/test/resources/planted/source/main"));
    private final SourceRules plantedTest = new SourceRules(Path.of("src/test/resources/planted/source/test"));

    @Test
    void theSourcesAreThere() {
        assertThat(main.files()).isGreaterThan(LEAST_MAIN_FILES);
        assertThat(test.files()).isGreaterThan(LEAST_TEST_FILES);
    }

    @Test
    void noSourceIsLongerThanFiveHundredLines() {
        assertThat(main.longFiles()).isEmpty();
        assertThat(test.longFiles()).isEmpty();
    }

    @Test
    void aSourceOfFiveHundredAndOneLinesIsCaught(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("Fits.java"), "\n".repeat(500));
        Files.writeString(folder.resolve("TooLong.java"), "\n".repeat(501));

        assertThat(new SourceRules(folder).longFiles())
                .singleElement()
                .asString()
                .contains("TooLong.java");
    }

    @Test
    void everyPackageSaysWhatItIsForAndThatNothingInItIsNull() {
        assertThat(main.unmarkedPackages()).isEmpty();
    }

    @Test
    void aPackageWithoutItsPageIsCaught(@TempDir Path folder) throws IOException {
        assertThat(plantedMain.unmarkedPackages()).singleElement().asString().contains("attic");

        Files.writeString(folder.resolve("package-info.java"), """
            /** A room that may hold null. */
            package org.moderationdesk.attic;
            """);
        assertThat(new SourceRules(folder).unmarkedPackages()).hasSize(1);
        Files.writeString(folder.resolve("package-info.java"), """
            @NullMarked
            package org.moderationdesk.attic;
            """);
        assertThat(new SourceRules(folder).unmarkedPackages()).hasSize(1);
    }

    @Test
    void nothingIsMarkedAsUnfinished() {
        assertThat(main.unfinished()).isEmpty();
        assertThat(plantedMain.unfinished()).hasSize(1);
    }

    @Test
    void noTestSleepsOrIsSwitchedOff() {
        assertThat(test.sleepingOrSwitchedOff()).isEmpty();
        assertThat(plantedTest.sleepingOrSwitchedOff()).hasSize(2);
    }

    @Test
    void everyTestWithAWindowSaysHowLargeItIs(@TempDir Path folder) throws IOException {
        assertThat(test.windowsOfAnySize()).isEmpty();

        String shown = "    @Start\n    void show(Stage stage) {\n        stage.show();\n    }\n";
        Files.writeString(folder.resolve("Sized.java"), "stage.setWidth(1);\nstage.setHeight(1);\n" + shown);
        Files.writeString(folder.resolve("AnySize.java"), shown);
        assertThat(new SourceRules(folder).windowsOfAnySize())
                .singleElement()
                .asString()
                .contains("AnySize.java");
    }

    @Test
    void everyImportNamesItsClass(@TempDir Path folder) throws IOException {
        assertThat(main.wildcardImports()).isEmpty();
        assertThat(test.wildcardImports()).isEmpty();

        Files.writeString(folder.resolve("Greedy.java"), "import java.util.*;\n");
        assertThat(new SourceRules(folder).wildcardImports()).hasSize(1);
    }
}
