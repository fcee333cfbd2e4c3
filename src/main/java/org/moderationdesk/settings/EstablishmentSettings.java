package org.moderationdesk.settings;

import java.util.regex.Pattern;

/**
 * Where whoever runs this desk is established.
 *
 * @param state two letters (ISO 3166): whose authorities are told where nobody knows which state is concerned, and whose
 *     emergency number is called where nobody knows the place
 */
public record EstablishmentSettings(String state) {
    private static final Pattern TWO_LETTERS = Pattern.compile("[A-Z]{2}");

    public EstablishmentSettings {
        // A settings file written by hand may lack it.
        if (state == null || !TWO_LETTERS.matcher(state).matches()) {
            throw new IllegalArgumentException("not two letters of a state");
        }
    }

    public static EstablishmentSettings defaults() {
        return new EstablishmentSettings("NL");
    }
}
