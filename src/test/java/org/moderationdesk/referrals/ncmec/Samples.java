package org.moderationdesk.referrals.ncmec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/** Invented documents, valid ones and what is done to make them invalid. */
public final class Samples {
    public static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-20T12:00:00Z"));

    private Samples() {}

    /** One of report, least, batch, file, batch-file. */
    public static Element document(String name) {
        return read(text(name + ".xml"));
    }

    static String text(String file) {
        try (InputStream in = Objects.requireNonNull(Samples.class.getResourceAsStream("/referrals/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Element read(String xml) {
        try {
            return Xml.read(xml.getBytes(StandardCharsets.UTF_8));
        } catch (XmlRefused e) {
            throw new AssertionError(xml, e);
        }
    }

    public static List<Invalid> invalid() {
        return text("invalid.txt").lines().map(Invalid::of).toList();
    }

    /** A document with one fault: that field breaks that rule. */
    public record Invalid(String document, Rule rule, String path, String find, String replace) {
        static Invalid of(String line) {
            String[] parts = line.split(" ¦ ?", -1);
            return new Invalid(parts[0], Rule.valueOf(parts[1]), parts[2], written(parts[3]), written(parts[4]));
        }

        private static String written(String part) {
            return part.replace("\\n", "\n")
                    .replace("%BELL%", "BELL")
                    .replace("%257%", "x".repeat(257))
                    .replace("%256%", "x".repeat(256))
                    .replace("%65%", "x".repeat(65));
        }

        public Element element() {
            String whole = text(document + ".xml");
            if (!whole.contains(find)) {
                throw new AssertionError("nothing to change: " + find);
            }
            Element read = read(whole.replace(find, replace));
            return rule == Rule.FORBIDDEN_CHARACTER ? withBell(read) : read;
        }

        /** Such a document cannot be read from XML, only typed. */
        private static Element withBell(Element element) {
            return new Element(
                    element.name(),
                    element.attributes(),
                    element.children().stream().map(Invalid::withBell).toList(),
                    element.text().replace("BELL", "\u0007"));
        }

        @Override
        public String toString() {
            return rule + " " + path;
        }
    }
}
