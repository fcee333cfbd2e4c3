package org.moderationdesk.base;

import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** Where something is not JSON. */
public final class JsonPlace {
    private JsonPlace() {}

    /** "JSON" with line and column, counted from 1, as {@code JSON 3:14}; without them where none is known. */
    public static String of(JacksonException broken) {
        TokenStreamLocation at = broken.getLocation();
        return at == null || at.getLineNr() < 1 ? "JSON" : "JSON " + at.getLineNr() + ":" + at.getColumnNr();
    }
}
