package org.moderationdesk.items;

import java.util.Map;

/** Words spoken or shown from one moment to another, in milliseconds, with translations by language tag. */
public record TimedText(
        long fromMs, long toMs, String text, Map<String, String> translations, Map<String, Object> extra) {
    public TimedText {
        translations = Map.copyOf(translations);
        extra = Map.copyOf(extra);
    }
}
