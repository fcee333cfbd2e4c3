package org.moderationdesk.referrals;

/** What NCMEC is asked. */
public enum What {
    STATUS("/status"),
    SCHEMA("/xsd"),
    OPEN("/submit"),
    UPLOAD("/upload"),
    DESCRIBE("/fileinfo"),
    FINISH("/finish"),
    /** Takes back a report that the desk opens anew, or that a person takes back. */
    RETRACT("/retract");

    private final String path;

    What(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    /** Whether it is only read, with GET. */
    boolean isReading() {
        return this == STATUS || this == SCHEMA;
    }
}
