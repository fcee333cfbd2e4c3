package org.moderationdesk.referrals;

/** What an answer means for what comes next. */
public enum Outcome {
    DONE,
    /** Something failed there that may go better later. */
    RETRY,
    /** Nothing came, and the request never left. */
    NO_CONNECTION,
    /** Nothing came, or nothing that could be read: it may have been done or not. */
    LOST,
    /** What NCMEC will never take as it is. */
    PERMANENT,
    /** Login or rights are wrong: nothing goes out until somebody mends them. */
    CONFIGURATION,
    /** NCMEC no longer has the report. */
    REPORT_GONE,
    /** NCMEC does not know the file. */
    FILE_GONE,
    /** The report was taken back before. */
    RETRACTED,
    /** The report was finished before. */
    FINISHED,
    /** The file did not arrive as it is here. */
    DAMAGED;

    private static final int UNAUTHORISED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;
    private static final int TIMEOUT = 408;

    /** By the document where there is one, else by HTTP: neither is trusted to agree with the other. */
    static Outcome of(Answer answer) {
        return Response.read(answer.body())
                .map(response -> ofCode(response.code()))
                .orElseGet(() -> ofStatus(answer.status()));
    }

    static Outcome ofCode(int code) {
        return switch (code) {
            case 0 -> DONE;
            case 1210 -> PERMANENT;
            case 5001 -> REPORT_GONE;
            case 5002 -> FILE_GONE;
            case 5101 -> RETRACTED;
            case 5102 -> FINISHED;
            default ->
                switch (code / 1000) {
                    case 1 -> RETRY;
                    case 2, 3 -> CONFIGURATION;
                    default -> PERMANENT;
                };
        };
    }

    private static Outcome ofStatus(int status) {
        if (status == UNAUTHORISED || status == FORBIDDEN) {
            return CONFIGURATION;
        }
        if (status >= 500 || status == TOO_MANY || status == TIMEOUT) {
            return RETRY;
        }
        return status >= 300 ? PERMANENT : LOST;
    }
}
