package org.moderationdesk.transparency;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a period.
 *
 * @param from its first day (UTC)
 * @param through its last
 * @param leavesOut whether there may be more that this person is not told of: child safety, reports, what they review blind
 */
public record Figures(LocalDate from, LocalDate through, boolean leavesOut, List<Figure> all) {
    /** The columns of a file; the median in whole seconds. */
    public static final List<String> COLUMNS =
            List.of("from", "through", "what", "of", "state", "count", "medianSeconds");

    public Figures {
        all = List.copyOf(all);
    }

    /** One of them as the columns have it. */
    public Map<String, @Nullable Object> row(Figure figure) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("from", from.toString());
        row.put("through", through.toString());
        row.put("what", figure.what().name());
        row.put("of", figure.of());
        row.put("state", figure.state());
        row.put("count", figure.count());
        row.put(
                "medianSeconds",
                figure.median() == null ? null : figure.median().toSeconds());
        return row;
    }
}
