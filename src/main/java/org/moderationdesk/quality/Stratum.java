package org.moderationdesk.quality;

import java.util.Comparator;

/**
 * Why a decision was drawn.
 *
 * @param section the section's code for a stratum of one section; empty else
 */
public record Stratum(Kind kind, String section) implements Comparable<Stratum> {
    /** In the order in which they are asked: the first that draws a decision names it. */
    public enum Kind {
        /** All of chapter 8. */
        CHAPTER_8,
        /** The first decisions, or days, of a person. */
        NEW_REVIEWER,
        /** A share, or a number a week, of one section. */
        SECTION,
        /** Wide reach, or low confidence. */
        RISK,
        /** A random share of all. */
        RANDOM,
        /** Somebody asked for it, for a reason. */
        ASKED
    }

    private static final Comparator<Stratum> ORDER =
            Comparator.comparing(Stratum::kind).thenComparing(Stratum::section);

    public Stratum {
        if (section.isEmpty() == (kind == Kind.SECTION)) {
            throw new IllegalArgumentException("a section goes with the stratum of one section");
        }
    }

    /** In the order in which they are asked; sections by their code. */
    @Override
    public int compareTo(Stratum other) {
        return ORDER.compare(this, other);
    }

    static Stratum of(Kind kind) {
        return new Stratum(kind, "");
    }

    static Stratum ofSection(String section) {
        return new Stratum(Kind.SECTION, section);
    }

    /** As it is stored. */
    String stored() {
        return section.isEmpty() ? kind.name() : kind.name() + " " + section;
    }

    static Stratum read(String stored) {
        int space = stored.indexOf(' ');
        return space < 0
                ? of(Kind.valueOf(stored))
                : new Stratum(Kind.valueOf(stored.substring(0, space)), stored.substring(space + 1));
    }
}
