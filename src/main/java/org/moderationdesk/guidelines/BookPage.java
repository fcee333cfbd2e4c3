package org.moderationdesk.guidelines;

/** A page of the book, as one turns to it. */
public sealed interface BookPage {
    /** What holds for the whole book: exceptions, referrals, age limits. */
    record Whole() implements BookPage {}

    record OfChapter(int number) implements BookPage {}

    record OfSection(SectionCode code) implements BookPage {}
}
