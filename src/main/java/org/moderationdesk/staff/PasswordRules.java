package org.moderationdesk.staff;

import java.security.SecureRandom;
import java.text.Normalizer;
import org.moderationdesk.staff.PeopleRefused.Why;

/**
 * What a password must be: long, and not the name. What it is made of is its owner's (OWASP Authentication Cheat Sheet,
 * NIST SP 800-63B).
 */
public final class PasswordRules {
    public static final int LEAST = 12;
    public static final int MOST = 128;

    /** Without letters and digits that are read as one another. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private PasswordRules() {}

    /** @throws PeopleRefused when this person may not have this password; its why names the rule */
    public static void check(String name, String password) {
        String same = normal(password);
        int length = same.codePointCount(0, same.length());
        if (length < LEAST) {
            throw new PeopleRefused(Why.PASSWORD_TOO_SHORT);
        }
        if (length > MOST) {
            throw new PeopleRefused(Why.PASSWORD_TOO_LONG);
        }
        if (PersonName.folded(name).equals(PersonName.folded(password))) {
            throw new PeopleRefused(Why.PASSWORD_IS_NAME);
        }
    }

    /** The same characters, however the keyboard composed them. */
    static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    /** A password for one use: 79 bits. */
    static String oneTime() {
        var made = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                made.append('-');
            }
            made.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return made.toString();
    }
}
