package org.moderationdesk.insights;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.moderationdesk.audit.DecisionFacts;
import org.moderationdesk.audit.FactWords;
import org.moderationdesk.decisions.DecisionState;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.guidelines.Severity;

/** The facts of decisions that a person may know of, as they are held in memory. */
public record FactRows(DecisionFacts facts) implements DecidedRows {
    @Override
    public int size() {
        return facts.size();
    }

    @Override
    public int firstAt(long moment) {
        return facts.firstAt(Instant.ofEpochMilli(moment));
    }

    @Override
    public long at(int row) {
        return facts.at(row);
    }

    @Override
    public boolean undone(int row) {
        return facts.state(row) == DecisionState.REVERSED;
    }

    @Override
    public Outcome outcome(int row) {
        return facts.outcome(row);
    }

    @Override
    public Severity severity(int row) {
        return facts.severity(row);
    }

    @Override
    public boolean onTime(int row) {
        return facts.onTime(row);
    }

    @Override
    public int activeMs(int row) {
        return facts.activeMs(row);
    }

    @Override
    public int section(int row) {
        return facts.section(row);
    }

    @Override
    public int queue(int row) {
        return facts.queue(row);
    }

    @Override
    public int region(int row) {
        return facts.region(row);
    }

    @Override
    public int ground(int row) {
        return facts.ground(row);
    }

    @Override
    public boolean isReferred(int row, ReferralTarget target) {
        return facts.isReferred(row, target);
    }

    @Override
    public String sectionWord(int code) {
        FactWords sections = facts.words().sections();
        return code < sections.size() ? sections.word(code) : "";
    }

    @Override
    public String groundWord(int code) {
        return facts.words().grounds().word(code);
    }

    @Override
    public int queueCode(String queue) {
        return code(facts.words().queues(), queue);
    }

    @Override
    public int regionCode(String region) {
        return code(facts.words().regions(), region);
    }

    @Override
    public List<String> regions() {
        FactWords words = facts.words().regions();
        List<String> all = new ArrayList<>();
        for (int code = 1; code < words.size(); code++) {
            all.add(words.word(code));
        }
        return all.stream().sorted().toList();
    }

    private static int code(FactWords words, String wanted) {
        for (int code = 1; code < words.size(); code++) {
            if (words.word(code).equals(wanted)) {
                return code;
            }
        }
        return -1;
    }
}
