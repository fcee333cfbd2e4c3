package org.moderationdesk.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.Progress;

/** Says now and then how far long work is. */
final class ProgressLine implements Progress {
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final Says says;
    private final Texts texts;
    private final String key;
    private final InstantSource clock;
    private Instant last;

    /** @param key a sentence of the cli bundle with {0} done and {1} in all */
    ProgressLine(Says says, Texts texts, String key, InstantSource clock) {
        this.says = says;
        this.texts = texts;
        this.key = key;
        this.clock = clock;
        this.last = clock.instant();
    }

    @Override
    public void at(long done, long total) {
        Instant now = clock.instant();
        if (total > 0 && Duration.between(last, now).compareTo(EVERY) >= 0) {
            last = now;
            says.message(texts.get(key, done, total));
        }
    }
}
