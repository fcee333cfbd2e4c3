package org.moderationdesk.decisions;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.moderationdesk.items.MediaFile;

/**
 * What the person saw of the item before deciding; kept with the decision, so that an audit replays exactly that.
 *
 * @param activeMs with the window in focus and input going on, in milliseconds
 * @param looks every form in which content was uncovered
 * @param media for each media file of the item whether it was the one that the item names, in the item's order
 */
public record WhatWasSeen(long activeMs, List<Looks> looks, List<MediaFile.State> media) {
    public WhatWasSeen {
        looks = List.copyOf(looks);
        media = List.copyOf(media);
    }

    /** Decided without looking, as from the command line. */
    public static WhatWasSeen nothing() {
        return new WhatWasSeen(0, List.of(), List.of());
    }

    /**
     * How often and how long one media file was uncovered in one form.
     *
     * @param media index of the file
     * @param form such as "REVEALED", a constant of the screen that uncovers
     */
    public record Looks(int media, String form, int times, long millis) {}

    SortedMap<String, Object> facts() {
        var facts = new TreeMap<String, Object>();
        facts.put("activeMs", activeMs);
        facts.put(
                "looks",
                looks.stream()
                        .map(look -> Map.of(
                                "media", look.media(),
                                "form", look.form(),
                                "times", look.times(),
                                "millis", look.millis()))
                        .toList());
        facts.put("media", media.stream().map(Enum::name).toList());
        return facts;
    }
}
