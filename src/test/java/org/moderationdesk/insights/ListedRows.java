package org.moderationdesk.insights;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.guidelines.Severity;

/** Decisions written out one by one, as columns. */
final class ListedRows implements DecidedRows {
    private final List<Row> rows;
    private final List<String> sections;
    private final List<String> queues;
    private final List<String> regions;
    private final List<String> grounds;

    ListedRows(List<Row> rows) {
        this.rows = List.copyOf(rows);
        this.sections = words(Row::section);
        this.queues = words(Row::queue);
        this.regions = words(Row::region);
        this.grounds = words(Row::ground);
    }

    static ListedRows of(Row... rows) {
        return new ListedRows(List.of(rows));
    }

    private List<String> words(Function<Row, String> column) {
        List<String> all = new ArrayList<>(List.of(""));
        rows.stream().map(column).filter(word -> !word.isEmpty()).distinct().forEach(all::add);
        return all;
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public int firstAt(long moment) {
        return 0;
    }

    @Override
    public long at(int row) {
        return rows.get(row).at().toEpochMilli();
    }

    @Override
    public boolean undone(int row) {
        return rows.get(row).undone();
    }

    @Override
    public Outcome outcome(int row) {
        return rows.get(row).outcome();
    }

    @Override
    public Severity severity(int row) {
        return rows.get(row).severity();
    }

    @Override
    public boolean onTime(int row) {
        return rows.get(row).onTime();
    }

    @Override
    public int activeMs(int row) {
        return rows.get(row).activeMs();
    }

    @Override
    public int section(int row) {
        return sections.indexOf(rows.get(row).section());
    }

    @Override
    public int queue(int row) {
        return queueCode(rows.get(row).queue());
    }

    @Override
    public int region(int row) {
        return regionCode(rows.get(row).region());
    }

    @Override
    public int ground(int row) {
        return grounds.indexOf(rows.get(row).ground());
    }

    @Override
    public boolean isReferred(int row, ReferralTarget target) {
        return target == ReferralTarget.NCMEC && rows.get(row).section().startsWith("8.");
    }

    @Override
    public String sectionWord(int code) {
        return code < sections.size() ? sections.get(code) : "";
    }

    @Override
    public String groundWord(int code) {
        return grounds.get(code);
    }

    @Override
    public int queueCode(String queue) {
        return queues.indexOf(queue);
    }

    @Override
    public int regionCode(String region) {
        return regions.indexOf(region);
    }

    @Override
    public List<String> regions() {
        return regions.stream().filter(word -> !word.isEmpty()).sorted().toList();
    }
}
