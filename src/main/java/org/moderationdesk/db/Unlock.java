package org.moderationdesk.db;

/** With what a store is opened. */
public sealed interface Unlock {
    /** The key file alone: no passphrase is set. */
    record Alone() implements Unlock {}

    /** What the person chose. */
    record Passphrase(String words) implements Unlock {
        @Override
        public String toString() {
            return "Passphrase";
        }
    }

    /** The recovery key as it was written down; hyphens, blanks and case do not matter. */
    record Recovery(String typed) implements Unlock {
        @Override
        public String toString() {
            return "Recovery";
        }
    }
}
