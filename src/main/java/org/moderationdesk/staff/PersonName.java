package org.moderationdesk.staff;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a person of this desk may be called. */
final class PersonName {
    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} .\\-_'’@]{0,59}");
    /** What a login role of PostgreSQL takes. */
    private static final int MOST_BYTES = 63;
    /** Under this name the log tells what the desk does by itself. */
    private static final String THE_DESK = "desk";

    private PersonName() {}

    /**
     * The name as it is kept.
     *
     * @throws PeopleRefused when nobody can be called so
     */
    static String kept(String typed) {
        String name = Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
        if (!FORM.matcher(name).matches()
                || name.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES
                || folded(name).equals(THE_DESK)) {
            throw new PeopleRefused(PeopleRefused.Why.NAME_UNUSABLE);
        }
        return name;
    }

    /** What two names that could be mistaken for one another have in common. */
    static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
