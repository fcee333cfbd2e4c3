package org.moderationdesk.referrals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.moderationdesk.referrals.ncmec.Element;
import org.moderationdesk.referrals.ncmec.Outline;
import org.moderationdesk.referrals.ncmec.Validator;
import org.moderationdesk.referrals.ncmec.Xml;
import org.moderationdesk.referrals.ncmec.XmlRefused;

/** What the test server knows: reports, their files, and when an unfinished one lapses. Safe for any thread. */
final class TestReports {
    private static final Duration AFTER_OPENING = Duration.ofHours(24);
    private static final Duration AFTER_LAST = Duration.ofHours(1);

    private final InstantSource clock;
    private final Map<Long, Kept> reports = new LinkedHashMap<>();

    TestReports(InstantSource clock) {
        this.clock = clock;
    }

    enum State {
        OPEN,
        FINISHED,
        RETRACTED
    }

    static final class Kept {
        private final Instant opened;
        private final boolean batched;
        private final Map<String, byte[]> files = new LinkedHashMap<>();
        private final Map<String, Element> details = new LinkedHashMap<>();
        private State state = State.OPEN;
        private Instant touched;

        private Kept(Instant opened, boolean batched) {
            this.opened = opened;
            this.touched = opened;
            this.batched = batched;
        }

        State state() {
            return state;
        }

        List<byte[]> files() {
            return List.copyOf(files.values());
        }

        List<Element> details() {
            return List.copyOf(details.values());
        }
    }

    synchronized List<Kept> in(State state) {
        return reports.values().stream().filter(report -> report.state == state).toList();
    }

    synchronized int count() {
        return reports.size();
    }

    /** An answer in the form of 1.3. */
    record Said(int status, String xml) {
        static Said of(int code, String rest) {
            return new Said(
                    200,
                    "<reportResponse><responseCode>" + code
                            + "</responseCode><responseDescription>said the test server</responseDescription>" + rest
                            + "</reportResponse>");
        }
    }

    synchronized Said open(String type, byte[] body) {
        if (!type.replace(" ", "").equalsIgnoreCase("text/xml;charset=utf-8")) {
            return Said.of(4000, "");
        }
        Element report;
        try {
            report = Xml.read(body);
        } catch (XmlRefused malformed) {
            return Said.of(4110, "");
        }
        if (!validator().check(report).isEmpty()) {
            return Said.of(4100, "");
        }
        long id = 10_000_000L + reports.size() + 1;
        reports.put(id, new Kept(clock.instant(), report.child("batchedReport").isPresent()));
        return Said.of(0, "<reportId>" + id + "</reportId>");
    }

    synchronized Said upload(Optional<Long> id, Optional<byte[]> file) {
        if (id.isEmpty() || file.isEmpty()) {
            return Said.of(4200, "");
        }
        return open(id.get()).orElseGet(() -> {
            Kept report = reports.get(id.get());
            String fileId = md5((id.get() + " " + report.files.size()).getBytes(StandardCharsets.UTF_8));
            report.files.put(fileId, file.get());
            report.touched = clock.instant();
            return Said.of(
                    0,
                    "<reportId>" + id.get() + "</reportId><fileId>" + fileId + "</fileId><hash>" + md5(file.get())
                            + "</hash>");
        });
    }

    synchronized Said describe(byte[] body) {
        Element details;
        try {
            details = Xml.read(body);
        } catch (XmlRefused malformed) {
            return Said.of(4110, "");
        }
        if (!validator().checkFile(details, false).isEmpty()
                || details.child("reportId").isEmpty()
                || details.child("fileId").isEmpty()) {
            return Said.of(4100, "");
        }
        long id = Long.parseLong(details.child("reportId").orElseThrow().text());
        String fileId = details.child("fileId").orElseThrow().text();
        return open(id).orElseGet(() -> {
            Kept report = reports.get(id);
            if (!report.files.containsKey(fileId)) {
                return Said.of(5002, "");
            }
            if (report.details.containsKey(fileId)) {
                return Said.of(4000, "");
            }
            report.details.put(fileId, details);
            report.touched = clock.instant();
            return Said.of(0, "<reportId>" + id + "</reportId>");
        });
    }

    synchronized Said finish(Optional<Long> id) {
        if (id.isEmpty()) {
            return Said.of(4000, "");
        }
        return open(id.get()).orElseGet(() -> {
            Kept report = reports.get(id.get());
            if (report.batched && report.files.size() > 1) {
                return new Said(400, Said.of(4100, "").xml());
            }
            report.state = State.FINISHED;
            var files = new StringBuilder();
            report.files
                    .keySet()
                    .forEach(file -> files.append("<fileId>").append(file).append("</fileId>"));
            return new Said(
                    200,
                    "<reportDoneResponse><responseCode>0</responseCode><reportId>" + id.get() + "</reportId><files>"
                            + files + "</files></reportDoneResponse>");
        });
    }

    synchronized Said retract(Optional<Long> id) {
        if (id.isEmpty()) {
            return Said.of(4000, "");
        }
        return open(id.get()).orElseGet(() -> {
            reports.get(id.get()).state = State.RETRACTED;
            return Said.of(0, "<reportId>" + id.get() + "</reportId>");
        });
    }

    /** Why nothing can be done with the report; empty while it is open. */
    private Optional<Said> open(long id) {
        Kept report = reports.get(id);
        if (report == null || report.state == State.OPEN && hasLapsed(report)) {
            return Optional.of(Said.of(5001, ""));
        }
        return switch (report.state) {
            case OPEN -> Optional.empty();
            case FINISHED -> Optional.of(Said.of(5102, ""));
            case RETRACTED -> Optional.of(Said.of(5101, ""));
        };
    }

    private boolean hasLapsed(Kept report) {
        Instant now = clock.instant();
        return now.isAfter(report.opened.plus(AFTER_OPENING)) && now.isAfter(report.touched.plus(AFTER_LAST));
    }

    private Validator validator() {
        return new Validator(Outline.read(), clock, Set.of());
    }

    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Bytes of a part of a multipart body; empty where there is no such part. */
    static Optional<byte[]> part(byte[] body, String boundary, String name) {
        var latin = StandardCharsets.ISO_8859_1;
        List<byte[]> found = new ArrayList<>();
        for (String part : new String(body, latin).split("--" + Pattern.quote(boundary), -1)) {
            int end = part.indexOf("\r\n\r\n");
            if (end > 0 && part.substring(0, end).contains("name=\"" + name + "\"")) {
                found.add(part.substring(end + 4, part.length() - 2).getBytes(latin));
            }
        }
        return found.stream().findFirst();
    }
}
