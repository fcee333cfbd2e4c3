package org.moderationdesk.editions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.moderationdesk.base.Language;
import org.moderationdesk.editions.Change.How;
import org.moderationdesk.editions.Change.What;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.EditionFiles;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class BookChangesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final EditionFiles FILES = new BookReader().files(ExampleEdition.folder());
    private static final Book SHIPPED = new BookReader().read("2020-12");
    private static final Book EXAMPLE = ExampleEdition.book();

    @Test
    void theExampleIsToldClauseByClause() {
        assertThat(BookChanges.between(SHIPPED, EXAMPLE).stream().map(BookChangesTest::told))
                .containsExactly(
                        "GENERAL CHANGED INTRODUCTION->INTRODUCTION TEXT []",
                        "TERM CHANGED dangerous-act->dangerous-act MEANING [5.3.1, 5.3.2, 5.3.3]",
                        "CARVE_OUT CHANGED 3.2.c1->3.2.c1 TEXT [3.2.1]",
                        "SECTION CHANGED 4.1->4.1 EXCEPTIONS"
                                + " [4.1.1a, 4.1.1b, 4.1.1c, 4.1.1d, 4.1.2a, 4.1.2b, 4.1.2c]",
                        "CLAUSE CHANGED 5.3.3->5.3.3 TEXT [5.3.3]",
                        "CLAUSE ADDED ->5.3.4 TEXT []",
                        "CLAUSE REMOVED 6.1.4-> TEXT [6.1.4]",
                        "CARVE_OUT CHANGED 6.1.c1->6.1.c1 COVERS [6.1.4]",
                        "CLAUSE ADDED ->9.1.2 TEXT []",
                        "CLAUSE MOVED 9.1.2->9.1.3  []",
                        "CLAUSE MOVED 9.1.3->9.1.4  []",
                        "CLAUSE MOVED 9.1.4->9.1.5  []");
        assertThat(BookChanges.between(EXAMPLE, EXAMPLE)).isEmpty();
    }

    private static String told(Change change) {
        String parts = String.join(
                " ",
                change.parts().stream().map(part -> part.of().name()).distinct().toList());
        return change.what() + " " + change.how() + " " + change.was() + "->" + change.code() + " " + parts + " "
                + change.touches();
    }

    static Stream<Arguments> planted() {
        return Stream.of(
                planted(
                        "nl",
                        "/clauses",
                        (o, _) -> o.put("5.3.1", "Iets heel anders"),
                        What.CLAUSE,
                        "5.3.1",
                        "TEXT",
                        "5.3.1"),
                planted(
                        "en",
                        "/clauses",
                        (o, _) -> o.put("2.1.1", "Another head for its parts"),
                        What.CLAUSE,
                        "2.1.1",
                        "TEXT",
                        "2.1.1a"),
                planted("en", "/sections/5.3", (o, _) -> o.put("stem", "Never:"), What.SECTION, "5.3", "STEM", "5.3.4"),
                planted(
                        "nl",
                        "/sections/5.3",
                        (o, _) -> o.put("title", "Waagstukken"),
                        What.SECTION,
                        "5.3",
                        "TITLE",
                        ""),
                planted(
                        "nl",
                        "/sections/1.1",
                        (o, _) -> o.put("referralWhen", "Altijd."),
                        What.SECTION,
                        "1.1",
                        "REFERRAL_WHEN",
                        "1.1.5"),
                planted("nl", "/chapters/5", (o, _) -> o.put("about", "Iets anders."), What.CHAPTER, "5", "ABOUT", ""),
                planted(
                        "en",
                        "/carveOuts/5.3.c1",
                        (o, _) -> o.put("text", "Done by circus people"),
                        What.CARVE_OUT,
                        "5.3.c1",
                        "TEXT",
                        "5.3.2"),
                planted(
                        "en",
                        "/grounds/SATIRE",
                        (o, _) -> o.put("meaning", "It is a joke."),
                        What.GENERAL,
                        "SATIRE",
                        "MEANING",
                        ""),
                planted(
                        "nl",
                        "/definitions/slur",
                        (o, _) -> o.put("term", "Schimpnaam"),
                        What.TERM,
                        "slur",
                        "NAME",
                        ""),
                planted("nl", "/surfaces", (o, _) -> o.put("SEARCH", "Zoeken"), What.GENERAL, "SEARCH", "TEXT", ""),
                planted("book", "/general", (o, _) -> o.put("adultAge", 19), What.GENERAL, "", "ADULT_AGE", ""),
                planted("book", "/general/ageRules/0", (o, _) -> o.put("under", 15), What.GENERAL, "", "AGES", "8.0.2"),
                planted(
                        "book",
                        "/chapters/4/sections/2",
                        (o, _) -> o.put("severity", "HIGH"),
                        What.SECTION,
                        "5.3",
                        "SEVERITY",
                        ""),
                planted(
                        "book",
                        "/chapters/4/sections/2/carveOuts/0",
                        (o, _) -> ((ArrayNode) o.get("covers")).remove(0),
                        What.CARVE_OUT,
                        "5.3.c1",
                        "COVERS",
                        "5.3.1"),
                planted(
                        "book",
                        "/chapters/0/sections/0",
                        (o, _) -> o.putArray("referrals")
                                .add("JUDICIAL_AUTHORITY")
                                .add("EMERGENCY_SERVICES"),
                        What.SECTION,
                        "1.1",
                        "REFERRALS",
                        "1.1.1"),
                planted(
                        "book",
                        "/chapters/4/sections/2",
                        (o, words) -> {
                            o.put("exceptions", "REFUSED");
                            words.forEach(
                                    (_, text) -> ((ObjectNode) text.at("/sections/5.3")).put("refused", "Nooit."));
                        },
                        What.SECTION,
                        "5.3",
                        "EXCEPTIONS",
                        "5.3.1"));
    }

    private static Arguments planted(
            String file,
            String pointer,
            BiConsumer<ObjectNode, Map<Language, ObjectNode>> change,
            What what,
            String place,
            String part,
            String touched) {
        return arguments(file, pointer, change, what, place, part, touched);
    }

    @ParameterizedTest
    @MethodSource("planted")
    void aDifferenceInAnyFileIsFound(
            String file,
            String pointer,
            BiConsumer<ObjectNode, Map<Language, ObjectNode>> change,
            What what,
            String place,
            String part,
            String touched) {
        ObjectNode shape = (ObjectNode) JSON.readTree(FILES.shape());
        Map<Language, ObjectNode> words = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            words.put(language, (ObjectNode) JSON.readTree(FILES.words(language)));
        }
        ObjectNode root = Language.tagged(file).map(words::get).orElse(shape);
        change.accept((ObjectNode) root.at(JsonPointer.compile(pointer)), words);
        Map<Language, String> texts = new EnumMap<>(Language.class);
        words.forEach((language, text) -> texts.put(language, JSON.writeValueAsString(text)));
        Book changed = new BookReader().read(new EditionFiles(JSON.writeValueAsString(shape), texts));

        List<Change> found = BookChanges.between(EXAMPLE, changed);

        assertThat(found).hasSize(1).first().satisfies(one -> {
            assertThat(one.what()).isEqualTo(what);
            assertThat(one.how()).isEqualTo(How.CHANGED);
            assertThat(one.place()).isEqualTo(place);
            assertThat(one.parts()).extracting(each -> each.of().name()).contains(part);
            assertThat(one.touches().stream().map(ClauseCode::value).anyMatch(touched::equals))
                    .isEqualTo(!touched.isEmpty());
        });
    }

    @Test
    void aClauseThatMovesAndIsRewordedALittleIsTheSameOne() {
        Map<Language, String> words = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            words.put(
                    language,
                    FILES.words(language)
                            .replace("6.1.6\": \"", "6.1.7\": \"")
                            .replace("public figures included", "public figures too")
                            .replace("ook aan publieke figuren", "ook publieke figuren"));
        }
        Book moved = new BookReader()
                .read(new EditionFiles(FILES.shape().replace("\"code\": \"6.1.6\"", "\"code\": \"6.1.7\""), words));

        List<Change> found = BookChanges.between(EXAMPLE, moved);

        assertThat(found).first().satisfies(one -> {
            assertThat(one.how()).isEqualTo(How.MOVED);
            assertThat(one.was() + " " + one.code()).isEqualTo("6.1.6 6.1.7");
            assertThat(one.touches()).extracting(ClauseCode::value).containsExactly("6.1.6");
        });
    }

    @Test
    void wordsAreKeptAsFarAsTheyCanBe() {
        List<WordPiece> pieces = WordPiece.between("one red kite up high", "one blue kite up there high");

        assertThat(pieces)
                .containsExactly(
                        new WordPiece(WordPiece.Kind.KEPT, "one "),
                        new WordPiece(WordPiece.Kind.TAKEN_OUT, "red "),
                        new WordPiece(WordPiece.Kind.PUT_IN, "blue "),
                        new WordPiece(WordPiece.Kind.KEPT, "kite up "),
                        new WordPiece(WordPiece.Kind.PUT_IN, "there "),
                        new WordPiece(WordPiece.Kind.KEPT, "high"));
        assertThat(WordPiece.between("It ends here.", "It ends here, or there.").stream()
                        .map(piece -> piece.kind() + ":" + piece.text()))
                .containsExactly("KEPT:It ends here", "PUT_IN:, or there", "KEPT:.");
        assertThat(WordPiece.between("to walk", "to run").get(1).gap(true)).isEqualTo(" ");
        assertThat(WordPiece.between("", "new")).containsExactly(new WordPiece(WordPiece.Kind.PUT_IN, "new"));
        assertThat(WordPiece.between("", "")).isEmpty();
        assertThat(WordPiece.likeness("a b", "c d")).isZero();
    }

    @Test
    void wordsOfWhatOnlyAnEarlierEditionHasAreStillThere() {
        Book desk = EXAMPLE.remembering(List.of(SHIPPED));
        var gone = new ClauseCode("6.1.4");

        assertThat(desk.clause(gone)).isEmpty();
        assertThat(desk.words(Language.EN).text(gone)).contains("duet");
        assertThat(desk.words(Language.EN).text(new ClauseCode("5.3.3"))).contains("wheels");
        assertThat(Optional.ofNullable(desk.rules()).orElseThrow()).hasSameSizeAs(EXAMPLE.rules());
    }
}
