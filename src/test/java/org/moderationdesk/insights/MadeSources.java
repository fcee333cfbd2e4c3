package org.moderationdesk.insights;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.moderationdesk.agreement.BlindPair;
import org.moderationdesk.db.Progress;
import org.moderationdesk.decisions.Answer;
import org.moderationdesk.decisions.Outcome;
import org.moderationdesk.decisions.ReferralLine;
import org.moderationdesk.decisions.ReferralState;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.guidelines.SectionCode;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.queue.QueueAges;
import org.moderationdesk.wellbeing.BudgetShare;

/** Made-up figures of a team of eight in three weeks, the same each time. */
public record MadeSources(DecidedRows decided, List<BudgetShare> exposure) implements Sources {
    public static final Instant NOW = Instant.parse("2026-11-17T13:10:00Z");

    private static final List<String> SECTIONS =
            List.of("3.2", "9.3", "9.2", "5.3", "2.1", "8.4", "3.4", "6.1", "9.1", "10.1", "1.1", "4.2", "7.1");
    private static final List<String> GROUNDS =
            List.of("CARVE_OUT", "SATIRE", "DOCUMENTARY", "EDUCATIONAL", "NEWSWORTHY", "COUNTERSPEECH");

    public static MadeSources full() {
        return new MadeSources(
                rows(),
                List.of(
                        new BudgetShare("Ilse Janssen", 0.25, false),
                        new BudgetShare("Milan Vos", 0.7, false),
                        new BudgetShare("Noor de Wit", 0.55, false),
                        new BudgetShare("Priya Nair", 0.35, false),
                        new BudgetShare("Ruth van Dijk", 0.15, false),
                        new BudgetShare("Sanne Bakker", 1.1, true),
                        new BudgetShare("Tom Hendriks", 0.05, false),
                        new BudgetShare("Youssef Amrani", 0.45, false)));
    }

    public static MadeSources empty() {
        return new MadeSources(new ListedRows(List.of()), List.of());
    }

    private static DecidedRows rows() {
        var random = new Random(17);
        List<Row> rows = new ArrayList<>();
        for (int hour = 21 * 24; hour >= 0; hour--) {
            Instant at = NOW.minus(Duration.ofHours(hour));
            for (int i = random.nextInt(6); i > 0; i--) {
                int section = (int) Math.min(SECTIONS.size() - 1.0, Math.abs(random.nextGaussian()) * 5);
                Row row = Row.at(at.toString())
                        .in(SECTIONS.get(section))
                        .taking((int) (170 - section * 10 + Math.abs(random.nextGaussian()) * 60))
                        .severe(Severity.values()[random.nextInt(4)])
                        .to(Outcome.values()[Math.min(4, (int) Math.abs(random.nextGaussian() * 3))])
                        .of(random.nextInt(5) == 0 ? "legal" : "general", random.nextInt(3) == 0 ? "BE" : "NL");
                if (row.outcome() == Outcome.EXCEPTION) {
                    row = row.because(GROUNDS.get(random.nextInt(GROUNDS.size())));
                }
                rows.add(random.nextInt(25) == 0 ? row.late() : row);
            }
        }
        return new ListedRows(rows);
    }

    @Override
    public DecidedRows decided(Progress progress) {
        return decided;
    }

    @Override
    public QueueAges ages(String queue) {
        if (decided.size() == 0) {
            return new QueueAges(List.of(new QueueAges.Band(Duration.ZERO, 0, 0)), 0, false);
        }
        long[][] counts = {{58, 0}, {44, 0}, {40, 1}, {33, 2}, {25, 3}, {11, 3}, {6, 3}, {2, 1}, {0, 0}};
        int[] minutes = {0, 15, 30, 60, 120, 240, 480, 1_440, 4_320};
        List<QueueAges.Band> bands = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            bands.add(new QueueAges.Band(Duration.ofMinutes(minutes[i]), counts[i][0], counts[i][1]));
        }
        return new QueueAges(bands, 8, false);
    }

    @Override
    public List<String> queues() {
        return List.of("general", "legal");
    }

    @Override
    public List<BlindPair> pairs(Instant from, Instant to) {
        if (decided.size() == 0) {
            return List.of();
        }
        var random = new Random(8);
        List<BlindPair> pairs = new ArrayList<>();
        for (int i = 0; i < 2_400; i++) {
            String section = SECTIONS.get((int) Math.min(SECTIONS.size() - 1.0, Math.abs(random.nextGaussian()) * 5));
            Outcome first = Outcome.values()[random.nextInt(4)];
            Outcome second = random.nextInt(6) == 0 ? Outcome.values()[random.nextInt(4)] : first;
            Answer differs = random.nextInt(section.equals("3.2") ? 4 : 12) == 0 ? Answer.NO : Answer.YES;
            var clause = new ClauseCode(section + ".1");
            pairs.add(new BlindPair(
                    "d-" + i,
                    "V-" + i,
                    NOW.minus(Duration.ofHours(random.nextInt(8 * 7 * 24 - 40))),
                    new SectionCode(section),
                    false,
                    new BlindPair.Side("Noor de Wit", first, Map.of(clause, Answer.YES)),
                    new BlindPair.Side("Milan Vos", second, Map.of(clause, differs))));
        }
        return pairs.stream().filter(pair -> !pair.at().isBefore(from)).toList();
    }

    @Override
    public List<Checked> checked(Instant since) {
        var random = new Random(5);
        List<Checked> all = new ArrayList<>();
        for (int i = 0; i < 1_200 && decided.size() > 0; i++) {
            long at = NOW.minus(Duration.ofHours(random.nextInt(12 * 7 * 24))).toEpochMilli();
            all.add(new Checked(at, random.nextInt(22) == 0));
        }
        return all;
    }

    @Override
    public List<ReferralLine> referrals() {
        return decided.size() == 0
                ? List.of()
                : List.of(new ReferralLine(
                        "r-1",
                        ReferralTarget.NCMEC,
                        ReferralState.AWAITING_SECOND,
                        "V-1",
                        "d-1",
                        false,
                        NOW.minus(Duration.ofHours(3))));
    }
}
