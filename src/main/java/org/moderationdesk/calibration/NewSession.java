package org.moderationdesk.calibration;

import java.time.Instant;
import java.util.List;

/**
 * A session as a lead asks for it.
 *
 * @param asked who is to decide, by name
 */
public record NewSession(String title, List<Disputed> cases, List<String> asked, Instant due) {
    /** What a title holds at most, in characters. */
    public static final int LONGEST_TITLE = 120;

    /** More cases than anybody decides in one go. */
    public static final int MOST_CASES = 50;

    /** As many as there are letters. */
    public static final int MOST_ASKED = 26;

    public NewSession {
        title = title.strip();
        cases = List.copyOf(cases);
        asked = asked.stream().distinct().toList();
    }
}
