package org.moderationdesk.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.moderationdesk.db.Dialect;
import org.moderationdesk.db.Store;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * What everybody's attempts at a set came to in the middle. Of fewer than {@link #LEAST} people nothing is said, so that
 * nobody's score can be told from it. Not for the JavaFX thread; safe for any other.
 */
public final class GroupMedians {
    /** People who have to have finished an attempt for its median to be told. */
    public static final int LEAST = 3;

    private static final String SCORES = """
        select attempt, hundredths
          from practice.run
         where set_id = ? and state = 'FINISHED' and missed_of is null and hundredths is not null
         order by attempt, hundredths
        """;

    /** Asked of a server, which shows no runs of others: the medians alone, of as many people at least. */
    private static final String ASKED = "select attempt, median from practice.medians(?)";

    private final Store store;

    public GroupMedians(Store store) {
        this.store = store;
    }

    /** By attempt, in hundredths of a percent; each person has each attempt once. */
    public Map<Integer, Double> of(Person viewer, String setId) {
        Rights.require(viewer, Right.PRACTISE);
        return store.read(handle -> Dialect.of(handle).isShared() ? asked(handle, setId) : computed(handle, setId));
    }

    private static Map<Integer, Double> asked(Handle handle, String setId) {
        Map<Integer, Double> medians = new TreeMap<>();
        handle.createQuery(ASKED)
                .bind(0, setId)
                .map((row, _) -> Map.entry(row.getInt(1), row.getDouble(2)))
                .forEach(one -> medians.put(one.getKey(), one.getValue()));
        return medians;
    }

    private static Map<Integer, Double> computed(Handle handle, String setId) {
        Map<Integer, List<Integer>> scores = new TreeMap<>();
        handle.createQuery(SCORES)
                .bind(0, setId)
                .map((row, _) -> Map.entry(row.getInt(1), row.getInt(2)))
                .forEach(one -> scores.computeIfAbsent(one.getKey(), _ -> new ArrayList<>())
                        .add(one.getValue()));
        Map<Integer, Double> medians = new TreeMap<>();
        scores.forEach((attempt, all) -> {
            if (all.size() >= LEAST) {
                medians.put(attempt, median(all));
            }
        });
        return medians;
    }

    /** @param sorted ascending, at least one */
    static double median(List<Integer> sorted) {
        int middle = sorted.size() / 2;
        return (sorted.size() & 1) == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
    }
}
