package org.moderationdesk.items;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.items.Author.AgeSource;
import org.moderationdesk.items.Author.PriorMeasure;
import org.moderationdesk.items.LineRefused.Reason;

/** Makes items, accounts and reports of JSON objects, by the rules of the desk format. Safe for any thread. */
final class ItemReader {
    private final Instant latest;

    /** @param latest a time after this is refused */
    ItemReader(Instant latest) {
        this.latest = latest;
    }

    FlaggedItem flagged(Map<String, Object> line) {
        var fields = new Fields(line, latest);
        String id = fields.id("id");
        if (id == null) {
            throw new LineRefused(Reason.NO_ID);
        }
        ItemKind kind = kind(fields);
        List<Report> reports = reports(fields);
        Item item = item(id, kind, fields);
        boolean history = item.author() != null
                && line.get("author") instanceof Map<?, ?> author
                && author.get("priorMeasures") instanceof List;
        return new FlaggedItem(item, reports, history);
    }

    /** An item without its reports, as {@link ItemFields#version} wrote it. */
    Item item(Map<String, Object> object) {
        var fields = new Fields(object, latest);
        String id = fields.id("id");
        if (id == null) {
            throw new LineRefused(Reason.NO_ID);
        }
        return item(id, kind(fields), fields);
    }

    Author author(Map<String, Object> object) {
        return author(new Fields(object, latest), null).orElseThrow(() -> new LineRefused(Reason.NO_ID));
    }

    Report report(Map<String, Object> object) {
        return report(new Fields(object, latest));
    }

    private static ItemKind kind(Fields fields) {
        if (!fields.has("kind")) {
            throw new LineRefused(Reason.NO_KIND);
        }
        ItemKind kind = fields.constant("kind", ItemKind.class);
        if (kind == null) {
            throw new LineRefused(Reason.UNKNOWN_KIND);
        }
        return kind;
    }

    private static Item item(String id, ItemKind kind, Fields fields) {
        return new Item(
                id,
                kind,
                version(fields),
                fields.text("text"),
                fields.text("language"),
                fields.text("region"),
                fields.time("postedAt"),
                fields.text("url"),
                author(id, kind, fields),
                fields.objects("media", ItemReader::media),
                fields.objects("transcript", ItemReader::timedText),
                fields.objects("onScreenText", ItemReader::timedText),
                fields.object("live", ItemReader::live),
                fields.objects("thread", ItemReader::comment),
                fields.object("reach", ItemReader::reach),
                fields.objects("signals", ItemReader::signal),
                fields.objects("hashes", ItemReader::hash),
                fields.extra());
    }

    private static int version(Fields fields) {
        if (!fields.has("version")) {
            return 1;
        }
        Integer version = fields.integer("version");
        if (version == null || version < 0) {
            throw new LineRefused(Reason.BAD_VERSION);
        }
        return version;
    }

    private static List<Report> reports(Fields fields) {
        List<Report> reports = fields.objects("reports", report -> Optional.of(report(report)));
        if (fields.has("reports")) {
            throw new LineRefused(reports.isEmpty() ? Reason.NO_REPORT : Reason.REPORT_INCOMPLETE);
        }
        if (reports.isEmpty()) {
            throw new LineRefused(Reason.NO_REPORT);
        }
        return reports;
    }

    private static Report report(Fields fields) {
        String id = fields.id("id");
        boolean sourceGiven = fields.has("source");
        Report.Source source = fields.constant("source", Report.Source.class);
        Instant at = fields.time("at");
        if (sourceGiven && source == null) {
            throw new LineRefused(Reason.UNKNOWN_SOURCE);
        }
        if (id == null || source == null || at == null) {
            throw new LineRefused(Reason.REPORT_INCOMPLETE);
        }
        return new Report(
                id,
                source,
                fields.text("reporter"),
                fields.text("reason"),
                fields.text("note"),
                fields.texts("sections"),
                at,
                fields.extra());
    }

    /** An account that nobody can name stays among the other facts; that of kind ACCOUNT has the item's own id. */
    private static @Nullable Author author(String itemId, ItemKind kind, Fields fields) {
        if (kind != ItemKind.ACCOUNT) {
            return fields.object("author", author -> author(author, null));
        }
        Author author = fields.object("author", given -> author(given, itemId));
        return author != null
                ? author
                : new Author(
                        itemId,
                        null,
                        null,
                        null,
                        null,
                        null,
                        AgeSource.UNKNOWN,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        Map.of());
    }

    private static Optional<Author> author(Fields fields, @Nullable String defaultId) {
        String given = fields.id("id");
        String id = given == null ? defaultId : given;
        if (id == null) {
            return Optional.empty();
        }
        String handle = fields.text("handle");
        String displayName = fields.text("displayName");
        String bio = fields.text("bio");
        Instant createdAt = fields.time("createdAt");
        Integer age = fields.integer("age");
        AgeSource ageSource = fields.constant("ageSource", AgeSource.class);
        return Optional.of(new Author(
                id,
                handle,
                displayName,
                bio,
                createdAt,
                age,
                ageSource == null ? AgeSource.UNKNOWN : ageSource,
                fields.whole("followers"),
                fields.text("country"),
                fields.texts("deviceIds"),
                fields.objects("priorMeasures", ItemReader::priorMeasure),
                fields.extra()));
    }

    private static Optional<PriorMeasure> priorMeasure(Fields fields) {
        String measure = fields.text("measure");
        return measure == null
                ? Optional.empty()
                : Optional.of(new PriorMeasure(
                        fields.id("id"),
                        measure,
                        fields.text("clause"),
                        fields.time("at"),
                        fields.anyTime("expiresAt"),
                        fields.extra()));
    }

    private static Optional<MediaFile> media(Fields fields) {
        String path = fields.text("path");
        if (path != null && MediaPath.leavesItsFolder(path)) {
            throw new LineRefused(Reason.PATH_OUTSIDE);
        }
        return Optional.of(new MediaFile(
                path,
                fields.text("mime"),
                fields.text("sha256"),
                fields.integer("width"),
                fields.integer("height"),
                fields.whole("durationMs"),
                fields.extra()));
    }

    private static Optional<TimedText> timedText(Fields fields) {
        String text = fields.text("text");
        if (text == null) {
            return Optional.empty();
        }
        Long from = fields.whole("fromMs");
        Long to = fields.whole("toMs");
        long start = from == null ? 0 : from;
        return Optional.of(new TimedText(
                start, to == null ? start : to, text, fields.textsByName("translations"), fields.extra()));
    }

    private static Optional<LiveStream> live(Fields fields) {
        LiveStream.State state = fields.constant("state", LiveStream.State.class);
        Instant startedAt = fields.time("startedAt");
        return state == null
                ? Optional.empty()
                : Optional.of(new LiveStream(
                        state, startedAt, fields.whole("viewers"), fields.whole("segmentMs"), fields.extra()));
    }

    private static Optional<ThreadComment> comment(Fields fields) {
        String id = fields.id("id");
        String text = fields.text("text");
        return Optional.of(new ThreadComment(
                id == null ? "" : id,
                fields.text("author"),
                text == null ? "" : text,
                fields.time("at"),
                fields.extra()));
    }

    private static Optional<Reach> reach(Fields fields) {
        return Optional.of(
                new Reach(fields.whole("views"), fields.whole("shares"), fields.whole("viewsPerHour"), fields.extra()));
    }

    private static Optional<Signal> signal(Fields fields) {
        String name = fields.text("name");
        Double score = fields.number("score");
        return name == null || score == null
                ? Optional.empty()
                : Optional.of(
                        new Signal(name, score, fields.number("threshold"), fields.text("source"), fields.extra()));
    }

    private static Optional<ContentHash> hash(Fields fields) {
        String algorithm = fields.text("algorithm");
        String value = fields.text("value");
        return algorithm == null || value == null
                ? Optional.empty()
                : Optional.of(new ContentHash(algorithm, value, fields.integer("quality"), fields.extra()));
    }
}
