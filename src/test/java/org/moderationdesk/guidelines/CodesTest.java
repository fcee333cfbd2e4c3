package org.moderationdesk.guidelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {
    @Test
    void clausesStandInBookOrderAndNotInTheOrderOfLetters() {
        List<ClauseCode> inBook = codes("2.1.1", "2.1.1a", "2.1.1b", "2.1.2", "8.3.9", "8.3.10", "9.4.1", "10.1.1");
        List<ClauseCode> shuffled = new ArrayList<>(inBook);
        Collections.reverse(shuffled);

        Collections.sort(shuffled);

        assertThat(shuffled).isEqualTo(inBook);
    }

    @Test
    void sectionsAndCarveOutsOfTheTenthChapterComeLast() {
        assertThat(new SectionCode("10.1")).isGreaterThan(new SectionCode("9.4"));
        assertThat(new CarveOutCode("10.1.c1")).isGreaterThan(new CarveOutCode("9.4.c2"));
        assertThat(new CarveOutCode("9.4.c10")).isGreaterThan(new CarveOutCode("9.4.c2"));
    }

    @Test
    void aCodeKnowsItsSectionAndItsChapter() {
        assertThat(new ClauseCode("10.1.3").section()).isEqualTo(new SectionCode("10.1"));
        assertThat(new ClauseCode("2.1.1a").section()).isEqualTo(new SectionCode("2.1"));
        assertThat(new CarveOutCode("3.2.c1").section()).isEqualTo(new SectionCode("3.2"));
        assertThat(new SectionCode("10.1").chapter()).isEqualTo(10);
    }

    @Test
    void aPartKnowsItsWhole() {
        assertThat(new ClauseCode("4.1.2c").whole()).isEqualTo(new ClauseCode("4.1.2"));
        assertThat(new ClauseCode("4.1.2").whole()).isEqualTo(new ClauseCode("4.1.2"));
    }

    @Test
    void aCodeIsWrittenAsItsValue() {
        assertThat(new ClauseCode("5.3.3")).hasToString("5.3.3");
        assertThat(new SectionCode("5.3")).hasToString("5.3");
        assertThat(new CarveOutCode("5.3.c1")).hasToString("5.3.c1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "5.3", "5.3.", "5.3.3A", "5.3.3ab", "5.3.c1", "5.33.1", "100.1.1", " 5.3.3", "5.3.3\n", "٥.٣.٣"
            })
    void whatIsNotAClauseCodeIsNoneAndCannotBeMade(String text) {
        assertThat(ClauseCode.parse(text)).isEmpty();
        assertThatThrownBy(() -> new ClauseCode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "5.", "5.33", "5.3.3", "a.b"})
    void whatIsNotASectionCodeIsNoneAndCannotBeMade(String text) {
        assertThat(SectionCode.parse(text)).isEmpty();
        assertThatThrownBy(() -> new SectionCode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3.2", "3.2.1", "3.2.c", "3.2.C1", "3.2.c123"})
    void whatIsNotACarveOutCodeIsNoneAndCannotBeMade(String text) {
        assertThat(CarveOutCode.parse(text)).isEmpty();
        assertThatThrownBy(() -> new CarveOutCode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void severityIsRaisedOneStepAndNotPastTheHighest() {
        assertThat(Severity.LOW.raised()).isEqualTo(Severity.MEDIUM);
        assertThat(Severity.HIGH.raised()).isEqualTo(Severity.CRITICAL);
        assertThat(Severity.CRITICAL.raised()).isEqualTo(Severity.CRITICAL);
    }

    private static List<ClauseCode> codes(String... codes) {
        return List.of(codes).stream().map(ClauseCode::new).toList();
    }
}
