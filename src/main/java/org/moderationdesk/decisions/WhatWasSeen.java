package org.moderationdesk.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.moderationdesk.items.MediaFile;
import org.moderationdesk.media.MediaSpan;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
     * @param form a {@link org.moderationdesk.media.LookForm} by its name
     * @param spans what of a moving file was shown, in order and apart from each other; empty for a still
     * @param reasons why sealed content was looked at, by name; empty for what is not sealed
     */
    public record Looks(int media, String form, int times, long millis, List<MediaSpan> spans, List<String> reasons) {
        public Looks {
            spans = List.copyOf(spans);
            reasons = List.copyOf(reasons);
        }

        private SortedMap<String, Object> facts() {
            var facts = new TreeMap<String, Object>();
            facts.put("media", media);
            facts.put("form", form);
            facts.put("times", times);
            facts.put("millis", millis);
            if (!spans.isEmpty()) {
                facts.put(
                        "spans",
                        spans.stream()
                                .map(span -> List.of(span.fromMs(), span.toMs()))
                                .toList());
            }
            if (!reasons.isEmpty()) {
                facts.put("reasons", reasons);
            }
            return facts;
        }
    }

    /**
     * What a recorded decision keeps of it.
     *
     * @param seen the object of that name, as {@link StoredDecisions#whole} gives it
     */
    public static WhatWasSeen of(Map<String, ?> seen) {
        JsonNode facts = JsonMapper.shared().valueToTree(seen);
        List<Looks> looks = new ArrayList<>();
        for (JsonNode look : facts.path("looks")) {
            List<MediaSpan> spans = new ArrayList<>();
            for (JsonNode span : look.path("spans")) {
                spans.add(new MediaSpan(span.path(0).asLong(), span.path(1).asLong()));
            }
            List<String> reasons = new ArrayList<>();
            look.path("reasons").forEach(reason -> reasons.add(reason.asString()));
            looks.add(new Looks(
                    look.path("media").asInt(),
                    look.path("form").asString(),
                    look.path("times").asInt(),
                    look.path("millis").asLong(),
                    spans,
                    reasons));
        }
        List<MediaFile.State> media = new ArrayList<>();
        facts.path("media").forEach(state -> media.add(MediaFile.State.valueOf(state.asString())));
        return new WhatWasSeen(facts.path("activeMs").asLong(), looks, media);
    }

    SortedMap<String, Object> facts() {
        var facts = new TreeMap<String, Object>();
        facts.put("activeMs", activeMs);
        facts.put("looks", looks.stream().map(Looks::facts).toList());
        facts.put("media", media.stream().map(Enum::name).toList());
        return facts;
    }
}
