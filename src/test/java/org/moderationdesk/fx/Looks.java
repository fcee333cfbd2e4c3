package org.moderationdesk.fx;

import java.util.List;
import org.moderationdesk.base.Language;

/**
 * In which looks a screen is taken and measured: in full ({@code -Ddesk.long=true}) each language light and dark, else
 * English light and Dutch dark, so that both languages and both looks are met in every run.
 */
public final class Looks {
    private Looks() {}

    /** Whether dark. */
    public static List<Boolean> of(Language language) {
        return Boolean.getBoolean("desk.long") ? List.of(false, true) : List.of(language == Language.NL);
    }
}
