package org.moderationdesk.referrals.targets;

import org.moderationdesk.base.Language;

/** The same words in both languages of the desk, each of 1 to {@value #LONGEST} characters on one line. */
public record Bilingual(String en, String nl) {
    static final int LONGEST = 600;

    public Bilingual {
        en = checked(en);
        nl = checked(nl);
    }

    public String in(Language language) {
        return language == Language.NL ? nl : en;
    }

    /** Whether these can be words of one language. */
    public static boolean isWords(String words) {
        String one = words.strip();
        return !one.isEmpty() && one.length() <= LONGEST && one.chars().noneMatch(Character::isISOControl);
    }

    private static String checked(String words) {
        String one = words.strip();
        if (!isWords(words)) {
            throw new IllegalArgumentException("not words of 1 to " + LONGEST + " characters on one line");
        }
        return one;
    }
}
