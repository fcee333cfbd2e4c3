package org.moderationdesk.items;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/**
 * Keeps count of how often those who report are right, each reporter and each kind of source as a whole, which stands
 * under the empty reporter.
 */
public final class ReportSources {
    private static final String OF_CASE = "select source, reporter from report where case_id = ?";
    private static final String ADD =
            "update report_source set decided = decided + ?, upheld = upheld + ? where source = ? and reporter = ?";
    private static final String FIRST =
            "insert into report_source (decided, upheld, source, reporter) values (?, ?, ?, ?)";

    private ReportSources() {}

    /**
     * Learns from the decision on a case, in the open transaction.
     *
     * @param upheld whether its reports were right: something was found
     */
    public static void learn(Handle handle, long caseId, boolean upheld) {
        List<List<String>> sources = new ArrayList<>();
        handle
                .select(OF_CASE, caseId)
                .map((row, _) -> List.of(row.getString(1), Objects.requireNonNullElse(row.getString(2), "")))
                .stream()
                .distinct()
                .forEach(source -> {
                    sources.add(source);
                    sources.add(List.of(source.getFirst(), ""));
                });
        for (List<String> source : sources.stream().distinct().toList()) {
            add(handle, Report.Source.valueOf(source.getFirst()), source.getLast(), 1, upheld ? 1 : 0);
        }
    }

    /** Adds decided and upheld reports to the record of one reporter, or of a kind of source for the empty one. */
    public static void add(Handle handle, Report.Source source, String reporter, long decided, long upheld) {
        if (handle.execute(ADD, decided, upheld, source, reporter) == 0) {
            handle.execute(FIRST, decided, upheld, source, reporter);
        }
    }
}
