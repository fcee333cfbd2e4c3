package org.moderationdesk.referrals.ncmec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BindingTest {
    private static final Outline OUTLINE = Outline.read();

    private final Binding binding = new Binding(OUTLINE);

    @ParameterizedTest
    @ValueSource(strings = {"report", "least", "batch"})
    void aReportIsReadWrittenAndReadAgainWithoutLoss(String name) throws XmlRefused {
        Element document = Samples.document(name);
        Report report = binding.report(document);

        Element again = Xml.read(Xml.write(binding.write(report)));

        assertThat(again).isEqualTo(document);
        assertThat(binding.report(again)).isEqualTo(report);
        assertThat(new Validator(OUTLINE, Samples.CLOCK, Set.of()).check(again)).isEmpty();
    }

    @Test
    void theDetailsOfAFileAreReadWrittenAndReadAgainWithoutLoss() throws XmlRefused {
        Element document = Samples.document("file");

        assertThat(Xml.read(Xml.write(binding.write(binding.fileDetails(document)))))
                .isEqualTo(inItsOrder(document));
    }

    /** Annotations may stand in any order, and are written in the outline's. */
    private static Element inItsOrder(Element document) {
        return document.with(document.children().stream()
                .map(child -> child.name().equals("fileAnnotations")
                        ? child.with(child.children().reversed())
                        : child)
                .toList());
    }

    @Test
    void hostileTextIsWrittenAsText() throws XmlRefused {
        String hostile = "</incidentSummary>&<![CDATA[x]]> \u202E\"';--";
        Element element = Element.text("additionalInfo", hostile);

        Element read = Xml.read(Xml.write(new Element("report", Map.of(), List.of(element), "")));

        assertThat(read.child("additionalInfo")).contains(element);
    }

    @Test
    void aDocumentTypeIsRefusedWithoutAWordOfIt() {
        String entity = "<!DOCTYPE r [<!ENTITY secret SYSTEM \"file:///etc/hostname\">]><r>&secret;</r>";
        String bomb = "<!DOCTYPE r [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><r>&b;</r>";

        for (String hostile : new String[] {entity, bomb, "<r>", "", "<r>&secret;</r>"}) {
            assertThatThrownBy(() -> Xml.read(hostile.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(XmlRefused.class)
                    .hasMessageNotContaining("secret")
                    .hasNoCause();
        }
    }

    @Test
    void aDocumentThatIsTooDeepOrTooLongIsRefused() {
        byte[] deep = ("<r>".repeat(41) + "</r>".repeat(41)).getBytes(StandardCharsets.UTF_8);
        byte[] longOne = ("<r>" + " ".repeat(Xml.LONGEST) + "</r>").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> Xml.read(deep)).isInstanceOf(XmlRefused.class);
        assertThatThrownBy(() -> Xml.read(longOne)).isInstanceOf(XmlRefused.class);
    }
}
