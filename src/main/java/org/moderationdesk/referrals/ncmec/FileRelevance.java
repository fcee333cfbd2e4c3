package org.moderationdesk.referrals.ncmec;

/** Whether a file is what is reported, or tells more about it. */
public enum FileRelevance implements Coded {
    REPORTED("Reported"),
    SUPPLEMENTAL("Supplemental Reported");

    private final String code;

    FileRelevance(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
