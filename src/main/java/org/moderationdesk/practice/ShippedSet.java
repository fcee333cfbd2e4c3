package org.moderationdesk.practice;

import java.util.List;
import java.util.Map;
import org.moderationdesk.items.FlaggedItem;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.MediaFile;

/**
 * A set that comes with the desk, its items in one language.
 *
 * @param name by which its files are known, such as {@code start-here}; the same in every language
 * @param items whose media are not drawn yet, see {@link #drawn}
 * @param keys one for each item, in their order
 * @param drawings what its media are to show
 */
public record ShippedSet(
        String name, SetTerms terms, List<Changes.Put> items, List<KeyJson.Line> keys, List<Drawing> drawings) {
    public ShippedSet {
        items = List.copyOf(items);
        keys = List.copyOf(keys);
        drawings = List.copyOf(drawings);
    }

    /**
     * A file that an item names and that is drawn before it is used, so that nobody is seen in it.
     *
     * @param scene by the name that whoever draws knows it by
     * @param content of the item, which says what kind of file it is, and how long and large
     */
    public record Drawing(String path, String scene, Item content) {}

    /**
     * What a set is made of, its files drawn.
     *
     * @param files the SHA-256 of each by its path; one that is not among them is only spoken of
     */
    public Changes drawn(Map<String, String> files) {
        return Changes.ofItems(
                items.stream()
                        .map(put -> new Changes.Put(put.title(), with(put.content(), files), put.source()))
                        .toList(),
                keys);
    }

    private static FlaggedItem with(FlaggedItem flagged, Map<String, String> files) {
        Item item = flagged.item();
        List<MediaFile> media = item.media().stream()
                .map(file -> new MediaFile(
                        files.containsKey(file.path()) ? file.path() : null,
                        file.mime(),
                        files.get(file.path()),
                        file.width(),
                        file.height(),
                        file.durationMs(),
                        file.extra()))
                .toList();
        return new FlaggedItem(item.with(media), flagged.reports(), flagged.historyGiven());
    }
}
