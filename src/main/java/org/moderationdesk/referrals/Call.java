package org.moderationdesk.referrals;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One request, byte for byte: a head, perhaps a file, and a tail. */
final class Call {
    private static final String XML = "text/xml; charset=utf-8";
    private static final byte[] NOTHING = {};

    private final What what;
    private final String type;
    private final byte[] head;
    private final @Nullable FileBody file;
    private final byte[] tail;

    private Call(What what, String type, byte[] head, @Nullable FileBody file, byte[] tail) {
        this.what = what;
        this.type = type;
        this.head = head.clone();
        this.file = file;
        this.tail = tail.clone();
    }

    static Call reading(What what) {
        return new Call(what, "", NOTHING, null, NOTHING);
    }

    /** A document as the body. */
    static Call document(What what, byte[] xml) {
        return new Call(what, XML, xml, null, NOTHING);
    }

    /** A form with the report's number alone. */
    static Call ofReport(What what, long report, String boundary) {
        String form = id(report, boundary) + "--" + boundary + "--\r\n";
        return new Call(what, form(boundary), ascii(form), null, NOTHING);
    }

    /** A form with the report's number and a file; how the file is called here stays here. */
    static Call upload(long report, FileBody file, String boundary) {
        String head = id(report, boundary) + "--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"file\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n";
        return new Call(What.UPLOAD, form(boundary), ascii(head), file, ascii("\r\n--" + boundary + "--\r\n"));
    }

    What what() {
        return what;
    }

    /** The content type. */
    String type() {
        return type;
    }

    byte[] head() {
        return head.clone();
    }

    @Nullable
    FileBody file() {
        return file;
    }

    byte[] tail() {
        return tail.clone();
    }

    long bytes() {
        return head.length + (file == null ? 0 : file.bytes()) + tail.length;
    }

    private static String form(String boundary) {
        return "multipart/form-data; boundary=" + boundary;
    }

    private static String id(long report, String boundary) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"id\"\r\n\r\n" + report + "\r\n";
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
