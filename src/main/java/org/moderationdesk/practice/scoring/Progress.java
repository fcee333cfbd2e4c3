package org.moderationdesk.practice.scoring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
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
     * @param median what that attempt of everybody is worth in the middle, this one among them, in percent
     * @param people of how many that is
     */
    public record Point(int attempt, Instant endedAt, double percent, double median, int people) {}

    /** @param runs through one set, of anybody, in any order */
    public static Progress of(String person, List<Run> runs) {
        List<Run> whole = runs.stream()
                .filter(run -> run.isOver() && run.score() != null && run.missedOf() == null)
                .toList();
        List<Point> points = new ArrayList<>();
        whole.stream()
                .filter(run -> run.person().equals(person))
                .sorted(Comparator.comparingInt(Run::attempt))
                .forEach(run -> points.add(point(run, whole)));
        return new Progress(points);
    }

    private static Point point(Run run, List<Run> whole) {
        List<Double> others = whole.stream()
                .filter(one -> one.attempt() == run.attempt())
                .map(Progress::percent)
                .toList();
        OptionalDouble median = Median.of(others);
        Instant ended = run.endedAt();
        return new Point(
                run.attempt(),
                ended == null ? run.startedAt() : ended,
                percent(run),
                median.orElse(percent(run)),
                others.size());
    }

    private static double percent(Run run) {
        return run.score() == null ? 0 : run.score().percent();
    }
}
