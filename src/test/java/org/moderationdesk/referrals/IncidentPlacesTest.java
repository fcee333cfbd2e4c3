package org.moderationdesk.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderationdesk.referrals.IncidentPlaces.Known;
import org.moderationdesk.referrals.ncmec.Element;
import org.moderationdesk.referrals.ncmec.Fields;
import org.moderationdesk.referrals.ncmec.Outline;
import org.moderationdesk.referrals.ncmec.Samples;
import org.moderationdesk.referrals.ncmec.Validator;

/** A place of an incident begins with what is known, and with nothing else. */
final class IncidentPlacesTest {
    private static final Known KNOWN =
            new Known("https://app.example/p/1", "words as posted", List.of("one.mp4", "two.png"));
    private static final String PERSON = "report/personOrUserReported[1]/personOrUserReportedPerson/";

    private final Outline outline = Outline.read();
    private final Fields fields = new Fields(outline);
    private final IncidentPlaces places = new IncidentPlaces(fields);
    private final Validator validator = new Validator(outline, Samples.CLOCK, Set.of());

    @ParameterizedTest
    @CsvSource({
        "webPageIncident, url[1], https://app.example/p/1",
        "emailIncident, emailAddress[1], u@example.org",
        "emailIncident, content, words as posted",
        "newsgroupIncident, emailAddress[1], u@example.org",
        "chatImIncident, chatClient, Sample App",
        "chatImIncident, content, words as posted",
        "onlineGamingIncident, gameName, Sample App",
        "cellPhoneIncident, phoneNumber, 612345678",
        "cellPhoneIncident, phoneNumber/@countryCallingCode, +31",
        "peer2peerIncident, fileNames, 'one.mp4, two.png'",
        "peer2peerIncident, ipCaptureEvent[1]/ipAddress, 192.0.2.7"
    })
    void eachKindBeginsWithWhatIsKnown(String kind, String field, String value) {
        Element begun = places.of(known(), 1, kind, KNOWN);

        assertThat(fields.text(begun, "report/internetDetails[1]/" + kind + "/" + field))
                .isEqualTo(value);
        assertThat(places.kind(begun, 1)).isEqualTo(kind);
        assertThat(validator.check(begun)).isEmpty();
    }

    @Test
    void whatNobodySaidStaysEmpty() {
        Element least = Samples.document("least");
        for (String kind : places.kinds()) {
            Element begun = places.of(least, 1, kind, Known.none());

            assertThat(fields.has(begun, "report/internetDetails[1]/" + kind)).isTrue();
            assertThat(begun.child("internetDetails")
                            .orElseThrow()
                            .children()
                            .getFirst()
                            .children())
                    .as(kind)
                    .isEmpty();
            assertThat(validator.check(begun)).as(kind).isEmpty();
        }
        assertThat(places.kinds()).hasSize(8);
    }

    @Test
    void anotherKindKeepsWhatWasWrittenAndStandsInTheSamePlace() {
        Element report = places.of(known(), 1, "chatImIncident", KNOWN);
        report = places.of(report, 2, "webPageIncident", KNOWN);
        report = fields.with(report, "report/internetDetails[1]/chatImIncident/content", "my words");
        report = fields.with(report, "report/internetDetails[1]/chatImIncident/additionalInfo", "more");

        Element changed = places.of(report, 1, "emailIncident", KNOWN);

        assertThat(fields.text(changed, "report/internetDetails[1]/emailIncident/content"))
                .isEqualTo("my words");
        assertThat(fields.text(changed, "report/internetDetails[1]/emailIncident/additionalInfo"))
                .isEqualTo("more");
        assertThat(fields.has(changed, "report/internetDetails[1]/chatImIncident"))
                .isFalse();
        assertThat(places.kind(changed, 2)).isEqualTo("webPageIncident");
        assertThat(validator.check(changed)).isEmpty();
    }

    private Element known() {
        Element report = fields.with(Samples.document("least"), "report/incidentSummary/platform", "Sample App");
        report = fields.with(report, PERSON + "email[1]", "u@example.org");
        report = fields.with(report, PERSON + "phone[1]", "612345678");
        report = fields.with(report, PERSON + "phone[1]/@countryCallingCode", "+31");
        return fields.with(report, "report/personOrUserReported[1]/ipCaptureEvent[1]/ipAddress", "192.0.2.7");
    }
}
