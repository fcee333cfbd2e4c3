package org.moderationdesk.cli;

import java.util.List;

/** The command was used wrongly, or its input cannot be read: exit status 2. */
final class WrongUse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Object> arguments;

    /** @param key a sentence of the cli bundle */
    WrongUse(String key, Object... arguments) {
        super(key);
        this.arguments = List.of(arguments);
    }

    /** Refuses an option that was given and says nothing. */
    static void ifBlank(String option, String given) {
        if (given.isBlank()) {
            throw new WrongUse("cli.wrong.blank", option);
        }
    }

    String key() {
        return String.valueOf(getMessage());
    }

    Object[] arguments() {
        return arguments.toArray();
    }
}
