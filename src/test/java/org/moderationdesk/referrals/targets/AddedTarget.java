package org.moderationdesk.referrals.targets;

import java.util.List;

/** Targets that an administrator adds. */
public final class AddedTarget {
    private AddedTarget() {}

    /** The police of a state, for article 18. */
    public static Target police(String code, String state, int days) {
        return new Target(
                code,
                new Bilingual("Police", "Politie"),
                TargetKind.AUTHORITY,
                Direction.OUT,
                List.of(Purpose.ARTICLE_18),
                state,
                new Bilingual("DSA Art. 18", "DSA art. 18"),
                Duty.MANDATORY,
                new Bilingual("Suspicion", "Vermoeden"),
                "PROMPT",
                ClockStart.AWARENESS,
                Channel.PHONE,
                "101",
                List.of(Needed.WHO),
                days,
                UserNotice.DELAYED,
                new Bilingual("Added here", "Hier toegevoegd"));
    }
}
