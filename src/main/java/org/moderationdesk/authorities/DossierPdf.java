package org.moderationdesk.authorities;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.moderationdesk.authorities.DossierDocument.Fact;
import org.moderationdesk.authorities.DossierDocument.Section;
import org.moderationdesk.base.Texts;
import org.moderationdesk.insights.PdfPages;
import org.moderationdesk.items.HostileText;

/** Writes a dossier as PDF in memory, in the words of the desk's language. What strangers wrote is never cut. */
final class DossierPdf {
    private static final int KEY_BITS = 256;

    private final Texts texts;
    private final FactWords words;

    DossierPdf(Texts texts) {
        this.texts = texts;
        this.words = new FactWords(texts, DossierPdf::named);
    }

    byte[] of(DossierDocument dossier) throws IOException {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            String title = texts.get("authorities.dossier.title");
            var information = new PDDocumentInformation();
            information.setTitle(title + ", " + dossier.id());
            document.setDocumentInformation(information);
            document.getDocumentCatalog().setLanguage(texts.language().tag());
            PdfPages.Fonts fonts = PdfPages.Fonts.in(document);
            int pages;
            try (var paper = new PdfPages(document, fonts)) {
                paper.title(title);
                paper.line(texts.get(
                        "authorities.dossier.made", dossier.id(), dossier.at().toString()));
                for (Section section : dossier.sections()) {
                    section(paper, section);
                }
                paper.gap(12);
                paper.note(texts.get("authorities.dossier.letters"));
                pages = paper.end();
            }
            PdfPages.foot(document, fonts, title + " · " + dossier.id(), page -> page + " / " + pages);
            document.save(out);
            return out.toByteArray();
        }
    }

    /** Writes the same document so that only the password opens it: AES with 256 bits. */
    static void seal(byte[] pdf, char[] password, OutputStream out) throws IOException {
        try (PDDocument document = Loader.loadPDF(new RandomAccessReadBuffer(new ByteArrayInputStream(pdf)))) {
            byte[] owner = new byte[32];
            new SecureRandom().nextBytes(owner);
            var policy = new StandardProtectionPolicy(
                    HexFormat.of().formatHex(owner), new String(password), new AccessPermission());
            policy.setEncryptionKeyLength(KEY_BITS);
            document.protect(policy);
            document.save(out);
        }
    }

    private void section(PdfPages paper, Section section) throws IOException {
        if (section.facts().isEmpty() && section.part() == DossierPart.MISSING) {
            return;
        }
        paper.keepTogether(3);
        paper.heading(words.part(section.part()));
        if (section.facts().isEmpty()) {
            paper.note(texts.get("authorities.dossier.unknown"));
        }
        for (Fact fact : section.facts()) {
            paper.gap(3);
            paper.note(words.label(fact.key()));
            for (String value : fact.values()) {
                paper.paragraph(words.value(fact.key(), value));
            }
        }
    }

    /** What hides or turns other words is named instead. */
    private static String named(String value) {
        return HostileText.runs(value).stream()
                .map(run -> run.kind() == HostileText.Kind.PLAIN ? run.shown() : "[" + run.shown() + "]")
                .collect(Collectors.joining());
    }
}
