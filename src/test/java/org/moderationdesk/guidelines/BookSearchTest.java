package org.moderationdesk.guidelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderationdesk.base.Language;

class BookSearchTest {
    private static final BookSearch SEARCH = new BookSearch(new BookReader().read("2020-12"));

    @Test
    void aSectionCodeFindsTheSectionFirstAndThenAllInIt() {
        assertThat(codes("5.3", Language.NL)).containsExactly("5.3", "5.3.1", "5.3.2", "5.3.3", "5.3.c1");
    }

    @Test
    void aClauseCodeFindsTheClauseFirstAndThenItsParts() {
        assertThat(codes("4.1.2", Language.EN)).containsExactly("4.1.2", "4.1.2a", "4.1.2b", "4.1.2c");
    }

    @Test
    void aCodeDoesNotFindALongerNumber() {
        assertThat(codes("8.3.1", Language.EN)).contains("8.3.1").doesNotContain("8.3.10");
        assertThat(codes("1.1.", Language.EN)).contains("1.1.1").doesNotContain("10.1.1", "2.1.1");
    }

    @ParameterizedTest
    @CsvSource({
        "EN,doxxing,doxxing",
        "NL,doxing,doxxing",
        "NL,museum,3.2.c1",
        "EN,museum,3.2.c1",
        "NL,satire,SATIRE",
        "NL,scheldwoord,2.2.1",
        "EN,slur,2.2",
        "EN,stunts,5.3.3",
        "NL,piramidespelen,3.4.2"
    })
    void aWordFindsWhatSpeaksOfIt(Language language, String query, String code) {
        assertThat(codes(query, language)).contains(code);
    }

    @Test
    void caseAndDiacriticsDoNotMatter() {
        assertThat(codes("FINANCIELE", Language.NL))
                .isNotEmpty()
                .isEqualTo(codes("financiële", Language.NL))
                .contains("criminal-organisation");
    }

    @Test
    void allWordsMustOccur() {
        assertThat(codes("weapons museum", Language.EN)).containsExactly("3.2.c1");
        assertThat(codes("weapons xylophone", Language.EN)).isEmpty();
    }

    @Test
    void whatIsCalledSoComesBeforeWhatMerelyMentionsIt() {
        assertThat(codes("grooming", Language.EN)).startsWith("grooming", "8.2");
        assertThat(codes("minor", Language.EN).indexOf("minor"))
                .isLessThan(codes("minor", Language.EN).indexOf("8.4.2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\t"})
    void anEmptyQueryFindsNothing(String query) {
        assertThat(SEARCH.search(query, Language.EN)).isEmpty();
    }

    @Test
    void aHitSaysWhereItStandsAndWhatItSays() {
        assertThat(SEARCH.search("5.3.3", Language.EN).getFirst())
                .isEqualTo(new BookSearch.Hit(
                        "5.3.3", "Dangerous acts", "Dangerous games, challenges or stunts that can lead to injury"));
    }

    @Test
    void aLongTextIsCutBetweenTwoWords() {
        assertThat(SEARCH.search("coordinated-inauthentic-behaviour", Language.EN)
                        .getFirst()
                        .excerpt())
                .hasSizeLessThanOrEqualTo(162)
                .endsWith(" …");
    }

    private static List<String> codes(String query, Language language) {
        return SEARCH.search(query, language).stream().map(BookSearch.Hit::code).toList();
    }
}
