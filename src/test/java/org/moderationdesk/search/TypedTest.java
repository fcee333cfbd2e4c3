package org.moderationdesk.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderationdesk.search.Typed.Part;

/** What can be typed, and how words are made alike. */
final class TypedTest {
    @ParameterizedTest
    @CsvSource({
        "'Café CAFE caf\u0065\u0301', 'cafe cafe cafe'",
        "'ge\u200Bh\u2060ei\u00ADm', geheim",
        "'\u202Ekrow\u202C', krow",
        "'Éénmaal, cöördinatie; IJsland', 'eenmaal coordinatie ijsland'",
        "'l''état c''est moi', 'l etat c est moi'",
        "'ﬁne Straße ＦＵＬＬ', 'fine strasse full'",
        "'ПРИВЕТ Ωμέγα', 'привет ωμεγα'",
        "'<b>bold</b> & 3.5', 'b bold b 3 5'",
        "'🙂!?…', ''"
    })
    void wordsAreFoldedSoThatCaseAccentsAndHiddenCharactersDoNotCount(String text, String folded) {
        assertThat(String.join(" ", FoldedWords.of(text))).isEqualTo(folded);
    }

    @Test
    void aHugeLineEndsSomewhereAndAHugeWordIsCut() {
        assertThat(FoldedWords.of("x".repeat(5_000_000))).containsExactly("x".repeat(FoldedWords.LONGEST_WORD));
        assertThat(FoldedWords.of("ab ".repeat(2_000_000))).hasSizeLessThanOrEqualTo(FoldedWords.LONGEST_TEXT);
    }

    @Test
    void wordsPhrasesBeginningsAndHandlesAreToldApart() throws UnclearWords {
        assertThat(Typed.read("Haircut “lost  BET” viol* @lenz co-op").parts())
                .containsExactly(
                        new Part.Word("haircut"),
                        new Part.Phrase(List.of("lost", "bet")),
                        new Part.Beginning("viol"),
                        new Part.Handle("lenz"),
                        new Part.Phrase(List.of("co", "op")));
    }

    @ParameterizedTest
    @CsvSource({
        "'', NO_WORDS",
        "' ?! ', NO_WORDS",
        "'@', NO_WORDS",
        "'\u200B\u202E', NO_WORDS",
        "'\"\"', NO_WORDS",
        "'one \"two', OPEN_PHRASE",
        "'v*', SHORT_BEGINNING",
        "'a b c d e f g h i j k l m n o p q r s t u', TOO_LONG"
    })
    void whatAsksForNothingSaysWhy(String words, TextAnswer.Why why) {
        assertThatThrownBy(() -> Typed.read(words))
                .isInstanceOfSatisfying(
                        UnclearWords.class, unclear -> assertThat(unclear.why()).isEqualTo(why));
    }

    @Test
    void idsAreFoundAmongTheOthersByTheirHalves() {
        List<UUID> ids = List.of(
                UUID.fromString("01000000-0000-7000-8000-000000000001"),
                UUID.fromString("01000000-0000-7000-b000-000000000001"),
                UUID.fromString("f1000000-0000-7000-8000-000000000001"));
        LongSupplier halves = ids.stream()
                .flatMap(id -> List.of(id.getMostSignificantBits(), id.getLeastSignificantBits()).stream())
                .iterator()::next;

        DecisionIds found = DecisionIds.inOrder(3, halves);

        assertThat(ids).allMatch(id -> found.contains(id.toString()));
        assertThat(found.contains("01000000-0000-7000-9000-000000000001")).isFalse();
        assertThat(found.id(2)).isEqualTo(ids.getLast().toString());
    }
}
