package org.moderationdesk.referrals;

/** What came back, byte for byte. */
final class Answer {
    private final int status;
    private final byte[] body;
    private final String requestId;

    /**
     * Keeps the bytes.
     *
     * @param status of HTTP
     * @param requestId NCMEC's own number of the request; empty where none came
     */
    Answer(int status, byte[] body, String requestId) {
        this.status = status;
        this.body = body.clone();
        this.requestId = requestId;
    }

    int status() {
        return status;
    }

    byte[] body() {
        return body.clone();
    }

    String requestId() {
        return requestId;
    }
}
