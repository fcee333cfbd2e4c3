package org.moderationdesk.referrals.ncmec;

/** What an address is used for. */
public enum AddressType implements Coded {
    HOME("Home"),
    BUSINESS("Business"),
    BILLING("Billing"),
    SHIPPING("Shipping"),
    TECHNICAL("Technical");

    private final String code;

    AddressType(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
