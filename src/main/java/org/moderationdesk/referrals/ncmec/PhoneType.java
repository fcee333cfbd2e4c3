package org.moderationdesk.referrals.ncmec;

/** What a telephone number is used for. */
public enum PhoneType implements Coded {
    MOBILE("Mobile"),
    HOME("Home"),
    BUSINESS("Business"),
    WORK("Work"),
    FAX("Fax"),
    INTERNET("Internet"),
    RECOVERY("Recovery");

    private final String code;

    PhoneType(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
