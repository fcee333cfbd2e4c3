package org.moderationdesk.referrals.ncmec;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutlineTest {
    private static final Outline OUTLINE = Outline.read();
    private static final Map<String, Class<?>> RECORDS = Map.ofEntries(
            Map.entry("report", Report.class),
            Map.entry("incidentSummary", IncidentSummary.class),
            Map.entry("reportAnnotations", ReportAnnotations.class),
            Map.entry("lawEnforcement", LawEnforcement.class),
            Map.entry("reporter", Reporter.class),
            Map.entry("personOrUserReported", PersonOrUserReported.class),
            Map.entry("intendedRecipient", IntendedRecipient.class),
            Map.entry("victim", Victim.class),
            Map.entry("associatedAccount", AssociatedAccount.class),
            Map.entry("person", Person.class),
            Map.entry("contactPerson", ContactPerson.class),
            Map.entry("email", Email.class),
            Map.entry("phone", Phone.class),
            Map.entry("address", Address.class),
            Map.entry("ipCaptureEvent", IpCaptureEvent.class),
            Map.entry("deviceId", DeviceId.class),
            Map.entry("estimatedLocation", EstimatedLocation.class),
            Map.entry("accountTemporarilyDisabled", TemporarilyDisabled.class),
            Map.entry("accountPermanentlyDisabled", PermanentlyDisabled.class),
            Map.entry("servedLegalProcessInternational", ServedLegalProcess.class),
            Map.entry("associatedPlatform", AssociatedPlatform.class),
            Map.entry("batchedReport", BatchedReport.class),
            Map.entry("fileAnnotations", FileAnnotations.class),
            Map.entry("originalFileHash", OriginalFileHash.class),
            Map.entry("nameValuePair", NameValuePair.class),
            Map.entry("details", Details.class),
            Map.entry("webPageIncident", WebPageIncident.class),
            Map.entry("emailIncident", EmailIncident.class),
            Map.entry("newsgroupIncident", NewsgroupIncident.class),
            Map.entry("chatImIncident", ChatImIncident.class),
            Map.entry("onlineGamingIncident", OnlineGamingIncident.class),
            Map.entry("cellPhoneIncident", CellPhoneIncident.class),
            Map.entry("nonInternetIncident", NonInternetIncident.class),
            Map.entry("peer2peerIncident", Peer2peerIncident.class));
    private static final Map<String, Class<? extends Coded>> LISTS = Map.of(
            "incidentType", IncidentType.class,
            "emailType", EmailType.class,
            "phoneType", PhoneType.class,
            "addressType", AddressType.class,
            "ipCaptureType", CaptureEvent.class,
            "associatedAccountType", AccountLink.class,
            "fileRelevance", FileRelevance.class,
            "fileClassification", FileClass.class,
            "metadataTypes", MetadataType.class,
            "batchedReportReason", BatchReason.class);

    @ParameterizedTest
    @MethodSource("recordsOfTheOutline")
    void aRecordHasWhatTheOutlineHasInItsOrder(String type) {
        assertThat(components(RECORDS.get(type))).isEqualTo(parts(type));
    }

    @Test
    void theDetailsOfAFileHaveAllButTheNameThatIsNotSent() {
        List<String> parts = parts("fileDetails");
        parts.remove("fileName");

        assertThat(components(FileDetails.class)).isEqualTo(parts);
    }

    @Test
    void everyShapeHasItsRecord() {
        assertThat(OUTLINE.shapes().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(RECORDS.keySet().stream(), Stream.of("fileDetails", "internetDetails"))
                                .toList());
    }

    @Test
    void theListsAreThoseOfTheRecords() {
        LISTS.forEach((list, type) -> assertThat(
                        Arrays.stream(type.getEnumConstants()).map(Coded::code))
                .as(list)
                .containsExactlyElementsOf(OUTLINE.values(list)));
        assertThat(OUTLINE.values("state")).hasSize(54);
        assertThat(OUTLINE.values("country")).hasSizeGreaterThan(250).contains("NL", "A1", "XK");
    }

    @Test
    void everyTypeOfAFieldIsKnown() {
        OUTLINE.shapes().values().stream()
                .flatMap(shape -> Stream.concat(
                        Stream.concat(shape.elements().stream(), shape.attributes().stream()),
                        Stream.ofNullable(shape.text())))
                .forEach(particle -> assertThat(OUTLINE.shape(particle.type()).isPresent()
                                || OUTLINE.isList(particle.type())
                                || Scalar.named(particle.type()).isPresent())
                        .as(particle.toString())
                        .isTrue());
    }

    static List<String> recordsOfTheOutline() {
        return List.copyOf(RECORDS.keySet());
    }

    private static List<String> components(Class<?> record) {
        return Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getName)
                .sorted(Comparator.comparingInt(name -> isAttributeOf(record, name) ? 1 : 0))
                .toList();
    }

    /** Attributes may stand anywhere among the components, so they are compared last. */
    private static boolean isAttributeOf(Class<?> record, String name) {
        return RECORDS.entrySet().stream()
                .filter(entry -> entry.getValue() == record)
                .anyMatch(entry -> OUTLINE.shape(entry.getKey())
                        .flatMap(shape -> shape.attribute(name))
                        .isPresent());
    }

    private static List<String> parts(String type) {
        Shape shape = OUTLINE.shape(type).orElseThrow();
        List<String> parts = new ArrayList<>();
        if (shape.text() != null) {
            parts.add("value");
        }
        shape.elements().forEach(particle -> parts.add(particle.name()));
        shape.attributes().forEach(particle -> parts.add(particle.name()));
        return parts;
    }
}
