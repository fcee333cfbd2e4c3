package org.moderationdesk.practice.scoring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.moderationdesk.practice.GroupMedians;
import org.moderationdesk.practice.Run;

/** How one person's attempts at a set went, beside everybody's. Runs through missed items alone are left out. */
public record Progress(List<Point> points) {
    public Progress {
        points = List.copyOf(points);
    }

    /**
     * One attempt.
     *
     * @param percent what it is worth
     * @param median what that attempt of everybody is worth in the middle, in percent; empty where it is not told
     */
    public record Point(int attempt, Instant endedAt, double percent, OptionalDouble median) {}

    /**
     * @param runs through one set, of this person and of anybody, in any order
     * @param medians of everybody by attempt, in hundredths of a percent, as {@link GroupMedians} tells them
     */
    public static Progress of(String person, List<Run> runs, Map<Integer, Double> medians) {
        List<Run> whole = runs.stream()
                .filter(run -> run.isOver() && run.score() != null && run.missedOf() == null)
                .toList();
        List<Point> points = new ArrayList<>();
        whole.stream()
                .filter(run -> run.person().equals(person))
                .sorted(Comparator.comparingInt(Run::attempt))
                .forEach(run -> points.add(point(run, medians)));
        return new Progress(points);
    }

    private static Point point(Run run, Map<Integer, Double> medians) {
        Instant ended = run.endedAt();
        Double median = medians.get(run.attempt());
        return new Point(
                run.attempt(),
                ended == null ? run.startedAt() : ended,
                percent(run),
                median == null ? OptionalDouble.empty() : OptionalDouble.of(median / 100));
    }

    private static double percent(Run run) {
        return run.score() == null ? 0 : run.score().percent();
    }
}
