package org.moderationdesk.search;

/** What was typed asks for nothing that can be found. */
final class UnclearWords extends Exception {
    private static final long serialVersionUID = 1L;

    private final TextAnswer.Why why;

    UnclearWords(TextAnswer.Why why) {
        super(why.name());
        this.why = why;
    }

    TextAnswer.Why why() {
        return why;
    }
}
