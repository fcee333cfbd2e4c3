package org.moderationdesk.referrals.ncmec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.referrals.ncmec.Samples.Invalid;

class ValidatorTest {
    private static final Outline OUTLINE = Outline.read();

    private final Validator validator = new Validator(OUTLINE, Samples.CLOCK, Set.of());

    @ParameterizedTest
    @ValueSource(strings = {"report", "least", "batch", "file", "batch-file"})
    void whatNcmecWouldTakePasses(String document) {
        assertThat(check(document, Samples.document(document))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void oneFaultIsFoundAtItsFieldAndNothingElseIs(Invalid invalid) {
        assertThat(check(invalid.document(), invalid.element())).singleElement().satisfies(fault -> {
            assertThat(fault.path()).isEqualTo(invalid.path());
            assertThat(fault.rule()).isEqualTo(invalid.rule());
        });
    }

    @Test
    void everyRuleHasADocumentThatBreaksIt() {
        Set<Rule> broken = Samples.invalid().stream().map(Invalid::rule).collect(Collectors.toSet());

        assertThat(Samples.invalid()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(broken).containsAll(EnumSet.complementOf(EnumSet.of(Rule.BATCH_ONE_FILE, Rule.REFUSED_BY_SCHEMA)));
    }

    @Test
    void aBatchHasOneFileAtMostAndItsFaultsNameTheFile() {
        Element file = Samples.document("batch-file");

        assertThat(validator.check(Samples.document("batch"), List.of(file, Samples.document("file"))))
                .extracting(Fault::path, Fault::rule)
                .contains(
                        tuple("fileDetails[2]", Rule.BATCH_ONE_FILE),
                        tuple("fileDetails[2]/locationOfFile", Rule.NOT_IN_BATCH));
        assertThat(validator.check(Samples.document("batch"), List.of(file))).isEmpty();
    }

    @Test
    void whatTheOperatorsSchemaHasBeyondOursMayBeSent() {
        var newer = new Validator(OUTLINE, Samples.CLOCK, Set.of("informational", "ageAssertionDiscrepancy"));
        for (Invalid invalid : Samples.invalid()) {
            if (invalid.rule() == Rule.NEWER_THAN_SCHEMA) {
                assertThat(newer.check(invalid.element())).isEmpty();
            }
        }
    }

    @Test
    void manyFaultsAreAllNamed() {
        Element report = Samples.read("<report><incidentSummary><incidentType>x</incidentType><incidentDateTime>now"
                + "</incidentDateTime></incidentSummary><reporter><reportingPerson/></reporter></report>");

        assertThat(validator.check(report))
                .extracting(Fault::rule)
                .containsExactly(Rule.UNKNOWN_VALUE, Rule.NOT_A_TIME_WITH_ZONE, Rule.REPORTER_WITHOUT_EMAIL);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyRuleSaysWhatIsWrongInBothLanguages(Language language) {
        var texts = new Texts(language);

        assertThat(Arrays.stream(Rule.values())
                        .map(rule -> Fault.of("report", rule, "256").sentence(texts)))
                .doesNotHaveDuplicates()
                .allMatch(sentence -> sentence.endsWith("."));
        assertThat(Fault.of("report", Rule.TOO_LONG, "256").sentence(texts)).contains("256");
    }

    static List<Language> languages() {
        return List.of(Language.values());
    }

    static List<Invalid> invalid() {
        return Samples.invalid();
    }

    private List<Fault> check(String document, Element element) {
        return document.contains("file")
                ? validator.checkFile(element, document.startsWith("batch"))
                : validator.check(element);
    }
}
