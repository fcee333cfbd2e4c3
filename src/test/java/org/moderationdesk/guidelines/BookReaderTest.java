package org.moderationdesk.guidelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading as such: where the files lie, and files that are no sound JSON. */
class BookReaderTest {
    @TempDir
    private Path home;

    private EditionFolder edition;

    @BeforeEach
    void copyTheShippedEdition() {
        edition = EditionFolder.in(home);
    }

    @Test
    void anEditionReadsFromAFolderAsFromTheDeskItself() {
        assertThat(edition.read().chapters())
                .isEqualTo(new BookReader().read("2020-12").chapters());
    }

    @ParameterizedTest
    @ValueSource(strings = {"book.json", "nl.json", "en.json"})
    void anyOfItsFilesStandsForItsFolder(String name) {
        assertThat(EditionFolder.problems(edition.path(name))).isEmpty();
    }

    @Test
    void aBookFileOfAnotherNameIsReadWithTheWordsBesideIt() throws IOException {
        Files.move(edition.path("book.json"), edition.path("draft.json"));

        assertThat(EditionFolder.problems(edition.path("draft.json"))).isEmpty();
        assertThat(edition.problems()).containsExactly("book.json: not found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl.json", "en.json"})
    void missingWordsAreNamed(String name) throws IOException {
        Files.delete(edition.path(name));

        assertThat(edition.problems()).containsExactly(name + ": not found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2020", "../2020-12", "2020-12/.."})
    void whatIsNoEditionIsNotLookedFor(String name) {
        assertThatThrownBy(() -> new BookReader().read(name))
                .isInstanceOf(BookProblems.class)
                .hasMessageContaining("not an edition");
    }

    @Test
    void anEditionThatTheDeskDoesNotHaveIsSaidToBeMissing() {
        assertThatThrownBy(() -> new BookReader().read("1999-01"))
                .isInstanceOf(BookProblems.class)
                .hasMessage("book.json: not found");
    }

    @Test
    void aTruncatedFileIsNamedWithItsLine() {
        edition.rewritten("nl.json", text -> text.substring(0, text.indexOf("\"carveOuts\"")));

        assertThat(edition.problems()).singleElement().satisfies(problem -> assertThat(problem)
                .startsWith("nl.json line ")
                .contains("not sound JSON"));
    }

    @Test
    void anEmptyFileIsNoEdition() {
        edition.rewritten("book.json", text -> "");

        assertThat(edition.problems()).isNotEmpty().allMatch(problem -> problem.startsWith("book.json"));
    }

    @Test
    void aFileThatIsAListIsNoEdition() {
        edition.rewritten("book.json", text -> "[]");

        assertThat(edition.problems()).contains("book.json: not an object");
    }

    @Test
    void textThatFollowsTheEndIsAFault() {
        edition.rewritten("en.json", text -> text + "{}");

        assertThat(edition.problems()).singleElement().asString().startsWith("en.json line ");
    }

    @Test
    void aCodeWrittenTwiceInTheWordsIsAFault() {
        edition.rewritten("nl.json", text -> text.replace("\"5.3.3\":", "\"5.3.2\":"));

        assertThat(edition.problems())
                .singleElement()
                .asString()
                .startsWith("nl.json line ")
                .contains("5.3.2");
    }

    @Test
    void bytesThatAreNoTextAreAFault() throws IOException {
        byte[] bytes = Files.readAllBytes(edition.path("nl.json"));
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf("Gewelddadig")] = (byte) 0xFF;
        Files.write(edition.path("nl.json"), bytes);

        assertThat(edition.problems()).singleElement().asString().startsWith("nl.json line ");
    }

    @Test
    void hostileNestingIsRefused() {
        edition.rewritten("book.json", text -> "[".repeat(100_000));

        assertThat(edition.problems()).singleElement().asString().contains("not sound JSON", "epth");
    }

    @Test
    void aHostileTextIsRefused() {
        edition.rewritten("en.json", text -> text.replace("A minor undressing", "x".repeat(20_000)));

        assertThat(edition.problems()).singleElement().asString().contains("not sound JSON", "length");
    }

    @Test
    void aHostileSizeIsRefusedBeforeItIsRead() {
        edition.rewritten("en.json", text -> text + " ".repeat(5_000_000));

        assertThat(edition.problems()).containsExactly("en.json: larger than 4000000 bytes");
    }

    @Test
    void allFaultsOfTheWordsAreSaidAtOnce() {
        edition.changed("nl.json", "/clauses", clauses -> clauses.remove("5.3.3"));
        edition.changed("en.json", "/clauses", clauses -> clauses.put("6.1.1", " "));

        assertThat(edition.problems())
                .containsExactlyInAnyOrder(
                        "nl.json /clauses/5.3.3: text missing", "en.json /clauses/6.1.1: text missing");
    }
}
