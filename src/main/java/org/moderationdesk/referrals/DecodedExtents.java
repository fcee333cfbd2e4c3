package org.moderationdesk.referrals;

import java.util.EnumSet;
import java.util.Set;
import org.moderationdesk.media.decode.Clip;
import org.moderationdesk.media.decode.ClipFacts;
import org.moderationdesk.media.decode.Decoder;
import org.moderationdesk.media.decode.MediaRefused;
import org.moderationdesk.media.decode.Missing;
import org.moderationdesk.referrals.ncmec.ViewedHere.Extent;

/** Asks the decoder how long films and sounds last. Not for the JavaFX thread; safe for any other. */
public final class DecodedExtents implements Extents {
    /** With one of these, more may be in the file than was ever shown, or its length is not what it says. */
    private static final Set<Missing> UNCERTAIN = EnumSet.of(
            Missing.UNREADABLE_PICTURE,
            Missing.UNREADABLE_SOUND,
            Missing.TRUNCATED,
            Missing.NO_DURATION,
            Missing.GROWING);

    private static final long SECOND = 1_000;

    private final Decoder decoder;

    public DecodedExtents(Decoder decoder) {
        this.decoder = decoder;
    }

    @Override
    public Extent of(String sha256) {
        try (Clip clip = decoder.open(sha256)) {
            return of(clip.facts());
        } catch (MediaRefused notDecoded) {
            return new Extent.Unknown();
        }
    }

    static Extent of(ClipFacts facts) {
        Long micros = facts.durationMicros();
        if (micros == null || micros <= 0 || facts.missing().stream().anyMatch(UNCERTAIN::contains)) {
            return new Extent.Unknown();
        }
        long millis = Math.ceilDiv(micros, SECOND);
        if (facts.picture()) {
            return new Extent.Film(millis, frameMillis(facts));
        }
        return facts.sound() ? new Extent.Sound(millis) : new Extent.Unknown();
    }

    /** Frames that lie unevenly may lie closer than they do on average: no gap is forgiven then. */
    private static long frameMillis(ClipFacts facts) {
        Double rate = facts.framesPerSecond();
        return rate == null || rate <= 0 || facts.variableRate() ? 0 : Math.min(SECOND, (long) (SECOND / rate));
    }
}
