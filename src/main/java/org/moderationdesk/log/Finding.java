package org.moderationdesk.log;

import java.util.List;
import org.moderationdesk.base.Texts;

/**
 * What does not hold between the log and the tables, and where.
 *
 * @param entry the entry that does not hold, or at which it shows
 * @param what the last part of its key in {@code text/log.properties}
 * @param arguments what its words name
 */
public record Finding(long entry, String what, List<String> arguments) {
    public Finding {
        arguments = List.copyOf(arguments);
    }

    static Finding of(long entry, String what, String... arguments) {
        return new Finding(entry, what, List.of(arguments));
    }

    /** One sentence for a person. */
    public String words(Texts texts) {
        return texts.get("log.finding." + what, arguments.toArray());
    }
}
