package org.moderationdesk.intake;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Counts what lines did, as the contract of the desk format counts. */
final class Tally {
    long read;
    long newCases;
    long mergedReports;
    long updated;
    long unchanged;
    long rejected;

    void add(Tally other) {
        read += other.read;
        newCases += other.newCases;
        mergedReports += other.mergedReports;
        updated += other.updated;
        unchanged += other.unchanged;
        rejected += other.rejected;
    }

    ImportResult result(double seconds, boolean cancelled, @Nullable Path rejectedFile) {
        return new ImportResult(
                read, newCases, mergedReports, updated, unchanged, rejected, seconds, cancelled, rejectedFile);
    }
}
