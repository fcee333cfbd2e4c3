package org.moderationdesk.referrals.ncmec;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Documents as bytes, written and read by the JDK's StAX. What is read is hostile: no document type, no entity of its
 * own, nothing fetched, and bounds on size and depth.
 */
public final class Xml {
    /** No document of ours, and no answer, is longer. In bytes. */
    public static final int LONGEST = 700_000;

    private static final int DEEPEST = 40;
    private static final String XSI = XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI;
    private static final String SCHEMA = "https://report.cybertip.org/ispws/xsd";

    private Xml() {}

    /** UTF-8, without line breaks of its own. */
    public static byte[] write(Element root) {
        var bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter out =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            out.writeStartElement(root.name());
            out.writeNamespace("xsi", XSI);
            out.writeAttribute("xsi", XSI, "noNamespaceSchemaLocation", SCHEMA);
            body(out, root);
            out.writeEndElement();
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("a document that cannot be written", impossible);
        }
        return bytes.toByteArray();
    }

    private static void body(XMLStreamWriter out, Element element) throws XMLStreamException {
        for (Map.Entry<String, String> attribute : element.attributes().entrySet()) {
            out.writeAttribute(attribute.getKey(), attribute.getValue());
        }
        for (Element child : element.children()) {
            if (child.children().isEmpty() && child.text().isEmpty()) {
                out.writeEmptyElement(child.name());
                body(out, child);
            } else {
                out.writeStartElement(child.name());
                body(out, child);
                out.writeEndElement();
            }
        }
        out.writeCharacters(element.text());
    }

    /** @throws XmlRefused when it is no XML that the desk would read */
    public static Element read(byte[] bytes) throws XmlRefused {
        if (bytes.length > LONGEST) {
            throw new XmlRefused();
        }
        XMLStreamReader in = null;
        try {
            in = factory().createXMLStreamReader(new ByteArrayInputStream(bytes));
            return read(in);
        } catch (XMLStreamException | IllegalArgumentException hostile) {
            // Its message quotes the document.
            throw new XmlRefused();
        } finally {
            close(in);
        }
    }

    private static void close(@Nullable XMLStreamReader in) {
        try {
            if (in != null) {
                in.close();
            }
        } catch (XMLStreamException gone) {
            throw new IllegalStateException("a reader of bytes in memory that does not close", gone);
        }
    }

    static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((_, _, _, _) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }

    private static Element read(XMLStreamReader in) throws XMLStreamException, XmlRefused {
        Deque<Open> open = new ArrayDeque<>();
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    open.push(Open.of(in));
                    if (open.size() > DEEPEST) {
                        throw new XmlRefused();
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text(open, in.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    Element ended = open.pop().ended();
                    if (open.isEmpty()) {
                        return ended;
                    }
                    open.element().children.add(ended);
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw new XmlRefused();
                default -> {
                    // Comments and instructions to programs say nothing here.
                }
            }
        }
        throw new XmlRefused();
    }

    private static void text(Deque<Open> open, String text) {
        if (!open.isEmpty()) {
            open.element().text.append(text);
        }
    }

    /** An element whose end has not come yet. */
    private static final class Open {
        private final String name;
        private final Map<String, String> attributes = new LinkedHashMap<>();
        private final List<Element> children = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        private Open(String name) {
            this.name = name;
        }

        static Open of(XMLStreamReader in) {
            var open = new Open(in.getLocalName());
            for (int i = 0; i < in.getAttributeCount(); i++) {
                if (!XSI.equals(in.getAttributeNamespace(i))) {
                    open.attributes.put(in.getAttributeLocalName(i), in.getAttributeValue(i));
                }
            }
            return open;
        }

        /** White space between elements is nobody's. */
        Element ended() {
            String own = text.toString();
            return new Element(name, attributes, children, !children.isEmpty() && own.isBlank() ? "" : own);
        }
    }
}
