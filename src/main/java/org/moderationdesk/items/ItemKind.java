package org.moderationdesk.items;

/** What kind of thing is under review. */
public enum ItemKind {
    VIDEO,
    AUDIO,
    LIVESTREAM,
    IMAGE,
    COMMENT,
    TEXT,
    ACCOUNT;

    /** Whether looking at it means seeing pictures. */
    public boolean hasPicture() {
        return this == VIDEO || this == LIVESTREAM || this == IMAGE;
    }
}
