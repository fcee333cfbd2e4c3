package org.moderationdesk.items;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.items.Author.AgeSource;
import org.moderationdesk.items.Author.PriorMeasure;

/** Makes JSON objects of items, accounts and reports, in the names of the desk format. Absent fields are left out. */
final class ItemFields {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    private ItemFields() {}

    static Map<String, Object> flagged(FlaggedItem flagged) {
        ItemFields made = item(flagged.item());
        Author author = flagged.item().author();
        if (author != null) {
            Map<String, Object> account = account(author);
            if (flagged.historyGiven() && author.priorMeasures().isEmpty()) {
                account.put("priorMeasures", List.of());
            }
            made.put("author", account);
        }
        return made.put(
                        "reports",
                        flagged.reports().stream().map(ItemFields::report).toList())
                .fields;
    }

    /**
     * The version as the store keeps it: without reports and without the account, which goes on changing; only for kind
     * ACCOUNT the account as it was is the content.
     */
    static Map<String, Object> version(Item item) {
        ItemFields made = item(item);
        if (item.kind() == ItemKind.ACCOUNT && item.author() != null) {
            made.put("author", account(item.author()));
        }
        return made.fields;
    }

    static Map<String, Object> account(Author author) {
        boolean ageKnown = author.age() != null || author.ageSource() != AgeSource.UNKNOWN;
        return new ItemFields()
                .put("id", author.id())
                .put("handle", author.handle())
                .put("displayName", author.displayName())
                .put("bio", author.bio())
                .put("createdAt", author.createdAt())
                .put("age", author.age())
                .put("ageSource", ageKnown ? author.ageSource() : null)
                .put("followers", author.followers())
                .put("country", author.country())
                .put("deviceIds", author.deviceIds())
                .put(
                        "priorMeasures",
                        author.priorMeasures().stream()
                                .map(ItemFields::priorMeasure)
                                .toList())
                .put("extra", author.extra())
                .fields;
    }

    static Map<String, Object> report(Report report) {
        return new ItemFields()
                .put("id", report.id())
                .put("source", report.source())
                .put("reporter", report.reporter())
                .put("reason", report.reason())
                .put("note", report.note())
                .put("sections", report.sections())
                .put("at", report.at())
                .put("extra", report.extra())
                .fields;
    }

    private static ItemFields item(Item item) {
        return new ItemFields()
                .put("id", item.id())
                .put("kind", item.kind())
                .put("version", item.version())
                .put("text", item.text())
                .put("language", item.language())
                .put("region", item.region())
                .put("postedAt", item.postedAt())
                .put("url", item.url())
                .put("media", item.media().stream().map(ItemFields::media).toList())
                .put(
                        "transcript",
                        item.transcript().stream().map(ItemFields::timed).toList())
                .put(
                        "onScreenText",
                        item.onScreenText().stream().map(ItemFields::timed).toList())
                .put("live", item.live() == null ? null : live(item.live()))
                .put("thread", item.thread().stream().map(ItemFields::comment).toList())
                .put("reach", item.reach() == null ? null : reach(item.reach()))
                .put("signals", item.signals().stream().map(ItemFields::signal).toList())
                .put("hashes", item.hashes().stream().map(ItemFields::hash).toList())
                .put("extra", item.extra());
    }

    private static Map<String, Object> priorMeasure(PriorMeasure prior) {
        return new ItemFields()
                .put("id", prior.id())
                .put("measure", prior.measure())
                .put("clause", prior.clause())
                .put("at", prior.at())
                .put("expiresAt", prior.expiresAt())
                .put("extra", prior.extra())
                .fields;
    }

    private static Map<String, Object> media(MediaFile media) {
        return new ItemFields()
                .put("path", media.path())
                .put("mime", media.mime())
                .put("sha256", media.sha256())
                .put("width", media.width())
                .put("height", media.height())
                .put("durationMs", media.durationMs())
                .put("extra", media.extra())
                .fields;
    }

    private static Map<String, Object> timed(TimedText timed) {
        return new ItemFields()
                .put("fromMs", timed.fromMs())
                .put("toMs", timed.toMs())
                .put("text", timed.text())
                .put("translations", timed.translations())
                .put("extra", timed.extra())
                .fields;
    }

    private static Map<String, Object> live(LiveStream live) {
        return new ItemFields()
                .put("state", live.state())
                .put("startedAt", live.startedAt())
                .put("viewers", live.viewers())
                .put("segmentMs", live.segmentMs())
                .put("extra", live.extra())
                .fields;
    }

    private static Map<String, Object> comment(ThreadComment comment) {
        return new ItemFields()
                .put("id", comment.id().isEmpty() ? null : comment.id())
                .put("author", comment.author())
                .put("text", comment.text())
                .put("at", comment.at())
                .put("extra", comment.extra())
                .fields;
    }

    private static Map<String, Object> reach(Reach reach) {
        return new ItemFields()
                .put("views", reach.views())
                .put("shares", reach.shares())
                .put("viewsPerHour", reach.viewsPerHour())
                .put("extra", reach.extra())
                .fields;
    }

    private static Map<String, Object> signal(Signal signal) {
        return new ItemFields()
                .put("name", signal.name())
                .put("score", signal.score())
                .put("threshold", signal.threshold())
                .put("source", signal.source())
                .put("extra", signal.extra())
                .fields;
    }

    private static Map<String, Object> hash(ContentHash hash) {
        return new ItemFields()
                .put("algorithm", hash.algorithm())
                .put("value", hash.value())
                .put("quality", hash.quality())
                .put("extra", hash.extra())
                .fields;
    }

    private ItemFields put(String name, @Nullable Object value) {
        boolean empty =
                switch (value) {
                    case null -> true;
                    case Collection<?> values -> values.isEmpty();
                    // An empty object was given as one; these two are ours.
                    case Map<?, ?> values -> values.isEmpty() && (name.equals("extra") || name.equals("translations"));
                    default -> false;
                };
        if (!empty && value != null) {
            fields.put(name, value instanceof Instant time ? time.toString() : value);
        }
        return this;
    }
}
