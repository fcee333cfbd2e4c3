package org.moderationdesk.practice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.moderationdesk.items.DeskFormat;
import org.moderationdesk.items.FlaggedItem;
import org.moderationdesk.items.LineRefused;
import org.moderationdesk.practice.PracticeRefused.Why;

/**
 * A set as files: its terms ({@link TermsJson}), its items in the desk format, one a line, and its keys ({@link KeyJson}),
 * one a line. An item without a key, and a key of an item that the set has already, are fine. Pure.
 */
public final class SetFiles {
    private static final int LONGEST_ID = 60;

    private SetFiles() {}

    /**
     * Reads items and keys.
     *
     * @param items lines of the desk format; blank ones are passed over
     * @param keys lines of keys; blank ones are passed over
     * @param by who stands for the keys
     * @param now times of items may not lie far after it
     * @throws PracticeRefused by the first line that cannot be read, which it names
     */
    public static Changes read(List<String> items, List<String> keys, String by, Instant now) {
        Map<String, KeyJson.Line> read = new HashMap<>();
        List<KeyJson.Line> inOrder = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            if (!keys.get(i).isBlank()) {
                KeyJson.Line one = KeyJson.read(keys.get(i), "keys " + (i + 1), by);
                if (read.put(one.itemId(), one) != null) {
                    throw Json.format("keys " + (i + 1));
                }
                inOrder.add(one);
            }
        }
        var format = new DeskFormat(now);
        List<Changes.Put> put = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            if (!items.get(i).isBlank()) {
                FlaggedItem item = item(format, items.get(i), "items " + (i + 1));
                if (!seen.add(item.item().id())) {
                    throw Json.format("items " + (i + 1));
                }
                KeyJson.Line key = read.get(item.item().id());
                put.add(new Changes.Put(key == null ? Told.nothing() : key.title(), item, null));
            }
        }
        if (put.size() > Sets.MOST_ITEMS) {
            throw new PracticeRefused(Why.TOO_MANY_ITEMS, Sets.MOST_ITEMS);
        }
        return Changes.ofItems(put, inOrder);
    }

    private static FlaggedItem item(DeskFormat format, String line, String place) {
        try {
            FlaggedItem read = format.read(line);
            if (read.item().id().length() > LONGEST_ID) {
                throw Json.format(place);
            }
            return read;
        } catch (LineRefused _) {
            throw Json.format(place);
        }
    }
}
