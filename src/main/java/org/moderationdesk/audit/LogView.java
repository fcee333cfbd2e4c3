package org.moderationdesk.audit;

import java.util.List;

/**
 * A filter, an order and columns that somebody keeps under a name.
 *
 * @param owner whose it is
 * @param shared whether everybody who sees decisions is offered it
 * @param columns in the order of {@link LogColumn}
 */
public record LogView(
        String id,
        String owner,
        String name,
        boolean shared,
        LogFilter filter,
        LogOrder order,
        List<LogColumn> columns) {
    /** Letters of a name. */
    public static final int LONGEST_NAME = 60;

    public LogView {
        columns = List.copyOf(columns);
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a name of 1 to " + LONGEST_NAME + " letters");
        }
    }

    /** The same under another name. */
    public LogView named(String other) {
        return new LogView(id, owner, other.strip(), shared, filter, order, columns);
    }

    /** The same view of what this asks for. */
    LogView asking(LogFilter other) {
        return new LogView(id, owner, name, shared, other, order, columns);
    }

    /** The same, offered to everybody or no longer. */
    public LogView sharedWith(boolean everybody) {
        return new LogView(id, owner, name, everybody, filter, order, columns);
    }
}
