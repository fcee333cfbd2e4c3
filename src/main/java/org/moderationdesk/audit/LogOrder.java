package org.moderationdesk.audit;

/** In which order decisions are listed; those alike, the newest first. */
public record LogOrder(LogColumn column, boolean ascending) {
    public static LogOrder newestFirst() {
        return new LogOrder(LogColumn.ENTRY, false);
    }

    boolean isOfTheLog() {
        return column == LogColumn.ENTRY;
    }
}
