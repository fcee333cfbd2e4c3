package org.moderationdesk.editions;

import org.moderationdesk.base.Texts;

/** An act with editions that may not be; nothing has changed. Its message names nobody. */
public final class EditionRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why not. Each has its words under {@code editions.refused.} in the text bundle {@code editions}. */
    public enum Why {
        /** Its name is that of the edition that came with the desk. */
        CAME_WITH_THE_DESK,
        /** It is in force: decisions may cite it, so it stays as it is. */
        IN_FORCE,
        /** It would be in force from a time that is past: what was decided meanwhile cites another. */
        PAST,
        /** It would be in force from a time that does not come. */
        TOO_LATE,
        /** Somebody has brought in another version of it since it was looked at. */
        REPLACED,
        /** Past decisions are reviewed again because of it. */
        RE_REVIEWED,
        /** Another one comes into force at the same moment. */
        SAME_MOMENT,
        /** It is there already, just like this, or says nothing else than the one before. */
        NOTHING_NEW,
        /** A section that the desk itself acts on is not there, or is another. */
        CORNERSTONE,
        /** There is no such edition. */
        UNKNOWN_EDITION,
        /** Nobody is asked to read the one that came with the desk. */
        NOTHING_TO_READ,
        /** No clause is named, or one that the edition leaves as it was. */
        NO_CLAUSES,
        /** No decision that stands is touched. */
        NOTHING_TOUCHED,
        /** More than can be reviewed again at once: a sample must be drawn. */
        TOO_MANY,
        /** A reason has 10 to 2,000 characters. */
        NO_REASON,
        /** There is no such re-review. */
        UNKNOWN_RE_REVIEW
    }

    private final Why why;
    private final String detail;

    EditionRefused(Why why, String detail) {
        super("edition refused: " + why);
        this.why = why;
        this.detail = detail;
    }

    public Why why() {
        return why;
    }

    public String words(Texts texts) {
        return texts.get("editions.refused." + why, detail);
    }
}
