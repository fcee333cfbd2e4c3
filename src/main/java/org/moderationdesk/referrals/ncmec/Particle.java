package org.moderationdesk.referrals.ncmec;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What may stand in one place of a document: an element, an attribute, or the text itself.
 *
 * @param type a shape, a list of values or a {@link Scalar}
 * @param most how often it may stand there
 * @param longest in characters; 0 for no bound
 */
public record Particle(String name, String type, int least, int most, int longest, Standing standing) {
    private static final Pattern FORM =
            Pattern.compile("(\\w+)([?*+]?)(?: (\\w+))?(?:\\{(\\d+)})?(?: (later|unsent))?");

    /** Whether it is in the schema that everybody has. */
    public enum Standing {
        KNOWN,
        /** Only in newer schemas. */
        LATER,
        /** In the schema, and not in the documentation: not sent. */
        UNSENT
    }

    /** From its written form, such as {@code url* url{2083}}; without a type its name is its type. */
    static Particle of(String written) {
        Matcher form = FORM.matcher(written);
        if (!form.matches()) {
            throw new IllegalArgumentException("not a particle: " + written);
        }
        String name = form.group(1);
        String often = form.group(2);
        String longest = form.group(4);
        String standing = form.group(5);
        return new Particle(
                name,
                form.group(3) == null ? name : form.group(3),
                often.isEmpty() || often.equals("+") ? 1 : 0,
                often.equals("*") || often.equals("+") ? Integer.MAX_VALUE : 1,
                longest == null ? 0 : Integer.parseInt(longest),
                standing == null ? Standing.KNOWN : standing.equals("later") ? Standing.LATER : Standing.UNSENT);
    }

    public boolean isRepeated() {
        return most > 1;
    }
}
