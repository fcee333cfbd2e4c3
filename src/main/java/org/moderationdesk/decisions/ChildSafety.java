package org.moderationdesk.decisions;

import java.util.Collection;
import java.util.stream.Stream;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.SectionCode;

/**
 * Which sections make a case a child-safety case: 8.1 to 8.6 do, 8.1 to 8.3 seal it as well, 8.0 (age requirements)
 * does neither.
 */
public final class ChildSafety {
    /** How a case is marked, lightest first. */
    public enum Mark {
        NONE,
        CHILD_SAFETY,
        SEALED
    }

    private static final int MINORS = 8;

    private ChildSafety() {}

    /** The mark that the answers "yes" and "unsure" give. */
    public static Mark of(Proposal proposal) {
        return strongest(Stream.of(Answer.YES, Answer.UNSURE)
                .flatMap(answer -> proposal.answered(answer).stream())
                .map(ClauseCode::section));
    }

    /** The mark that reports naming these sections give. */
    public static Mark of(Collection<SectionCode> sections) {
        return strongest(sections.stream());
    }

    /** 8.1 to 8.3: no exception, and a referral or a reason for none. */
    public static boolean isSealed(SectionCode section) {
        return mark(section) == Mark.SEALED;
    }

    private static Mark strongest(Stream<SectionCode> sections) {
        return sections.map(ChildSafety::mark).max(Mark::compareTo).orElse(Mark.NONE);
    }

    private static Mark mark(SectionCode section) {
        int number = section.value().charAt(section.value().length() - 1) - '0';
        if (section.chapter() != MINORS || number < 1 || number > 6) {
            return Mark.NONE;
        }
        return number <= 3 ? Mark.SEALED : Mark.CHILD_SAFETY;
    }
}
