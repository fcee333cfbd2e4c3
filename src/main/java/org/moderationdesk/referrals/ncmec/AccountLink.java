package org.moderationdesk.referrals.ncmec;

/** How an account belongs to a reported person or a victim. */
public enum AccountLink implements Coded {
    BILLING("Billing"),
    LINKED("Linked"),
    BUSINESS("Business"),
    CREATOR("Creator"),
    PARENT_OR_GUARDIAN("Parent/Guardian"),
    OTHER("Other");

    private final String code;

    AccountLink(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
