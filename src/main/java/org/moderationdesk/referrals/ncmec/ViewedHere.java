package org.moderationdesk.referrals.ncmec;

import java.util.List;
import java.util.Objects;
import org.moderationdesk.media.Look;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.media.MediaSpan;

/**
 * Whether somebody here saw the entire contents of a file, and its metadata: by the record of looks, and by nothing else.
 * The answer is what a search without a warrant is judged by, so what is not certain counts as not seen: outlines, small
 * grey pictures, loupes and single frames never count, however many they are.
 *
 * @param file whether looks at all of it, uncovered or full grey, together span the whole picture or the whole duration
 * @param metadata whether its metadata was shown, and the file was seen as well
 */
public record ViewedHere(boolean file, boolean metadata) {
    private static final long FASTEST = 3;

    public ViewedHere {
        if (metadata && !file) {
            throw new IllegalArgumentException("metadata seen of a file that was not");
        }
    }

    /** What a file is, as far as seeing all of it goes. */
    public sealed interface Extent {
        /** One picture. */
        record Picture() implements Extent {}

        /**
         * A film, seen; what is heard of it does not count as seen.
         *
         * @param millis how long it lasts
         * @param frameMillis how long one frame stands, at most a second: a gap no longer holds no other frame
         */
        record Film(long millis, long frameMillis) implements Extent {
            public Film {
                if (millis <= 0 || frameMillis < 0 || frameMillis > 1_000) {
                    throw new IllegalArgumentException("not a film");
                }
            }
        }

        /**
         * Sound alone, heard.
         *
         * @param millis how long it lasts
         */
        record Sound(long millis) implements Extent {
            public Sound {
                if (millis <= 0) {
                    throw new IllegalArgumentException("not a sound");
                }
            }
        }

        /** What the desk cannot show whole, or whose length it does not know. */
        record Unknown() implements Extent {}
    }

    /**
     * Derives both.
     *
     * @param looks at this file alone, by everybody who worked on the case
     * @param metadataShown whether its metadata was shown
     */
    public static ViewedHere of(Extent extent, List<Look> looks, boolean metadataShown) {
        boolean file =
                switch (extent) {
                    case Extent.Picture _ -> looks.stream().anyMatch(look -> isWhole(look) && look.span() == null);
                    case Extent.Film film ->
                        spans(looks.stream().filter(ViewedHere::isWhole).toList(), film.millis(), film.frameMillis());
                    case Extent.Sound sound ->
                        spans(
                                looks.stream()
                                        .filter(look -> look.form() == LookForm.SOUND && look.millis() > 0)
                                        .toList(),
                                sound.millis(),
                                0);
                    case Extent.Unknown _ -> false;
                };
        return new ViewedHere(file, file && metadataShown);
    }

    private static boolean isWhole(Look look) {
        return look.form().isWhole() && look.millis() > 0;
    }

    private static boolean spans(List<Look> looks, long millis, long frame) {
        List<MediaSpan> seen = MediaSpan.joined(looks.stream()
                .filter(look -> isPlausible(look, frame))
                .map(Look::span)
                .filter(Objects::nonNull)
                .toList());
        long until = 0;
        for (MediaSpan span : seen) {
            if (span.fromMs() > until + frame) {
                return false;
            }
            until = span.toMs();
        }
        return !seen.isEmpty() && until + frame >= millis;
    }

    /** Nobody sees more of a film than plays in the time: a span that is longer has a jump in it. */
    private static boolean isPlausible(Look look, long frame) {
        MediaSpan span = look.span();
        return span != null && span.toMs() - span.fromMs() <= FASTEST * look.millis() + frame;
    }
}
