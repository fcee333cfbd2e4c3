package org.moderationdesk.referrals.ncmec;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.ValidatorHandler;
import org.xml.sax.Attributes;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * The second check: the schema that the operator has fetched from NCMEC, in the JDK's own validator, which fetches nothing and
 * knows no entities. Safe for any thread.
 */
public final class SchemaCheck {
    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    private final Schema schema;
    private final Set<String> newer;

    private SchemaCheck(Schema schema, Set<String> newer) {
        this.schema = schema;
        this.newer = Set.copyOf(newer);
    }

    /**
     * Reads a schema.
     *
     * @throws XmlRefused when it is no schema of reports, or asks for anything beside itself
     */
    public static SchemaCheck of(byte[] xsd, Outline outline) throws XmlRefused {
        Set<String> names = elements(xsd);
        if (!names.contains("report") || !names.contains("fileDetails")) {
            throw new XmlRefused();
        }
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DOCTYPE, true);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            Schema schema = factory.newSchema(new StreamSource(new ByteArrayInputStream(xsd)));
            Set<String> known = outline.shapes().values().stream()
                    .flatMap(shape -> shape.elements().stream())
                    .filter(particle -> particle.standing() == Particle.Standing.LATER)
                    .map(Particle::name)
                    .filter(names::contains)
                    .collect(Collectors.toSet());
            return new SchemaCheck(schema, known);
        } catch (SAXException hostile) {
            throw new XmlRefused();
        }
    }

    /** Names that it has beyond the schema that everybody has: what bears them may be sent. */
    public Set<String> newer() {
        return newer;
    }

    /** What it refuses, each at its field; empty if nothing. What its validator says quotes the document, and is not told. */
    public List<Fault> check(Element document) {
        List<Fault> faults = new ArrayList<>();
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DOCTYPE, true);
            XMLReader reader = factory.newSAXParser().getXMLReader();
            var placed = new Placed(Outline.read());
            ValidatorHandler validator = schema.newValidatorHandler();
            validator.setErrorHandler(new Telling(placed, faults));
            placed.setParent(reader);
            placed.setContentHandler(validator);
            placed.parse(new InputSource(new ByteArrayInputStream(Xml.write(document))));
        } catch (SAXException | ParserConfigurationException | IOException unreadable) {
            faults.add(Fault.of(document.name(), Rule.REFUSED_BY_SCHEMA, "unreadable"));
        }
        return List.copyOf(faults);
    }

    private static Set<String> elements(byte[] xsd) throws XmlRefused {
        Set<String> names = new HashSet<>();
        try {
            XMLStreamReader in = Xml.factory().createXMLStreamReader(new ByteArrayInputStream(xsd));
            while (in.hasNext()) {
                int event = in.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new XmlRefused();
                }
                String name = event == XMLStreamConstants.START_ELEMENT
                                && in.getLocalName().equals("element")
                        ? in.getAttributeValue(null, "name")
                        : null;
                if (name != null) {
                    names.add(name);
                }
            }
            in.close();
            return names;
        } catch (XMLStreamException hostile) {
            throw new XmlRefused();
        }
    }

    /** Knows where in the document the reader stands. */
    private static final class Placed extends XMLFilterImpl {
        private final Outline outline;
        private final Deque<Place> open = new ArrayDeque<>();

        Placed(Outline outline) {
            this.outline = outline;
        }

        String path() {
            Place place = open.peek();
            return place == null ? "" : place.path();
        }

        @Override
        public void startElement(String uri, String local, String name, Attributes attributes) throws SAXException {
            Place parent = open.peek();
            open.push(parent == null ? new Place(local, local, new HashMap<>()) : parent.child(local, outline));
            super.startElement(uri, local, name, attributes);
        }

        @Override
        public void endElement(String uri, String local, String name) throws SAXException {
            super.endElement(uri, local, name);
            open.pop();
        }
    }

    private record Place(String path, String type, Map<String, Integer> seen) {
        Place child(String name, Outline outline) {
            int number = seen.merge(name, 1, Integer::sum);
            Particle particle =
                    outline.shape(type).flatMap(shape -> shape.element(name)).orElse(null);
            boolean counted = particle != null && particle.isRepeated();
            return new Place(
                    path + "/" + name + (counted ? "[" + number + "]" : ""),
                    particle == null ? "" : particle.type(),
                    new HashMap<>());
        }
    }

    private record Telling(Placed placed, List<Fault> faults) implements ErrorHandler {
        @Override
        public void warning(SAXParseException told) {
            // Warnings refuse nothing.
        }

        @Override
        public void error(SAXParseException told) {
            String message = told.getMessage() == null ? "" : told.getMessage();
            int colon = message.indexOf(':');
            boolean coded = message.startsWith("cvc-") && colon > 0;
            faults.add(Fault.of(
                    placed.path(), Rule.REFUSED_BY_SCHEMA, coded ? message.substring(0, colon) : "unreadable"));
        }

        @Override
        public void fatalError(SAXParseException told) {
            error(told);
        }
    }
}
