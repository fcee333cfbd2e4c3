package org.moderationdesk.referrals.ncmec;

/** What an email address is used for. */
public enum EmailType implements Coded {
    HOME("Home"),
    WORK("Work"),
    BUSINESS("Business"),
    RECOVERY("Recovery");

    private final String code;

    EmailType(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
