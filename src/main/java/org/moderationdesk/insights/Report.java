package org.moderationdesk.insights;

import java.util.List;

/**
 * Figures as they go to paper, in words of one language.
 *
 * @param scope which period, queue and region
 * @param made who made it, and when
 * @param figures the key ones
 */
public record Report(String title, String scope, String made, List<Figure> figures, List<Sheet> sheets) {
    public Report {
        figures = List.copyOf(figures);
        sheets = List.copyOf(sheets);
    }

    /** A key figure with a few words to it. */
    public record Figure(String name, String value, String beside) {}
}
