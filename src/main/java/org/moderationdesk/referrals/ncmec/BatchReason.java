package org.moderationdesk.referrals.ncmec;

/** Why several accounts are reported in one. */
public enum BatchReason implements Coded {
    VIRAL_POTENTIAL_MEME("VIRAL_POTENTIAL_MEME");

    private final String code;

    BatchReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
