package org.moderationdesk.items.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TextPiecesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "one\ntwo\r\nthree\n",
                "\n\n\n",
                "emoji \uD83D\uDE00 and \uD83D\uDC69\u200D\uD83D\uDCBB here",
                "hidden \u202Eright\u202C and \u200Bzero",
                "see https://example.org/a and www.example.net now"
            })
    void everyCodePointOfTheTextStandsInItsPlace(String text) {
        List<TextPiece> pieces = TextPieces.of(text);

        assertThat(rebuilt(text, pieces)).isEqualTo(text);
    }

    @Test
    void aLongLineBreaksBetweenWordsAndNothingIsLost() {
        String text = "word ".repeat(2_000) + "\uD83D\uDE00".repeat(3_000);

        List<TextPiece> pieces = TextPieces.of(text);

        assertThat(rebuilt(text, pieces)).isEqualTo(text);
        assertThat(pieces).hasSizeGreaterThan(10);
        assertThat(pieces.getFirst().spoken()).endsWith("word ");
        assertThat(pieces)
                .allSatisfy(piece -> assertThat(piece.to() - piece.from()).isLessThanOrEqualTo(600));
    }

    @Test
    void manyHiddenCharactersDoNotStandInOneRow() {
        List<TextPiece> pieces = TextPieces.of("\u200B\u202E".repeat(5_000));

        assertThat(pieces).allSatisfy(piece -> assertThat(piece.runs()).hasSizeLessThanOrEqualTo(50));
    }

    @Test
    void hiddenCharactersAreBoxesWithTheirNames() {
        TextPiece piece = TextPieces.of("a\u202Eb").getFirst();

        assertThat(piece.runs())
                .containsExactly(
                        new ShownRun(ShownRun.Kind.WORDS, 0, 1, "a"),
                        new ShownRun(ShownRun.Kind.BOX, 1, 2, "RLO"),
                        new ShownRun(ShownRun.Kind.WORDS, 2, 3, "b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://good.example@evil.example/login",
                "https://user:pw@evil.example:8443/?q=https://good.example",
                "HTTPS://EVIL.example\\@good.example",
                "www.evil.example#good.example"
            })
    void aLinkSaysTheHostThatItReallyLeadsTo(String link) {
        assertThat(LinkHosts.host(link)).map(String::toLowerCase).contains(host(link));
        assertThat(TextPieces.of("go to " + link + " now").getFirst().runs())
                .anySatisfy(run -> assertThat(run.kind()).isEqualTo(ShownRun.Kind.HOST));
    }

    @Test
    void aHostInLettersThatLookLatinIsSaidInAscii() {
        assertThat(LinkHosts.host("https://\u0430pple.example/")).contains("xn--pple-43d.example");
    }

    private static String host(String link) {
        return link.startsWith("www") ? "www.evil.example" : "evil.example";
    }

    /** The text put together again from what stands in the pieces; line ends are what lies between them. */
    private static String rebuilt(String text, List<TextPiece> pieces) {
        var out = new StringBuilder();
        int at = 0;
        for (TextPiece piece : pieces) {
            assertThat(piece.from()).isGreaterThanOrEqualTo(at);
            out.append(cut(text, at, piece.from()).replaceAll("[^\\r\\n]", "?"));
            int inside = piece.from();
            for (ShownRun run : piece.runs()) {
                assertThat(run.from()).isEqualTo(inside);
                inside = run.to();
                String source = cut(text, run.from(), run.to());
                if (run.kind() == ShownRun.Kind.WORDS) {
                    assertThat(run.shown()).isEqualTo(source);
                }
                out.append(source);
            }
            assertThat(inside).isEqualTo(piece.to());
            at = piece.to();
        }
        return out.append(cut(text, at, text.codePointCount(0, text.length()))).toString();
    }

    private static String cut(String text, int from, int to) {
        int start = text.offsetByCodePoints(0, from);
        return text.substring(start, text.offsetByCodePoints(start, to - from));
    }
}
