package org.moderationdesk.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.moderationdesk.decisions.Confidence;
import org.moderationdesk.decisions.DecisionFact;
import org.moderationdesk.decisions.DecisionState;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.quality.QualityState;

class LogSearchTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final int MANY = 4_000;

    private final List<DecisionFact> all = made();
    private final DecisionFacts facts = gathered(all);
    private final LogSearch search = new LogSearch(facts, NOW, ZoneOffset.UTC);

    @ParameterizedTest
    @EnumSource(Facet.class)
    void everyValueOfAFacetFindsWhatAPlainRecountFinds(Facet facet) {
        List<String> values = facet.values(facts);
        assertThat(values).isNotEmpty();
        for (String value : values) {
            LogFilter filter = LogFilter.none().put(facet, value, true);

            assertThat(seqs(search.find(filter, _ -> true, new LogOrder(LogColumn.ENTRY, true))))
                    .as("%s %s", facet, value)
                    .isEqualTo(recount(fact -> has(fact, facet, value)));
        }
    }

    @Test
    void severalValuesOfOneFacetAreEitherAndSeveralFacetsAreBoth() {
        LogFilter filter = LogFilter.none()
                .put(Facet.OUTCOME, "REMOVE", true)
                .put(Facet.OUTCOME, "EXCEPTION", true)
                .put(Facet.REVIEWER, "anna", true);

        assertThat(seqs(search.find(filter, _ -> true, LogOrder.newestFirst())))
                .isNotEmpty()
                .isEqualTo(recount(fact -> named(fact).equals("anna")
                                && (fact.outcome() == Outcome.REMOVE || fact.outcome() == Outcome.EXCEPTION))
                        .reversed());
    }

    @Test
    void aChapterHoldsItsSectionsAndNoOtherThatBeginsAlike() {
        LogFilter filter = LogFilter.none().put(Facet.RULE, "1", true);

        assertThat(seqs(search.find(filter, _ -> true, new LogOrder(LogColumn.ENTRY, true))))
                .isNotEmpty()
                .isEqualTo(recount(fact -> (fact.section() + ".x " + fact.clauses()).matches("(.* )?1[.].*")));
    }

    @Test
    void aPeriodIsOfWholeDays() {
        long midnight = Instant.parse("2026-11-25T00:00:00Z").toEpochMilli();

        assertThat(seqs(search.find(
                        LogFilter.none().within(Period.last(2)), _ -> true, new LogOrder(LogColumn.ENTRY, true))))
                .isNotEmpty()
                .isEqualTo(recount(fact -> fact.at() >= midnight));
    }

    @Test
    void aClockThatWasSetBackHidesNothing() {
        List<DecisionFact> jumbled = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            jumbled.add(fact(new Random(i), i + 1, NOW.minus(Duration.ofDays(i % 2 == 0 ? 9 : 0))));
        }
        var found = new LogSearch(gathered(jumbled), NOW, ZoneOffset.UTC)
                .find(LogFilter.none().within(Period.last(1)), _ -> true, LogOrder.newestFirst());

        assertThat(found).hasSize(5);
    }

    @ParameterizedTest
    @EnumSource(LogColumn.class)
    void everyColumnOrdersAndTheNewestOfThoseAlikeComesFirst(LogColumn column) {
        Comparator<DecisionFact> by = comparator(column);
        for (boolean ascending : new boolean[] {true, false}) {
            int[] rows = search.find(LogFilter.none(), _ -> true, new LogOrder(column, ascending));

            assertThat(rows).hasSize(MANY);
            assertThat(Arrays.stream(rows).mapToObj(all::get).toList())
                    .as("%s %s", column, ascending)
                    .isSortedAccordingTo((ascending ? by : by.reversed())
                            .thenComparing(
                                    Comparator.comparingLong(DecisionFact::seq).reversed()));
        }
    }

    @Test
    void everyDecisionIsFoundByItsIdAndNoOther() {
        for (int row = 0; row < all.size(); row++) {
            assertThat(facts.row(facts.idHigh(row), facts.idLow(row))).isEqualTo(row);
        }
        assertThat(facts.row(1, 2)).isNegative();
        DecisionFacts earlier = new FactGathering().view();
        assertThat(earlier.row(facts.idHigh(0), facts.idLow(0))).isNegative();
    }

    private static Comparator<DecisionFact> comparator(LogColumn column) {
        Comparator<String> letters = Comparator.nullsFirst(String.CASE_INSENSITIVE_ORDER);
        return switch (column) {
            case ENTRY -> Comparator.comparingLong(DecisionFact::seq);
            case TIME -> Comparator.comparingLong(fact -> fact.at() / 1_000);
            case ITEM -> Comparator.comparing(DecisionFact::itemId);
            case SECTION -> Comparator.comparing(DecisionFact::section, letters);
            case OUTCOME -> Comparator.comparing(DecisionFact::outcome);
            case ACCOUNT -> Comparator.comparing(fact -> fact.measures().contains("STRIKE"));
            case REVIEWER -> Comparator.comparing(LogSearchTest::named, letters);
            case TOOK -> Comparator.comparingLong(DecisionFact::activeMs);
            case STATE -> Comparator.comparing(DecisionFact::state);
            case GROUND -> Comparator.comparing(DecisionFact::ground, letters);
            case QUEUE -> Comparator.comparing(DecisionFact::queue, letters);
            case KIND -> Comparator.comparing(DecisionFact::kind);
            case LANGUAGE -> Comparator.comparing(DecisionFact::language, letters);
            case REGION -> Comparator.comparing(DecisionFact::region, letters);
            case SEVERITY -> Comparator.comparing(DecisionFact::severity);
            case CONFIDENCE ->
                Comparator.comparing(DecisionFact::confidence, Comparator.nullsFirst(Comparator.naturalOrder()));
            case DUE -> Comparator.comparingLong(fact -> fact.dueAt() / 1_000);
            case REFERRAL -> Comparator.comparing(DecisionFact::referrals);
            case QUALITY -> Comparator.comparing(LogSearchTest::quality);
        };
    }

    private static boolean has(DecisionFact fact, Facet facet, String value) {
        return switch (facet) {
            case RULE ->
                value.equals(fact.section())
                        || Arrays.stream(fact.clauses().split(" "))
                                .anyMatch(code -> code.equals(value) || code.startsWith(value + "."));
            case OUTCOME -> fact.outcome().name().equals(value);
            case REVIEWER -> named(fact).equals(value);
            case STATE -> fact.state().name().equals(value);
            case MEASURE -> List.of(fact.measures().split(" ")).contains(value);
            case GROUND -> value.equals(fact.ground());
            case REFERRAL -> List.of(fact.referrals().split(" ")).contains(value);
            case QUEUE -> fact.queue().equals(value);
            case KIND -> fact.kind().name().equals(value);
            case LANGUAGE -> value.equals(fact.language());
            case REGION -> value.equals(fact.region());
            case SEVERITY -> fact.severity().name().equals(value);
            case CONFIDENCE ->
                fact.confidence() != null && fact.confidence().name().equals(value);
            case QUALITY -> quality(fact).name().equals(value);
        };
    }

    /** Of no decision in particular, and the same each time. */
    /** Who decided, as far as a row says so. */
    private static String named(DecisionFact fact) {
        return quality(fact) == QualityState.DIFFERS ? "" : fact.person();
    }

    private static QualityState quality(DecisionFact fact) {
        return QualityState.values()[(int) (fact.seq() % QualityState.values().length)];
    }

    private List<Long> recount(Predicate<DecisionFact> wanted) {
        return all.stream().filter(wanted).map(DecisionFact::seq).toList();
    }

    private List<Long> seqs(int[] rows) {
        return Arrays.stream(rows).mapToObj(facts::seq).toList();
    }

    private static DecisionFacts gathered(List<DecisionFact> facts) {
        var gathering = new FactGathering();
        facts.forEach(gathering::take);
        facts.forEach(fact -> gathering.become(fact.decisionId(), quality(fact)));
        return gathering.view();
    }

    private static List<DecisionFact> made() {
        var random = new Random(5);
        return IntStream.range(0, MANY)
                .mapToObj(i -> fact(random, 10 + i * 3L, NOW.minus(Duration.ofMinutes(2L * (MANY - i)))))
                .toList();
    }

    private static DecisionFact fact(Random random, long seq, Instant at) {
        long ms = at.toEpochMilli();
        String clause = one(random, "", "5.3.1", "5.3.2 6.1.4", "1.2.3", "10.1.2", "2.1.1");
        return new DecisionFact(
                seq,
                new UUID(random.nextLong(), random.nextLong()).toString(),
                random.nextInt(1_000),
                String.format(Locale.ROOT, "V-%05d", random.nextInt(2_000)),
                one(random, "anna", "bram", "Cem"),
                Outcome.values()[random.nextInt(Outcome.values().length)],
                random.nextBoolean() ? null : one(random, "SATIRE", "CARVE_OUT"),
                clause.isEmpty()
                        ? one(random, "9.1", "9.2")
                        : clause.substring(0, clause.indexOf('.', clause.indexOf('.') + 1)),
                clause,
                ItemKind.values()[random.nextInt(ItemKind.values().length)],
                random.nextBoolean() ? null : one(random, "nl", "en"),
                random.nextBoolean() ? null : one(random, "NL", "BE"),
                one(random, "general", "triage"),
                Severity.values()[random.nextInt(Severity.values().length)],
                ms,
                ms - random.nextInt(1_000_000),
                ms + random.nextInt(1_000_000) - 500_000,
                random.nextInt(100_000),
                random.nextBoolean() ? null : Confidence.values()[random.nextInt(3)],
                random.nextBoolean(),
                one(random, "", "REMOVAL", "REMOVAL STRIKE"),
                one(random, "", "NCMEC"),
                false,
                DecisionState.values()[random.nextInt(DecisionState.values().length)],
                null);
    }

    private static String one(Random random, String... values) {
        return values[random.nextInt(values.length)];
    }
}
