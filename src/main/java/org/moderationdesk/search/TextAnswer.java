package org.moderationdesk.search;

/** What a search by words comes to. */
public sealed interface TextAnswer {
    /**
     * These have the words.
     *
     * @param newest as many as were asked for, the newest decisions
     * @param total how many there are
     */
    record Found(DecisionIds newest, long total) implements TextAnswer {
        /** Whether every decision that has the words is among those given. */
        public boolean isWhole() {
            return newest.size() == total;
        }
    }

    /** What was typed asks for nothing that can be found. */
    record Unclear(Why why) implements TextAnswer {}

    /**
     * The words are still being gathered; ask again later.
     *
     * @param done decisions that are
     * @param total decisions there are; 0 while that is not known
     */
    record Preparing(long done, long total) implements TextAnswer {}

    /** The words could not be gathered; the desk tries again when it is next opened. */
    record Failed() implements TextAnswer {}

    /** What is wrong with what was typed. */
    enum Why {
        /** No word in it. */
        NO_WORDS,
        /** A quotation mark that nothing closes. */
        OPEN_PHRASE,
        /** A beginning of fewer than two letters. */
        SHORT_BEGINNING,
        /** More than {@value Typed#MOST_PARTS} parts, or longer than {@value Typed#LONGEST} letters. */
        TOO_LONG
    }
}
