package org.moderationdesk.insights;

/**
 * One column of a sheet.
 *
 * @param name its heading, in a person's language
 */
public record Column(String name, Form form) {
    /** What its numbers are, and so how they are written. */
    public enum Form {
        WORDS,
        WHOLE,
        /** Parts of one: 0.961 for 96.1 percent. */
        SHARE,
        /** Milliseconds, written as minutes and seconds. */
        SPAN,
        /** Two decimals: kappa and its like. */
        MEASURE
    }
}
