package org.moderationdesk.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderationdesk.items.HostileText.Kind;
import org.moderationdesk.items.HostileText.Piece;
import org.moderationdesk.items.HostileText.Run;

class HostileTextTest {
    @ParameterizedTest
    @CsvSource({
        "202A,BIDI_CONTROL,LRE",
        "202B,BIDI_CONTROL,RLE",
        "202C,BIDI_CONTROL,PDF",
        "202D,BIDI_CONTROL,LRO",
        "202E,BIDI_CONTROL,RLO",
        "2066,BIDI_CONTROL,LRI",
        "2067,BIDI_CONTROL,RLI",
        "2068,BIDI_CONTROL,FSI",
        "2069,BIDI_CONTROL,PDI",
        "200E,BIDI_CONTROL,LRM",
        "200B,ZERO_WIDTH,ZWSP",
        "200C,ZERO_WIDTH,ZWNJ",
        "200D,ZERO_WIDTH,ZWJ",
        "2060,ZERO_WIDTH,WJ",
        "FEFF,ZERO_WIDTH,BOM",
        "FE00,TAG_OR_SELECTOR,U+FE00",
        "FE0F,TAG_OR_SELECTOR,U+FE0F",
        "E0100,TAG_OR_SELECTOR,U+E0100",
        "E0041,TAG_OR_SELECTOR,U+E0041",
        "E0001,TAG_OR_SELECTOR,U+E0001",
        "0000,INVISIBLE,NUL",
        "0008,INVISIBLE,BS",
        "001B,INVISIBLE,ESC",
        "0085,INVISIBLE,U+0085",
        "00AD,INVISIBLE,SHY",
        "034F,INVISIBLE,U+034F",
        "2028,INVISIBLE,U+2028",
        "3164,INVISIBLE,U+3164",
        "2800,INVISIBLE,U+2800",
        "FFF9,INVISIBLE,U+FFF9"
    })
    void whatCannotBeSeenIsNamedInItsPlace(String point, Kind kind, String label) {
        String hidden = Character.toString(Integer.parseInt(point, 16));

        assertThat(HostileText.runs("ab" + hidden + "cd"))
                .containsExactly(
                        new Run(Kind.PLAIN, "ab", 0, 2), new Run(kind, label, 2, 3), new Run(Kind.PLAIN, "cd", 3, 5));
        assertThat(HostileText.hasHidden("ab" + hidden + "cd")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Gewone tekst, met é, ø, ß en €.",
                "Twee\nregels\tmet tab\r\nen nog een",
                "❤️ 👨‍👩‍👧 👍🏽 🏳️‍🌈",
                "مرحبا بالعالم",
                "שלום",
                "สวัสดี",
                "<b>no markup</b> &amp; https://example.org/x",
                "cafe\u0301"
            })
    void honestTextOfAnyScriptIsOnePlainRun(String text) {
        assertThat(HostileText.runs(text)).singleElement().satisfies(run -> {
            assertThat(run.kind()).isEqualTo(Kind.PLAIN);
            assertThat(run.shown()).isEqualTo(text);
        });
    }

    @Test
    void piledMarksBeyondEightAreCounted() {
        String piled = "z" + "\u0336\u0300".repeat(50) + "!";

        assertThat(HostileText.runs(piled))
                .containsExactly(
                        new Run(Kind.PLAIN, "z" + "\u0336\u0300".repeat(4), 0, 9),
                        new Run(Kind.PILED_MARKS, "+92", 9, 101),
                        new Run(Kind.PLAIN, "!", 101, 102));
    }

    @Test
    @Timeout(5)
    void aMillionCharactersComeInPiecesMadeWhenAskedFor() {
        String line = "x".repeat(1_000_000);

        Iterator<Piece> pieces = HostileText.pieces(line).iterator();
        Piece first = pieces.next();

        assertThat(first.to()).isEqualTo(HostileText.PIECE);
        int pieceCount = 1;
        int shown = first.to();
        while (pieces.hasNext()) {
            Piece next = pieces.next();
            assertThat(next.from()).isEqualTo(shown);
            shown = next.to();
            pieceCount++;
        }
        assertThat(shown).isEqualTo(1_000_000);
        assertThat(pieceCount).isEqualTo(500);
    }

    @Test
    void theFirstPieceOfAMonsterCostsNoMoreThanOfANote() {
        String monster = "woord ".repeat(3_000_000);

        long from = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            assertThat(HostileText.pieces(monster).iterator().next().runs()).hasSize(1);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void piecesEndAtSpacesAndTogetherHoldTheWholeText() {
        String text = "een twee drie vier\n".repeat(2_000) + "\uD83D\uDE00\u202E".repeat(3_000);

        StringBuilder whole = new StringBuilder();
        int at = 0;
        for (Piece piece : HostileText.pieces(text)) {
            assertThat(piece.from()).isEqualTo(at);
            at = piece.to();
            whole.append(piece.runs().stream()
                    .map(run -> run.kind() == Kind.PLAIN ? run.shown() : "\u202E")
                    .collect(Collectors.joining()));
        }
        assertThat(whole.toString()).isEqualTo(text);
        assertThat(HostileText.pieces(text).iterator().next().runs().getLast().shown())
                .endsWith("\n");
    }

    @Test
    @Timeout(5)
    void aMillionPiledMarksAreOneCount() {
        List<Run> runs = HostileText.runs("a" + "\u0300".repeat(1_000_000));

        assertThat(runs).hasSize(2);
        assertThat(runs.getLast().shown()).isEqualTo("+999992");
    }

    @Test
    void halfAPairIsShownByItsNumber() {
        assertThat(HostileText.runs("a\uD800b").get(1)).isEqualTo(new Run(Kind.INVISIBLE, "U+D800", 1, 2));
    }

    @Test
    void firstWordsAreOneLineWithoutHiddenCharacters() {
        assertThat(HostileText.firstWords("  een\n\n twee\u202E drie\u0000 ", 40))
                .isEqualTo("een twee drie");
        assertThat(HostileText.firstWords("abcdefghij", 5)).isEqualTo("abcd…");
        assertThat(HostileText.firstWords("abcde", 5)).isEqualTo("abcde");
        assertThat(HostileText.firstWords("", 5)).isEmpty();
    }

    @Test
    void aHandleThatMixesScriptsOrPretendsToBeLatinGetsAHint() {
        assertThat(LookAlike.ofHandle("@bаkkerij"))
                .hasValueSatisfying(
                        hint -> { // the second letter is Cyrillic
                            assertThat(hint.scripts()).containsExactly("Cyrillic", "Latin");
                            assertThat(hint.looksLike()).isEqualTo("bakkerij");
                        });
        assertThat(LookAlike.ofHandle("@аре"))
                .hasValueSatisfying(
                        hint -> { // all Cyrillic
                            assertThat(hint.scripts()).containsExactly("Cyrillic");
                            assertThat(hint.looksLike()).isEqualTo("ape");
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"@bakkerij_dekorst", "@café.zoë", "@Привет_мир", "@東京タワー", "@سلام"})
    void anHonestHandleGetsNone(String handle) {
        assertThat(LookAlike.ofHandle(handle)).isEmpty();
    }

    @Test
    void anAddressIsJudgedByTheHostItReallyNames() {
        assertThat(LookAlike.host("https://bank.example@elsewhere.example/bank"))
                .contains("elsewhere.example");
        assertThat(LookAlike.ofUrl("https://exаmple.org/x")).isPresent();
        assertThat(LookAlike.ofUrl("https://xn--exmple-4nf.org/x")).isPresent();
        assertThat(LookAlike.ofUrl("https://example.org/exаmple")).isEmpty();
        assertThat(LookAlike.ofUrl("no address")).isEmpty();
    }
}
