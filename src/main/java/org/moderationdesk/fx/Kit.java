package org.moderationdesk.fx;

import java.time.InstantSource;
import java.time.ZoneId;
import org.moderationdesk.base.Texts;

/** What nearly every screen is made with: words, times and numbers of one language, slow work, covers, the clock. */
public record Kit(
        Texts texts, Times times, Numbers numbers, Background background, Covers covers, InstantSource clock) {
    public static Kit of(Texts texts, ZoneId zone, Background background, Covers covers, InstantSource clock) {
        return new Kit(texts, new Times(texts, zone), new Numbers(texts), background, covers, clock);
    }
}
