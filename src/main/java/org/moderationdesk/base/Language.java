package org.moderationdesk.base;

import java.util.Arrays;
import java.util.Optional;

/** A language that the desk itself speaks. */
public enum Language {
    EN("en"),
    NL("nl");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The BCP 47 tag, such as "nl". */
    public String tag() {
        return tag;
    }

    public static Optional<Language> tagged(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag.equals(tag))
                .findFirst();
    }
}
