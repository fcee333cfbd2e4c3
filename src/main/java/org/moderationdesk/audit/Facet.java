package org.moderationdesk.audit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.moderationdesk.decisions.Confidence;
import org.moderationdesk.decisions.DecisionState;
import org.moderationdesk.decisions.MeasureType;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.quality.QualityState;

/** What decisions can be filtered by, beside their time: each with values of its own, as text. */
public enum Facet {
    /** A chapter, section or clause: 5, 5.3 or 5.3.1. The leading section counts, and every clause answered "yes". */
    RULE,
    OUTCOME,
    REVIEWER,
    STATE,
    MEASURE,
    GROUND,
    REFERRAL,
    QUEUE,
    KIND,
    LANGUAGE,
    REGION,
    SEVERITY,
    CONFIDENCE,
    /** The state in quality review; only for who resolves differences. */
    QUALITY;

    /** Every value that may be asked for: those of the desk, or those that came up in decisions. */
    public List<String> values(DecisionFacts facts) {
        FactDictionaries words = facts.words();
        return switch (this) {
            case RULE -> rules(words);
            case OUTCOME -> names(Outcome.values());
            case REVIEWER -> sorted(words.people());
            case STATE -> names(DecisionState.values());
            case MEASURE -> names(MeasureType.values());
            case GROUND -> sorted(words.grounds());
            case REFERRAL -> names(ReferralTarget.values());
            case QUEUE -> sorted(words.queues());
            case KIND -> names(ItemKind.values());
            case LANGUAGE -> sorted(words.languages());
            case REGION -> sorted(words.regions());
            case SEVERITY -> names(Severity.values());
            case CONFIDENCE -> names(Confidence.values());
            case QUALITY -> names(QualityState.values());
        };
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static List<String> sorted(FactWords words) {
        return all(words).sorted().toList();
    }

    private static List<String> rules(FactDictionaries words) {
        return Stream.concat(all(words.sections()), all(words.clauses()).flatMap(set -> Arrays.stream(set.split(" "))))
                .filter(code -> !code.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> all(FactWords words) {
        return IntStream.range(1, words.size()).mapToObj(words::word);
    }
}
