package org.moderationdesk.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of copying a store to another kind of place.
 *
 * @param entries how many entries the log has
 * @param head the hash of the last, in source and copy alike
 * @param rows of all tables
 * @param withoutLogin people who work here and cannot sign in there yet, by name
 * @param first who can sign in there, under a password for one use; null where nobody needs to
 */
public record Moved(
        long entries,
        String head,
        long rows,
        List<String> withoutLogin,
        @Nullable First first) {
    public Moved {
        withoutLogin = List.copyOf(withoutLogin);
    }

    /** An administrator and the password, to be shown once. */
    public record First(String name, String oneTimePassword) {
        @Override
        public String toString() {
            return name;
        }
    }
}
