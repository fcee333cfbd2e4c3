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
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One planted fault of book.json for every check, and the place that the reader must name. */
class ShapeFaultsTest {
    // chapter 5 is /chapters/4, its section 5.3 is /sections/2
    private static final String CHAPTER = "/chapters/4";
    private static final String SECTION = CHAPTER + "/sections/2";
    private static final String CLAUSE = SECTION + "/clauses/2";
    private static final String HATEFUL = "/chapters/1/sections/0/clauses/0";

    @TempDir
    private Path home;

    static Stream<Arguments> objects() {
        return Stream.of(
                fault("", root -> root.put("edition", "december 2020"), "/edition: no edition: december 2020"),
                fault("", root -> root.put("colour", "blue"), "/colour: unknown field"),
                fault("", root -> root.remove("chapters"), "/chapters: no chapters"),
                fault(CHAPTER, chapter -> chapter.put("number", 0), CHAPTER + "/number: 0 is not between 1 and 99"),
                fault(CHAPTER, chapter -> chapter.put("number", "5"), CHAPTER + "/number: whole number missing"),
                fault(CHAPTER, chapter -> chapter.put("number", 4), CHAPTER + "/number: 4 stands twice"),
                fault(CHAPTER, chapter -> chapter.put("number", 3), CHAPTER + "/number: 3 stands after 4"),
                fault(CHAPTER, chapter -> chapter.remove("id"), CHAPTER + "/id: text missing"),
                fault(CHAPTER, chapter -> chapter.putArray("sections"), CHAPTER + "/sections: no sections"),
                fault(SECTION, section -> section.put("code", "5.x"), SECTION + "/code: no section code: 5.x"),
                fault(SECTION, section -> section.put("code", "6.3"), SECTION + "/code: 6.3 is not of chapter 5"),
                fault(SECTION, section -> section.put("code", "5.2"), SECTION + "/code: 5.2 stands twice"),
                fault(SECTION, section -> section.put("code", "5.1"), SECTION + "/code: 5.1 stands after 5.2"),
                fault(SECTION, section -> section.remove("id"), SECTION + "/id: text missing"),
                fault(SECTION, section -> section.put("severity", "GRAVE"), SECTION + "/severity: no severity: GRAVE"),
                fault(SECTION, section -> section.remove("severity"), SECTION + "/severity: text missing"),
                fault(SECTION, section -> section.put("prose", "yes"), SECTION + "/prose: neither true nor false"),
                fault(SECTION, section -> section.put("extra", 1), SECTION + "/extra: unknown field"),
                fault(SECTION, section -> section.putArray("clauses"), SECTION + "/clauses: no clauses"),
                fault(SECTION, section -> section.put("clauses", 3), SECTION + "/clauses: not a list"),
                fault(
                        SECTION,
                        section -> section.putArray("referrals").add("POLICE"),
                        SECTION + "/referrals/0: no referral target: POLICE"),
                fault(
                        SECTION,
                        section -> section.putArray("referrals").add("NCMEC").add("NCMEC"),
                        SECTION + "/referrals/1: NCMEC stands twice"),
                fault(
                        SECTION,
                        section -> section.put("referralLine", 197),
                        SECTION + "/referralLine: a line on referrals, but no referral"),
                fault(
                        SECTION,
                        section -> section.put("exceptions", "NEVER"),
                        SECTION + "/exceptions: no exception rule: NEVER"),
                fault(
                        SECTION,
                        section -> section.putArray("refusedWithPicture").add("5.2.1"),
                        SECTION + "/refusedWithPicture: 5.2.1 is not a citable clause of this section"),
                fault(
                        SECTION,
                        section -> section.putArray("responses").add("FINE"),
                        SECTION + "/responses/0: no account response: FINE"),
                fault(
                        SECTION,
                        section -> section.putArray("notes").add("MOOD"),
                        SECTION + "/notes/0: no book note: MOOD"),
                fault(SECTION, section -> section.put("headingLine", 0), SECTION + "/headingLine: 0 is not between"),
                fault(
                        SECTION,
                        section -> section.put("headingLine", 208),
                        SECTION + "/headingLine: line 208 lies before line 209 above it"),
                fault(
                        SECTION,
                        section -> section.putArray("proseLines").add(222).add(221),
                        SECTION + "/proseLines/1: line 221 lies before line 222 above it"),
                fault(CLAUSE, clause -> clause.put("code", "5.3"), CLAUSE + "/code: no clause code: 5.3"),
                fault(CLAUSE, clause -> clause.put("code", "5.3.2"), CLAUSE + "/code: 5.3.2 stands twice"),
                fault(CLAUSE, clause -> clause.put("code", "5.3.1"), CLAUSE + "/code: 5.3.1 stands after 5.3.2"),
                fault(CLAUSE, clause -> clause.put("code", "5.4.1"), CLAUSE + "/code: 5.4.1 is not of section 5.3"),
                fault(
                        CLAUSE,
                        clause -> clause.put("code", "5.3.3a"),
                        CLAUSE + "/code: 5.3.3a is a part and stands outside its clause"),
                fault(CLAUSE, clause -> clause.put("line", -1), CLAUSE + "/line: -1 is not between 1 and 99999"),
                fault(CLAUSE, clause -> clause.put("line", 227.5), CLAUSE + "/line: whole number missing"),
                fault(CLAUSE, clause -> clause.remove("line"), CLAUSE + "/line: whole number missing"),
                fault(
                        CLAUSE,
                        clause -> clause.put("line", 226),
                        CLAUSE + "/line: line 226 lies before line 227 above it"),
                fault(CLAUSE, clause -> clause.put("text", "…"), CLAUSE + "/text: unknown field"),
                fault(
                        HATEFUL + "/parts/4",
                        part -> part.put("code", "2.1.2e"),
                        HATEFUL + "/parts/4/code: 2.1.2e is not a part of 2.1.1"),
                fault(
                        HATEFUL + "/parts/4",
                        part -> part.put("code", "2.1.1d"),
                        HATEFUL + "/parts/4/code: 2.1.1d stands twice"),
                fault(
                        HATEFUL + "/parts/4",
                        part -> part.putArray("parts")
                                .addObject()
                                .put("code", "2.1.1e")
                                .put("line", 87),
                        HATEFUL + "/parts/4/parts: a part has no parts"),
                fault(
                        SECTION + "/carveOuts/0",
                        carveOut -> carveOut.put("code", "5.3.1"),
                        SECTION + "/carveOuts/0/code: no carve-out code: 5.3.1"),
                fault(
                        SECTION + "/carveOuts/0",
                        carveOut -> carveOut.put("code", "5.2.c1"),
                        SECTION + "/carveOuts/0/code: 5.2.c1 is not of section 5.3"),
                fault(
                        SECTION + "/carveOuts/0",
                        carveOut -> carveOut.putArray("covers").add("5.3.9"),
                        SECTION + "/carveOuts/0/covers: 5.3.9 is not a citable clause of this section"),
                fault(
                        SECTION + "/carveOuts/0",
                        carveOut -> carveOut.putArray("covers").add("5.2.1"),
                        SECTION + "/carveOuts/0/covers: 5.2.1 is not a citable clause of this section"),
                fault(
                        SECTION + "/carveOuts/0",
                        carveOut -> carveOut.remove("covers"),
                        SECTION + "/carveOuts/0/covers: covers no clause"),
                fault(
                        "/chapters/2/sections/1/carveOuts/1",
                        carveOut -> carveOut.put("code", "3.2.c1"),
                        "/chapters/2/sections/1/carveOuts/1/code: 3.2.c1 stands twice"),
                fault(
                        "/definitions/0",
                        term -> term.putArray("sections").add("1.9"),
                        "/definitions/0/sections: no section 1.9"),
                fault(
                        "/definitions/0",
                        term -> term.putArray("sections"),
                        "/definitions/0/sections: belongs to no section"),
                fault(
                        "/definitions/1",
                        term -> term.put("id", "incitement-to-violence"),
                        "/definitions/1/id: incitement-to-violence stands twice"),
                fault("/general", general -> general.put("adultAge", 180), "/general/adultAge: 180 is not between"),
                fault("/general", general -> general.remove("adultAge"), "/general/adultAge: whole number missing"),
                fault(
                        "/general/ageRules/0",
                        rule -> rule.put("clause", "8.0.9"),
                        "/general/ageRules/0/clause: no clause 8.0.9"),
                fault(
                        "/general/noteLines",
                        lines -> lines.remove("REGIONAL"),
                        "/general/noteLines/REGIONAL: lines missing"),
                fault("/general/noteLines", lines -> lines.putArray("MOOD"), "/general/noteLines/MOOD: unknown note"));
    }

    static Stream<Arguments> lists() {
        return Stream.of(
                listFault(
                        "/general/grounds",
                        grounds -> grounds.remove(8),
                        "/general/grounds: not the nine general grounds in their order"),
                listFault(
                        "/general/grounds",
                        grounds -> grounds.add("CARVE_OUT"),
                        "/general/grounds: not the nine general grounds in their order"),
                listFault(
                        "/general/reachReasons",
                        reasons -> reasons.remove(1),
                        "/general/reachReasons: UNDER_REVIEW missing"),
                listFault("/general/surfaces", surfaces -> surfaces.remove(0), "/general/surfaces: SEARCH missing"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("objects")
    void aFaultIsFoundAndItsPlaceNamed(String pointer, Consumer<ObjectNode> change, String problem) {
        EditionFolder edition = EditionFolder.in(home).changed("book.json", pointer, change);

        assertThat(edition.problems()).anyMatch(found -> found.startsWith("book.json " + problem));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("lists")
    void aFaultOfAListIsFoundAndItsPlaceNamed(String pointer, Consumer<ArrayNode> change, String problem) {
        EditionFolder edition = EditionFolder.in(home).changedList("book.json", pointer, change);

        assertThat(edition.problems()).containsExactly("book.json " + problem);
    }

    private static Arguments fault(String pointer, Consumer<ObjectNode> change, String problem) {
        return arguments(pointer, change, problem);
    }

    private static Arguments listFault(String pointer, Consumer<ArrayNode> change, String problem) {
        return arguments(pointer, change, problem);
    }
}
