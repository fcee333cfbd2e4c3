package org.moderationdesk.guidelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** One planted fault of the words for every check, in either language, and the place that the reader must name. */
class WordFaultsTest {
    @TempDir
    private Path home;

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("", root -> root.put("edition", "2021-01"), "/edition: 2021-01 where 2020-12 is expected"),
                fault("", root -> root.put("language", "fr"), "/language: fr where"),
                fault("", root -> root.remove("language"), "/language: text missing"),
                fault("", root -> root.put("author", "x"), "/author: unknown field"),
                fault("", root -> root.put("clauses", "none"), "/clauses: not an object"),
                fault("/chapters", all -> all.remove("7"), "/chapters/7/title: text missing"),
                fault("/chapters", all -> all.putObject("11"), "/chapters/11: not in this edition"),
                fault("/chapters/3", words -> words.remove("about"), "/chapters/3/about: text missing"),
                fault(
                        "/chapters/9",
                        words -> words.remove("accountMeasures"),
                        "/chapters/9/accountMeasures: text missing"),
                fault(
                        "/chapters/10",
                        words -> words.put("accountMeasures", "…"),
                        "/chapters/10/accountMeasures: text for something that the edition does not say here"),
                fault("/sections", all -> all.remove("5.3"), "/sections/5.3/title: text missing"),
                fault("/sections", all -> all.putObject("5.4"), "/sections/5.4: not in this edition"),
                fault("/sections/5.3", words -> words.remove("about"), "/sections/5.3/about: text missing"),
                fault("/sections/5.3", words -> words.put("stem", ""), "/sections/5.3/stem: text missing"),
                fault("/sections/5.3", words -> words.put("icon", "x"), "/sections/5.3/icon: unknown field"),
                fault("/sections/8.1", words -> words.remove("refused"), "/sections/8.1/refused: text missing"),
                fault("/sections/6.2", words -> words.remove("refused"), "/sections/6.2/refused: text missing"),
                fault("/sections/5.2", words -> words.remove("refused"), "/sections/5.2/refused: text missing"),
                fault(
                        "/sections/5.3",
                        words -> words.put("refused", "…"),
                        "/sections/5.3/refused: text for something that the edition does not say here"),
                fault(
                        "/sections/4.1",
                        words -> words.remove("referralWhen"),
                        "/sections/4.1/referralWhen: text missing"),
                fault(
                        "/sections/4.1",
                        words -> words.put("accountMeasures", "…"),
                        "/sections/4.1/accountMeasures: text for something that the edition does not say here"),
                fault("/clauses", all -> all.remove("5.3.3"), "/clauses/5.3.3: text missing"),
                fault("/clauses", all -> all.remove("2.1.1a"), "/clauses/2.1.1a: text missing"),
                fault("/clauses", all -> all.remove("8.6.2"), "/clauses/8.6.2: text missing"),
                fault("/clauses", all -> all.put("5.3.3", "  "), "/clauses/5.3.3: text missing"),
                fault("/clauses", all -> all.put("5.3.3", 7), "/clauses/5.3.3: not a text"),
                fault("/clauses", all -> all.put("5.3.3", "stunts "), "/clauses/5.3.3: spaces around the text"),
                fault(
                        "/clauses",
                        all -> all.put("5.3.3", "x".repeat(2_001)),
                        "/clauses/5.3.3: longer than 2000 characters"),
                fault("/clauses", all -> all.put("5.3.4", "stunts"), "/clauses/5.3.4: not in this edition"),
                fault("/clauses", all -> all.put("a/b~c", "stunts"), "/clauses/a~1b~0c: not in this edition"),
                fault("/carveOuts", all -> all.remove("3.2.c4"), "/carveOuts/3.2.c4/text: text missing"),
                fault("/carveOuts", all -> all.putObject("3.2.c5"), "/carveOuts/3.2.c5: not in this edition"),
                fault(
                        "/carveOuts/3.2.c4",
                        words -> words.putArray("questions"),
                        "/carveOuts/3.2.c4/questions: fewer than 1"),
                fault(
                        "/carveOuts/3.2.c4",
                        words -> words.putArray("questions").add(""),
                        "/carveOuts/3.2.c4/questions/0: text missing"),
                fault("/grounds", all -> all.remove("SATIRE"), "/grounds/SATIRE/name: text missing"),
                fault("/grounds", all -> all.putObject("HUMOUR"), "/grounds/HUMOUR: not in this edition"),
                fault("/grounds/SATIRE", words -> words.remove("meaning"), "/grounds/SATIRE/meaning: text missing"),
                fault(
                        "/grounds/SATIRE",
                        words -> words.putArray("questions").add("Who?"),
                        "/grounds/SATIRE/questions: fewer than 2"),
                fault("/referrals", all -> all.remove("NCMEC"), "/referrals/NCMEC: text missing"),
                fault("/referrals", all -> all.put("PRESS", "x"), "/referrals/PRESS: not in this edition"),
                fault("/notes", all -> all.remove("SYNTHETIC"), "/notes/SYNTHETIC: text missing"),
                fault("/reachReasons", all -> all.remove("SPAM"), "/reachReasons/SPAM: text missing"),
                fault("/surfaces", all -> all.remove("SEARCH"), "/surfaces/SEARCH: text missing"),
                fault("/responses", all -> all.remove("BAN"), "/responses/BAN: text missing"),
                fault("/definitions", all -> all.remove("slur"), "/definitions/slur/term: text missing"),
                fault("/definitions", all -> all.putObject("dog"), "/definitions/dog: not in this edition"),
                fault(
                        "/definitions/slur",
                        words -> words.remove("meaning"),
                        "/definitions/slur/meaning: text missing"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("faults")
    void aFaultOfTheDutchWordsIsFoundAndItsPlaceNamed(String pointer, Consumer<ObjectNode> change, String problem) {
        EditionFolder edition = EditionFolder.in(home).changed("nl.json", pointer, change);

        assertThat(edition.problems()).anyMatch(found -> found.startsWith("nl.json " + problem));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("faults")
    void aFaultOfTheEnglishWordsIsFoundAndItsPlaceNamed(String pointer, Consumer<ObjectNode> change, String problem) {
        EditionFolder edition = EditionFolder.in(home).changed("en.json", pointer, change);

        assertThat(edition.problems()).anyMatch(found -> found.startsWith("en.json " + problem));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pointCounts")
    void aPointThatOneLanguageLacksIsFound(String id) {
        EditionFolder edition = EditionFolder.in(home)
                .changedList("nl.json", "/definitions/" + id + "/points", points -> points.remove(0));

        assertThat(edition.problems())
                .containsExactly("nl.json /definitions/" + id + "/points: another number of points than in en.json");
    }

    static Stream<String> pointCounts() {
        return Stream.of("hateful-behaviour", "grooming");
    }

    private static Arguments fault(String pointer, Consumer<ObjectNode> change, String problem) {
        return arguments(pointer, change, problem);
    }
}
