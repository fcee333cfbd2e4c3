package org.moderationdesk.audit;

import java.util.Arrays;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import org.moderationdesk.decisions.Confidence;
import org.moderationdesk.decisions.DecisionState;
import org.moderationdesk.decisions.MeasureType;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.quality.QualityState;

/** Turns the values asked for of one facet into a test on rows: a look into a small table, or at a few bits. */
final class FacetTest {
    private FacetTest() {}

    static IntPredicate of(Facet facet, Set<String> values, DecisionFacts facts) {
        FactDictionaries words = facts.words();
        FactColumns columns = facts.columns();
        return switch (facet) {
            case RULE -> rules(values, facts);
            case OUTCOME -> coded(names(Outcome.values(), values, 0), row -> columns.outcome[row]);
            case REVIEWER -> coded(words(words.people(), values::contains), facts::person);
            case STATE -> coded(names(DecisionState.values(), values, 0), row -> columns.state[row]);
            case MEASURE -> bits(MeasureType.values(), values, row -> columns.measures[row]);
            case GROUND -> coded(words(words.grounds(), values::contains), facts::ground);
            case REFERRAL -> bits(ReferralTarget.values(), values, row -> columns.referrals[row]);
            case QUEUE -> coded(words(words.queues(), values::contains), row -> columns.queue[row]);
            case KIND -> coded(names(ItemKind.values(), values, 0), row -> columns.kind[row]);
            case LANGUAGE -> coded(words(words.languages(), values::contains), row -> columns.language[row]);
            case REGION -> coded(words(words.regions(), values::contains), row -> columns.region[row]);
            case SEVERITY -> coded(names(Severity.values(), values, 0), row -> columns.severity[row]);
            case CONFIDENCE -> coded(names(Confidence.values(), values, 1), row -> columns.confidence[row]);
            case QUALITY -> coded(names(QualityState.values(), values, 0), row -> columns.quality[row]);
        };
    }

    private static IntPredicate coded(boolean[] wanted, IntUnaryOperator code) {
        return row -> {
            int at = code.applyAsInt(row);
            // A code that came up after the test was made was not asked for.
            return at < wanted.length && wanted[at];
        };
    }

    private static boolean[] names(Enum<?>[] all, Set<String> values, int first) {
        var wanted = new boolean[all.length + first];
        for (int i = 0; i < all.length; i++) {
            wanted[i + first] = values.contains(all[i].name());
        }
        return wanted;
    }

    private static boolean[] words(FactWords words, Predicate<String> asked) {
        var wanted = new boolean[words.size()];
        for (int code = 1; code < wanted.length; code++) {
            wanted[code] = asked.test(words.word(code));
        }
        return wanted;
    }

    private static IntPredicate bits(Enum<?>[] all, Set<String> values, IntUnaryOperator bits) {
        int mask = 0;
        for (int i = 0; i < all.length; i++) {
            if (values.contains(all[i].name())) {
                mask |= 1 << i;
            }
        }
        int wanted = mask;
        return row -> (bits.applyAsInt(row) & wanted) != 0;
    }

    private static IntPredicate rules(Set<String> values, DecisionFacts facts) {
        FactColumns columns = facts.columns();
        boolean[] sections = words(facts.words().sections(), code -> within(code, values));
        boolean[] clauses = words(
                facts.words().clauses(), set -> Arrays.stream(set.split(" ")).anyMatch(code -> within(code, values)));
        IntPredicate leading = coded(sections, row -> columns.section[row]);
        IntPredicate answered = coded(clauses, row -> columns.clauses[row]);
        return row -> leading.test(row) || answered.test(row);
    }

    /** Whether a clause or section is one of these, or lies in one: 5.3.1 in 5.3 and in 5. */
    private static boolean within(String code, Set<String> values) {
        return values.stream()
                .anyMatch(value -> code.equals(value)
                        || code.startsWith(value + ".")
                        || code.length() > value.length()
                                && code.startsWith(value)
                                && Character.isLetter(code.charAt(value.length())));
    }
}
