package org.moderationdesk.referrals.ncmec;

/** What happened when an IP address or a device was seen. */
public enum CaptureEvent implements Coded {
    LOGIN("Login"),
    REGISTRATION("Registration"),
    PURCHASE("Purchase"),
    UPLOAD("Upload"),
    OTHER("Other"),
    UNKNOWN("Unknown");

    private final String code;

    CaptureEvent(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
