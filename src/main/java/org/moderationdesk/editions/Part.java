package org.moderationdesk.editions;

import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Language;

/**
 * One thing that reads otherwise.
 *
 * @param language of the words; null where it is no words but a fact of the book, as codes separated by spaces
 * @param before empty where it was not there
 * @param after empty where it is there no more
 */
public record Part(Of of, @Nullable Language language, String before, String after) {
    /** What of it. Each has its name under {@code editions.part.} in the text bundle. */
    public enum Of {
        TEXT,
        TITLE,
        ABOUT,
        STEM,
        NAME,
        MEANING,
        POINTS,
        QUESTIONS,
        ACCOUNT,
        REFUSED,
        REFERRAL_WHEN,
        SEVERITY,
        REFERRALS,
        EXCEPTIONS,
        INTENT,
        WITH_PICTURE,
        RESPONSES,
        NOTES,
        COVERS,
        OF_CLAUSE,
        PARTS,
        SECTIONS,
        ADULT_AGE,
        AGES
    }
}
