package org.moderationdesk.settings;

/**
 * Whom people who work here can talk to, as the sign-in screen and the lock say it.
 *
 * @param contact one line, such as a name with its extension and hours; empty where nobody has said
 */
public record SupportSettings(String contact) {
    public static final int LONGEST = 120;

    public SupportSettings {
        // A settings file written by hand may lack it.
        contact = contact == null ? "" : contact.strip();
        if (!fits(contact)) {
            throw new IllegalArgumentException("not one line of at most " + LONGEST + " characters");
        }
    }

    public static SupportSettings none() {
        return new SupportSettings("");
    }

    /** Whether this can be shown as it is: one line, nothing invisible, nothing that turns its direction. */
    public static boolean fits(String contact) {
        return isOneLine(contact, LONGEST);
    }

    static boolean isOneLine(String words, int longest) {
        return words.length() <= longest && words.codePoints().allMatch(SupportSettings::isPlain);
    }

    public boolean isSaid() {
        return !contact.isEmpty();
    }

    private static boolean isPlain(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
