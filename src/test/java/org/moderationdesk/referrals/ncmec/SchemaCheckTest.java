package org.moderationdesk.referrals.ncmec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a schema of our own: NCMEC's is not ours to keep. */
class SchemaCheckTest {
    private final SchemaCheck check = schema(OutlineSchema.text());

    @ParameterizedTest
    @ValueSource(strings = {"report", "least", "batch", "file"})
    void whatOurOwnCheckLetsThroughTheSchemaTakes(String document) {
        assertThat(check.check(Samples.document(document))).isEmpty();
    }

    @Test
    void theSchemaNamesTheFieldThatItRefuses() {
        Element report = Samples.document("least");
        Element summary = report.child("incidentSummary").orElseThrow();
        Element wrongOrder = report.with(List.of(
                summary.with(summary.children().reversed()), report.children().get(1)));

        assertThat(check.check(wrongOrder)).first().satisfies(fault -> {
            assertThat(fault.path()).isEqualTo("report/incidentSummary/incidentDateTime");
            assertThat(fault.rule()).isEqualTo(Rule.REFUSED_BY_SCHEMA);
            assertThat(fault.values()).containsExactly("cvc-complex-type.2.4.a");
        });
    }

    @Test
    void theSecondOfItsNameIsCounted() {
        Element report = Samples.read(Samples.text("report.xml").replace("10000418", "not a number"));

        assertThat(check.check(report))
                .first()
                .extracting(Fault::path)
                .asString()
                .isEqualTo("report/personOrUserReported[1]/associatedAccount[1]/priorCTReport[1]");
    }

    @Test
    void whatASchemaHasBeyondOursIsFoundByItsNames() {
        assertThat(check.newer()).isEmpty();
        assertThat(schema(OutlineSchema.newest()).newer())
                .contains("informational", "ageAssertionDiscrepancy", "instrumentalUse");
    }

    @Test
    void aSchemaThatReachesOutIsRefusedAndNothingIsRead(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.xsd"), OutlineSchema.text());
        List<String> hostile = List.of(
                "<!DOCTYPE s [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><s>&x;</s>",
                "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"><xs:include schemaLocation=\""
                        + secret.toUri() + "\"/></xs:schema>",
                "<html/>",
                "",
                "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"/>");

        for (String text : hostile) {
            assertThatThrownBy(() -> SchemaCheck.of(text.getBytes(StandardCharsets.UTF_8), Outline.read()))
                    .as(text)
                    .isInstanceOf(XmlRefused.class);
        }
    }

    @Test
    void oursAndTheSchemasCheckAgreeOnWhatBothCanSee() {
        Set<Rule> structural = Set.of(
                Rule.UNKNOWN_ELEMENT,
                Rule.WRONG_ORDER,
                Rule.MISSING,
                Rule.TOO_MANY,
                Rule.UNKNOWN_ATTRIBUTE,
                Rule.MISSING_ATTRIBUTE,
                Rule.NEWER_THAN_SCHEMA,
                Rule.UNKNOWN_VALUE,
                Rule.NOT_YES_OR_NO,
                Rule.NOT_A_NUMBER,
                Rule.NOT_A_DATE);
        for (Samples.Invalid invalid : Samples.invalid()) {
            if (structural.contains(invalid.rule())) {
                assertThat(check.check(invalid.element()))
                        .as(invalid.toString())
                        .isNotEmpty();
            }
        }
    }

    private static SchemaCheck schema(String text) {
        try {
            return SchemaCheck.of(text.getBytes(StandardCharsets.UTF_8), Outline.read());
        } catch (XmlRefused e) {
            throw new AssertionError(e);
        }
    }
}
