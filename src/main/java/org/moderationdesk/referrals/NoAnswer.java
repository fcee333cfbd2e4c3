package org.moderationdesk.referrals;

/** No answer came. Says nothing of what was sent. */
final class NoAnswer extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean perhapsArrived;

    /** @param perhapsArrived whether the request may have reached NCMEC and been done */
    NoAnswer(boolean perhapsArrived) {
        super(perhapsArrived ? "the answer was lost" : "no connection");
        this.perhapsArrived = perhapsArrived;
    }

    boolean perhapsArrived() {
        return perhapsArrived;
    }
}
