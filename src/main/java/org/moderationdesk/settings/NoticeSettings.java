package org.moderationdesk.settings;

/**
 * What this desk says of itself to people concerned.
 *
 * @param complaints where one complains about a decision, such as an address; one line, empty where nobody has said
 */
public record NoticeSettings(String complaints) {
    public static final int LONGEST = 300;

    public NoticeSettings {
        // A settings file written by hand may lack it.
        complaints = complaints == null ? "" : complaints.strip();
        if (!fits(complaints)) {
            throw new IllegalArgumentException("not one line of at most " + LONGEST + " characters");
        }
    }

    public static NoticeSettings none() {
        return new NoticeSettings("");
    }

    /** Whether this can be said as it is: one line, nothing invisible. */
    public static boolean fits(String line) {
        return SupportSettings.isOneLine(line, LONGEST);
    }
}
