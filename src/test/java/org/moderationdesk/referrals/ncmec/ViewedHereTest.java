package org.moderationdesk.referrals.ncmec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderationdesk.media.Look;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.media.MediaSpan;
import org.moderationdesk.referrals.ncmec.ViewedHere.Extent;

class ViewedHereTest {
    /** looks: form, then from-to in milliseconds for a film or sound, or - for a still. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        picture     | COLOUR -                                   | true
        picture     | GREY -                                     | true
        picture     | OUTLINE - OUTLINE -                        | false
        picture     | SMALL_GREY -                               | false
        picture     | LOUPE - LOUPE - LOUPE -                    | false
        picture     | FRAMES -                                   | false
        picture     | SOUND -                                    | false
        picture     | OUTLINE - GREY -                           | true
        picture     |                                            | false
        film 10000  | COLOUR 0-10000                             | true
        film 10000  | GREY 0-10000                               | true
        film 10000  | GREY 0-6000 COLOUR 5000-10000              | true
        film 10000  | COLOUR 5000-10000 GREY 0-6000              | true
        film 10000  | GREY 0-4000 COLOUR 4040-10000              | true
        film 10000  | GREY 0-4000 COLOUR 4041-10000              | false
        film 10000  | COLOUR 40-9960                             | true
        film 10000  | COLOUR 41-10000                            | false
        film 10000  | COLOUR 0-9959                              | false
        film 10000  | GREY 0-4000 SMALL_GREY 0-10000             | false
        film 10000  | OUTLINE 0-10000 LOUPE 0-10000              | false
        film 10000  | FRAMES 0-10000                             | false
        film 10000  | SOUND 0-10000                              | false
        film 10000  | COLOUR -                                   | false
        film 10000  | COLOUR 0-0                                 | false
        film 10000  |                                            | false
        sound 10000 | SOUND 0-10000                              | true
        sound 10000 | SOUND 0-5000 SOUND 5001-10000              | true
        sound 10000 | SOUND 0-5000 SOUND 5100-10000              | false
        sound 10000 | COLOUR 0-10000                             | false
        unknown     | COLOUR - COLOUR 0-10000                    | false
        """)
    void aFileWasSeenOnlyIfAllOfItWas(String extent, String looks, boolean seen) {
        ViewedHere viewed = ViewedHere.of(extent(extent), looks(looks == null ? "" : looks), false);

        assertThat(viewed).isEqualTo(new ViewedHere(seen, false));
    }

    @Test
    void aSpanThatIsLongerThanTheLookCouldPlayIsAJump() {
        var jump = new Look(0, LookForm.COLOUR, 3_000, new MediaSpan(0, 10_000));
        var fast = new Look(0, LookForm.COLOUR, 3_334, new MediaSpan(0, 10_000));

        assertThat(ViewedHere.of(extent("film 10000"), List.of(jump), false).file())
                .isFalse();
        assertThat(ViewedHere.of(extent("film 10000"), List.of(fast), false).file())
                .isTrue();
    }

    @Test
    void aLookThatLastedNoTimeShowedNothing() {
        assertThat(ViewedHere.of(new Extent.Picture(), List.of(new Look(0, LookForm.COLOUR, 0, null)), true))
                .isEqualTo(new ViewedHere(false, false));
    }

    @Test
    void metadataCountsOnlyBesideTheFile() {
        List<Look> whole = looks("COLOUR -");

        assertThat(ViewedHere.of(new Extent.Picture(), whole, true)).isEqualTo(new ViewedHere(true, true));
        assertThat(ViewedHere.of(new Extent.Picture(), List.of(), true)).isEqualTo(new ViewedHere(false, false));
    }

    private static Extent extent(String words) {
        String[] parts = words.split(" ");
        return switch (parts[0]) {
            case "picture" -> new Extent.Picture();
            case "film" -> new Extent.Film(Long.parseLong(parts[1]), 40);
            case "sound" -> new Extent.Sound(Long.parseLong(parts[1]));
            default -> new Extent.Unknown();
        };
    }

    private static List<Look> looks(String words) {
        String[] parts = words.isBlank() ? new String[0] : words.strip().split(" +");
        List<Look> looks = new ArrayList<>();
        for (int i = 0; i < parts.length; i += 2) {
            LookForm form = LookForm.valueOf(parts[i]);
            if (parts[i + 1].equals("-")) {
                looks.add(new Look(0, form, 1_500, null));
            } else {
                String[] span = parts[i + 1].split("-");
                long from = Long.parseLong(span[0]);
                long to = Long.parseLong(span[1]);
                looks.add(new Look(0, form, to - from, new MediaSpan(from, to)));
            }
        }
        return looks;
    }
}
