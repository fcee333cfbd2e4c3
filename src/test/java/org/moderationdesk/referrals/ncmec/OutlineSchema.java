package org.moderationdesk.referrals.ncmec;

import java.util.Map;
import org.moderationdesk.referrals.ncmec.Particle.Standing;
import org.moderationdesk.referrals.ncmec.Shape.Order;

/** A schema made from the outline, so that another program than ours holds documents to it. */
public final class OutlineSchema {
    private static final Map<Scalar, String> TYPES = Map.ofEntries(
            Map.entry(Scalar.BOOLEAN, "xs:boolean"),
            Map.entry(Scalar.DOUBLE, "xs:double"),
            Map.entry(Scalar.REPORT_NUMBER, "xs:long"),
            Map.entry(Scalar.AGE, "xs:int"),
            Map.entry(Scalar.PORT, "xs:int"),
            Map.entry(Scalar.DATE_TIME, "xs:dateTime"),
            Map.entry(Scalar.PAST_TIME, "xs:dateTime"),
            Map.entry(Scalar.PAST_DATE, "xs:date"),
            Map.entry(Scalar.TOKEN, "xs:token"));

    private final Outline outline = Outline.read();
    private final StringBuilder xsd = new StringBuilder();
    private final boolean newest;

    private OutlineSchema(boolean newest) {
        this.newest = newest;
    }

    /** Without what is newer than the schema that everybody has. */
    public static String text() {
        return new OutlineSchema(false).write();
    }

    static String newest() {
        return new OutlineSchema(true).write();
    }

    private String write() {
        xsd.append("<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" elementFormDefault=\"qualified\">");
        xsd.append("<xs:element name=\"report\" type=\"report\"/>");
        xsd.append("<xs:element name=\"fileDetails\" type=\"fileDetails\"/>");
        xsd.append("<xs:simpleType name=\"flag\"><xs:union memberTypes=\"xs:boolean\">"
                + "<xs:simpleType><xs:restriction base=\"xs:string\"><xs:enumeration value=\"\"/></xs:restriction>"
                + "</xs:simpleType></xs:union></xs:simpleType>");
        for (String list : new String[] {
            "batchedReportReason", "incidentType", "emailType", "phoneType", "addressType", "ipCaptureType",
            "associatedAccountType", "fileRelevance", "fileClassification", "metadataTypes", "country", "state"
        }) {
            xsd.append("<xs:simpleType name=\"").append(list).append("\"><xs:restriction base=\"xs:string\">");
            outline.values(list)
                    .forEach(value ->
                            xsd.append("<xs:enumeration value=\"").append(value).append("\"/>"));
            xsd.append("</xs:restriction></xs:simpleType>");
        }
        outline.shapes().forEach(this::shape);
        return xsd.append("</xs:schema>").toString();
    }

    private void shape(String name, Shape shape) {
        xsd.append("<xs:complexType name=\"").append(name).append("\">");
        Particle text = shape.text();
        if (text == null) {
            String group = shape.order() == Order.CHOICE ? "choice" : shape.order() == Order.ANY ? "all" : "sequence";
            xsd.append("<xs:").append(group).append('>');
            shape.elements().forEach(this::element);
            xsd.append("</xs:").append(group).append('>');
            shape.attributes().forEach(this::attribute);
        } else {
            xsd.append("<xs:simpleContent><xs:extension base=\"")
                    .append(type(text))
                    .append("\">");
            shape.attributes().forEach(this::attribute);
            xsd.append("</xs:extension></xs:simpleContent>");
        }
        xsd.append("</xs:complexType>");
    }

    private void element(Particle particle) {
        if (particle.standing() == Standing.LATER && !newest) {
            return;
        }
        xsd.append("<xs:element name=\"")
                .append(particle.name())
                .append("\" type=\"")
                .append(type(particle))
                .append("\" minOccurs=\"")
                .append(particle.least())
                .append("\" maxOccurs=\"")
                .append(particle.isRepeated() ? "unbounded" : "1")
                .append("\"/>");
    }

    private void attribute(Particle particle) {
        xsd.append("<xs:attribute name=\"")
                .append(particle.name())
                .append("\" type=\"")
                .append(type(particle))
                .append(particle.least() > 0 ? "\" use=\"required\"/>" : "\"/>");
    }

    private String type(Particle particle) {
        if (outline.shape(particle.type()).isPresent() || outline.isList(particle.type())) {
            return particle.type();
        }
        Scalar scalar = Scalar.named(particle.type()).orElseThrow();
        return scalar == Scalar.FLAG ? "flag" : TYPES.getOrDefault(scalar, "xs:string");
    }
}
