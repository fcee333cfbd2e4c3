package org.moderationdesk.referrals.ncmec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FieldsTest {
    private final Outline outline = Outline.read();
    private final Fields fields = new Fields(outline);
    private final Validator validator = new Validator(outline, Samples.CLOCK, Set.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "report/incidentSummary/platform",
                "report/incidentSummary/escalateToHighPriority",
                "report/lawEnforcement/agencyName",
                "report/personOrUserReported/personOrUserReportedPerson/firstName",
                "report/personOrUserReported/groupIdentifier",
                "report/victim[1]/schoolName",
                "report/intendedRecipient[3]/screenName",
                "report/additionalInfo"
            })
    void whatIsPutInStandsWhereNcmecWantsItAndGoesAgainWithoutATrace(String path) {
        Element least = Samples.document("least");

        Element with = fields.with(least, path, "  Sample words ");

        String there = path.replace("[3]", "[1]");
        assertThat(fields.text(with, there)).isEqualTo("Sample words");
        assertThat(validator.check(with))
                .extracting(Fault::rule)
                .doesNotContain(Rule.WRONG_ORDER, Rule.UNKNOWN_ELEMENT);
        Element without = fields.with(with, there, " ");
        assertThat(fields.text(without, there)).isEmpty();
        if (!path.contains("victim")) {
            assertThat(without).isEqualTo(least);
        }
    }

    @Test
    void aWholeDocumentTakesEveryChangeAndStaysValid() {
        Element report = Samples.document("report");

        report = fields.with(report, "report/incidentSummary/platform", "Another App");
        report = fields.flagged(report, "report/incidentSummary/reportAnnotations/minorToMinorInteraction", true);
        report = fields.flagged(report, "report/incidentSummary/reportAnnotations/spam", false);
        report = fields.added(report, "report/victim");
        report = fields.with(report, "report/victim[3]/victimPerson/age", "12");
        report = fields.with(report, "report/personOrUserReported[1]/priorCTReports", List.of("1000001", "1000002"));

        assertThat(validator.check(report)).isEmpty();
        assertThat(fields.count(report, "report/victim")).isEqualTo(3);
        assertThat(fields.texts(report, "report/personOrUserReported/priorCTReports"))
                .containsExactly("1000001", "1000002");
        assertThat(fields.has(report, "report/incidentSummary/reportAnnotations/spam"))
                .isFalse();
    }

    @Test
    void oneOfSeveralIsTakenAwayAndTheOthersStay() {
        Element report = Samples.document("report");
        String second = fields.text(report, "report/personOrUserReported[1]/displayName[2]");

        Element changed = fields.with(report, "report/personOrUserReported[1]/displayName[1]", "");

        assertThat(fields.text(changed, "report/personOrUserReported[1]/displayName[1]"))
                .isEqualTo(second);
    }

    @Test
    void attributesAreFieldsToo() {
        Element least = Samples.document("least");

        Element changed = fields.with(least, "report/reporter/reportingPerson/email[1]/@type", "Work");

        assertThat(fields.text(changed, "report/reporter/reportingPerson/email/@type"))
                .isEqualTo("Work");
        assertThat(fields.with(changed, "report/reporter/reportingPerson/email/@type", ""))
                .isEqualTo(least);
    }

    @Test
    void whatIsNoFieldIsRefused() {
        Element least = Samples.document("least");

        assertThatThrownBy(() -> fields.with(least, "report/colour", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fields.text(least, "fileDetails/fileId")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void oneOfSeveralThatIsEmptiedKeepsTheNumbersOfTheOthers() {
        String phones = "report/personOrUserReported[1]/personOrUserReportedPerson/phone";
        Element report = fields.with(Samples.document("least"), phones + "[1]", "612345678");
        report = fields.with(report, phones + "[1]/@countryCallingCode", "+31");
        report = fields.with(report, phones + "[2]", "687654321");

        Element emptied = fields.with(report, phones + "[1]", "");

        assertThat(fields.text(emptied, phones + "[2]")).isEqualTo("687654321");
        assertThat(fields.text(emptied, phones + "[1]/@countryCallingCode")).isEqualTo("+31");
        assertThat(validator.check(emptied))
                .extracting(Fault::path, Fault::rule)
                .contains(tuple(phones + "[1]", Rule.BLANK));
        Element removed = fields.flagged(emptied, phones + "[1]", false);
        assertThat(fields.text(removed, phones + "[1]")).isEqualTo("687654321");
    }

    @Test
    void anEmptiedCardBesideAnotherStays() {
        Element report = fields.added(Samples.document("least"), "report/intendedRecipient");
        report = fields.added(report, "report/intendedRecipient");
        report = fields.with(report, "report/intendedRecipient[1]/screenName", "@one");
        report = fields.with(report, "report/intendedRecipient[2]/screenName", "@two");

        Element emptied = fields.with(report, "report/intendedRecipient[1]/screenName", "");

        assertThat(fields.text(emptied, "report/intendedRecipient[2]/screenName"))
                .isEqualTo("@two");
    }

    @Test
    void aPlaceIsMadeOfTheOneKindThatIsPutIn() {
        Element report =
                fields.with(Samples.document("least"), "report/internetDetails[1]/chatImIncident/chatClient", "Sample");

        assertThat(validator.check(report)).isEmpty();
        Element emptied = fields.with(report, "report/internetDetails[1]/chatImIncident/chatClient", "");
        assertThat(fields.has(emptied, "report/internetDetails[1]/chatImIncident"))
                .as("the kind that somebody chose stays chosen")
                .isTrue();
    }

    @Test
    void whatOneFieldHoldsIsCopiedWhole() {
        Element report = Samples.document("report");
        String phone = "report/personOrUserReported[1]/personOrUserReportedPerson/phone[1]";
        assertThat(fields.text(report, phone)).isNotEmpty();

        Element copied = fields.copied(report, phone, "report/internetDetails[1]/cellPhoneIncident/phoneNumber")
                .orElseThrow();

        String there = "report/internetDetails[1]/cellPhoneIncident/phoneNumber";
        for (String part : List.of("", "/@type", "/@countryCallingCode", "/@extension", "/@verified")) {
            assertThat(fields.text(copied, there + part)).isEqualTo(fields.text(report, phone + part));
        }
        assertThat(fields.copied(report, "report/victim[9]", "report/victim[1]"))
                .isEmpty();
    }
}
