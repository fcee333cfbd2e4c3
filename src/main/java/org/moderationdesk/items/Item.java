package org.moderationdesk.items;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of an item, as the desk format tells it (item-format), without its reports.
 *
 * @param language BCP 47 tag, as given
 * @param region ISO 3166 code, as given
 * @param extra fields that the format does not name, kept and shown as other facts
 */
public record Item(
        String id,
        ItemKind kind,
        int version,
        @Nullable String text,
        @Nullable String language,
        @Nullable String region,
        @Nullable Instant postedAt,
        @Nullable String url,
        @Nullable Author author,
        List<MediaFile> media,
        List<TimedText> transcript,
        List<TimedText> onScreenText,
        @Nullable LiveStream live,
        List<ThreadComment> thread,
        @Nullable Reach reach,
        List<Signal> signals,
        List<ContentHash> hashes,
        Map<String, Object> extra) {
    public Item {
        media = List.copyOf(media);
        transcript = List.copyOf(transcript);
        onScreenText = List.copyOf(onScreenText);
        thread = List.copyOf(thread);
        signals = List.copyOf(signals);
        hashes = List.copyOf(hashes);
        extra = Map.copyOf(extra);
    }

    /** A livestream that is running now. */
    public boolean isLiveNow() {
        return live != null && live.state() == LiveStream.State.RUNNING;
    }

    /** The same, with of its account what had happened by then. */
    Item as(Instant moment) {
        return author == null ? this : by(author.at(moment));
    }

    /** The same item by this account. */
    Item by(Author account) {
        return new Item(
                id,
                kind,
                version,
                text,
                language,
                region,
                postedAt,
                url,
                account,
                media,
                transcript,
                onScreenText,
                live,
                thread,
                reach,
                signals,
                hashes,
                extra);
    }

    /** The same item with these files. */
    public Item with(List<MediaFile> files) {
        return new Item(
                id,
                kind,
                version,
                text,
                language,
                region,
                postedAt,
                url,
                author,
                files,
                transcript,
                onScreenText,
                live,
                thread,
                reach,
                signals,
                hashes,
                extra);
    }
}
