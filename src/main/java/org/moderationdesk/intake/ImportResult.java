package org.moderationdesk.intake;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What an import did. All but {@code mergedReports} count lines.
 *
 * @param read lines, blank ones not counted
 * @param newCases lines that opened a case
 * @param mergedReports reports added to an open case
 * @param updated lines with a newer version and no new report
 * @param unchanged lines that told nothing new
 * @param rejected lines refused
 * @param cancelled whether it was ended before the end of the file
 * @param rejectedFile where the refused lines stand; null if there are none, or the file could not be written
 */
public record ImportResult(
        long read,
        long newCases,
        long mergedReports,
        long updated,
        long unchanged,
        long rejected,
        double seconds,
        boolean cancelled,
        @Nullable Path rejectedFile) {}
