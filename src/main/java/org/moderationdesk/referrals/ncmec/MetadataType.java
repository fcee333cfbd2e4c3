package org.moderationdesk.referrals.ncmec;

/** Where a file's facts come from. */
public enum MetadataType implements Coded {
    EXIF("EXIF"),
    HASH("HASH");

    private final String code;

    MetadataType(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
