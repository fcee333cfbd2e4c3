package org.moderationdesk.guidelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderationdesk.base.Language;

class BookTest {
    private static final int NARROW_ROW = 100;

    private static final Book BOOK = new BookReader().read("2020-12");

    @ParameterizedTest
    @CsvSource({"5.3,5.3", "5.3.3,5.3", "2.1.1,2.1", "2.1.1a,2.1", "10.1.4,10.1", "8.0.1,8.0"})
    void aReportNamesASectionByItsCodeOrByAClause(String named, String section) {
        assertThat(BOOK.sectionNamed(named)).contains(new SectionCode(section));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "5.9", "5.3.99", "5.3.c1", "11.1", "bullying", " 5.3"})
    void aCodeThatTheEditionLacksIsNeverGuessed(String named) {
        assertThat(BOOK.sectionNamed(named)).isEmpty();
    }

    @Test
    void aClauseWithPartsIsNotCitedButItsPartsAre() {
        Clause whole = BOOK.clause(new ClauseCode("4.1.1")).orElseThrow();

        assertThat(whole.citable()).isFalse();
        assertThat(BOOK.rules()).doesNotContain(whole).containsAll(whole.parts());
        assertThat(BOOK.clause(new ClauseCode("4.1.1d")))
                .hasValueSatisfying(part -> assertThat(part.citable()).isTrue());
    }

    @ParameterizedTest
    @CsvSource({
        "CRITICAL,8.1 8.2 8.3",
        "HIGH,1.1 1.2 5.1 5.2 6.3 7.1 8.4 8.5 8.6",
        "MEDIUM,2.1 2.2 2.3 3.1 3.2 3.3 4.1 5.3 6.1 6.2 7.2 8.0 9.2 9.3",
        "LOW,3.4 3.5 3.6 9.1 9.4 10.1"
    })
    void eachSectionHasTheSeverityThatTheDecisionRulesGiveIt(Severity severity, String sections) {
        assertThat(BOOK.sections().stream()
                        .filter(section -> section.severity() == severity)
                        .map(section -> section.code().value()))
                .containsExactly(sections.split(" "));
    }

    @Test
    void onlyTwoCarveOutsBelongToTheClauseItself() {
        assertThat(BOOK.sections().stream()
                        .flatMap(section -> section.carveOuts().stream())
                        .filter(CarveOut::partOfClause)
                        .map(carveOut -> carveOut.code().value()))
                .containsExactly("8.3.c1", "8.5.c1");
    }

    @Test
    void criticismOfAPublicFigureNeverExcusesAWishForHarm() {
        CarveOut criticism = BOOK.carveOut(new CarveOutCode("6.1.c1")).orElseThrow();

        assertThat(criticism.covers()).contains(new ClauseCode("6.1.1")).doesNotContain(new ClauseCode("6.1.6"));
    }

    @Test
    void selfHarmInAPictureIsNeverExcusedButInWordsItCanBe() {
        Section selfHarm = BOOK.section(new SectionCode("5.2")).orElseThrow();

        assertThat(selfHarm.exceptionOn(new ClauseCode("5.2.1"), true)).isEqualTo(ExceptionRule.REFUSED);
        assertThat(selfHarm.exceptionOn(new ClauseCode("5.2.1"), false)).isEqualTo(ExceptionRule.ALLOWED);
        assertThat(selfHarm.exceptionOn(new ClauseCode("5.2.2"), true)).isEqualTo(ExceptionRule.ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1", "1.2", "6.2", "9.3"})
    void anExceptionThatWaitsForASecondPersonSaysSo(String code) {
        assertThat(BOOK.section(new SectionCode(code)).map(Section::exceptions)).contains(ExceptionRule.SECOND_PERSON);
    }

    @Test
    void theAgeLimitsAreThoseOfTheText() {
        assertThat(BOOK.general().adultAge()).isEqualTo(18);
        assertThat(BOOK.general().ageRules())
                .containsExactly(
                        new AgeRule(new ClauseCode("8.0.2"), 16, true),
                        new AgeRule(new ClauseCode("8.0.3"), 16, true),
                        new AgeRule(new ClauseCode("8.0.4"), 18, false));
    }

    @Test
    void accountMeasuresComeFromTheSectionElseItsChapterElseTheBook() {
        assertThat(BOOK.responses(new SectionCode("9.2"))).contains(AccountResponse.PROFILE_CHANGE);
        assertThat(BOOK.responses(new SectionCode("9.1"))).containsExactly(AccountResponse.BAN);
        assertThat(BOOK.responses(new SectionCode("5.3")))
                .isEqualTo(BOOK.general().responses());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyRuleFitsANarrowRow(Language language) {
        BookWords words = BOOK.words(language);

        assertThat(BOOK.rules())
                .allSatisfy(
                        rule -> assertThat(words.text(rule.code())).isNotBlank().hasSizeLessThanOrEqualTo(NARROW_ROW));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyGeneralGroundAsksTwoOrThreeQuestions(Language language) {
        BookWords words = BOOK.words(language);

        assertThat(ExceptionGround.general())
                .allSatisfy(ground -> assertThat(words.questions(ground)).hasSizeBetween(2, 3));
        assertThat(words.questions(ExceptionGround.CARVE_OUT)).isEmpty();
    }

    @Test
    void noRuleReadsTheSameInDutchAsInEnglish() {
        BookWords dutch = BOOK.words(Language.NL);
        BookWords english = BOOK.words(Language.EN);

        assertThat(BOOK.rules().stream().map(Clause::code).filter(code -> dutch.text(code)
                        .equals(english.text(code))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noTextRaisesItsVoice(Language language) {
        BookWords words = BOOK.words(language);
        List<String> texts = Stream.of(
                        BOOK.rules().stream().map(rule -> words.text(rule.code())),
                        BOOK.sections().stream().map(section -> words.about(section.code())),
                        words.definitions().stream().map(Definition::meaning))
                .flatMap(stream -> stream)
                .toList();

        assertThat(texts).hasSizeGreaterThan(180).noneMatch(text -> text.contains("!"));
    }

    @Test
    void wordsForACodeOfAnotherEditionAreAskedForInVain() {
        assertThatThrownBy(() -> BOOK.words(Language.NL).text(new ClauseCode("5.3.9")))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("5.3.9");
    }
}
