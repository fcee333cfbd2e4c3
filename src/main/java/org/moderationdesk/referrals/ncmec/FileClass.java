package org.moderationdesk.referrals.ncmec;

/**
 * The industry classification: the letter is the apparent age (A prepubescent, B pubescent), the digit what is shown (1 a sex
 * act, 2 a lascivious exhibition).
 */
public enum FileClass implements Coded {
    A1("A1"),
    A2("A2"),
    B1("B1"),
    B2("B2");

    private final String code;

    FileClass(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
