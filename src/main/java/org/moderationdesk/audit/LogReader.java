package org.moderationdesk.audit;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.moderationdesk.db.Progress;
import org.moderationdesk.decisions.DecisionFact;
import org.moderationdesk.quality.QualityState;
import org.moderationdesk.quality.QualityStates;
import org.moderationdesk.search.TextSearch;
import org.moderationdesk.staff.Person;

/**
 * Asks the decision log for one person: filters and orders in memory, rows from the store as they are now. Any thread
 * but the JavaFX one may ask. Everything in it throws {@link org.moderationdesk.staff.RightRefused} without {@link
 * org.moderationdesk.staff.Right#SEE_DECISIONS}.
 */
public final class LogReader {
    private final DecisionLog log;
    private final QualityStates quality;
    private final TextSearch search;
    private final InstantSource clock;
    private final ZoneId zone;

    /** @param zone where days begin */
    public LogReader(DecisionLog log, QualityStates quality, TextSearch search, InstantSource clock, ZoneId zone) {
        this.log = log;
        this.quality = quality;
        this.search = search;
        this.clock = clock;
        this.zone = zone;
    }

    /** The newest of all: what is there at once, before anything else has been read. */
    public List<LogRow> newest(int limit) {
        return rows(log.before(Long.MAX_VALUE, limit));
    }

    /** What is known of all decisions, where that has been read already. */
    public Optional<DecisionFacts> facts() {
        return log.facts();
    }

    /**
     * All that pass the filter, as of now.
     *
     * @param progress in entries of the log, the first time, when all decisions are read
     */
    public LogAnswer answer(LogFilter filter, LogOrder order, Progress progress) {
        DecisionFacts facts = log.load(progress);
        WordRows.Found words = new WordRows(search, viewer()).of(facts, filter.words());
        int[] found = new LogSearch(facts, clock.instant(), zone).find(filter, words.rows(), order);
        return new LogAnswer(facts, found, words.unfound());
    }

    /** The rows from one place of an answer until before another; those that have gone meanwhile are left out. */
    public List<LogRow> rows(LogAnswer answer, int from, int until) {
        return rows(log.named(IntStream.range(from, Math.min(until, answer.size()))
                .mapToObj(answer::seq)
                .toList()));
    }

    /** The decision that this entry tells of. */
    public Optional<LogRow> row(long seq) {
        return rows(log.named(List.of(seq))).stream().findFirst();
    }

    /** The decision of this id. */
    public Optional<LogRow> row(String decisionId) {
        return rows(log.of(decisionId).stream().toList()).stream().findFirst();
    }

    /** Begins to gather words, where that is this desk's to do. */
    public void begin() {
        search.start();
    }

    /** Who asks. */
    public Person viewer() {
        return log.viewer();
    }

    private List<LogRow> rows(List<DecisionFact> facts) {
        Map<String, QualityState> states = quality.of(
                viewer(), facts.stream().map(DecisionFact::decisionId).toList());
        return facts.stream()
                .map(fact -> new LogRow(fact, states.getOrDefault(fact.decisionId(), QualityState.NOT_SAMPLED)))
                .toList();
    }
}
