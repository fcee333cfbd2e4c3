package org.moderationdesk.referrals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.referrals.ncmec.Element;
import org.moderationdesk.referrals.ncmec.Xml;
import org.moderationdesk.referrals.ncmec.XmlRefused;

/**
 * An answer that could be read.
 *
 * @param code NCMEC's own; the documented ones are not all
 * @param files numbers of the files, in the receipt of a finished report
 */
record Response(
        int code,
        @Nullable Long reportId,
        @Nullable String fileId,
        @Nullable String hash,
        List<String> files) {
    Response {
        files = List.copyOf(files);
    }

    /** Empty where the body is not one of NCMEC's answers. */
    static Optional<Response> read(byte[] body) {
        try {
            Element root = Xml.read(body);
            boolean known = root.name().equals("reportResponse") || root.name().equals("reportDoneResponse");
            return known ? read(root) : Optional.empty();
        } catch (XmlRefused otherwise) {
            return Optional.empty();
        }
    }

    private static Optional<Response> read(Element root) {
        try {
            String code = root.child("responseCode").map(Element::text).orElse("");
            return Optional.of(new Response(
                    Integer.parseInt(code.strip()),
                    root.child("reportId")
                            .map(id -> Long.valueOf(id.text().strip()))
                            .orElse(null),
                    root.child("fileId").map(id -> id.text().strip()).orElse(null),
                    root.child("hash").map(hash -> hash.text().strip()).orElse(null),
                    root.child("files").stream()
                            .flatMap(files -> files.children().stream())
                            .flatMap(file -> Stream.of(file.text().strip()))
                            .toList()));
        } catch (NumberFormatException otherwise) {
            return Optional.empty();
        }
    }
}
