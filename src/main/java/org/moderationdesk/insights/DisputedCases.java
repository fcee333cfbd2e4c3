package org.moderationdesk.insights;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.moderationdesk.agreement.AgreementRules;
import org.moderationdesk.agreement.Agreements;
import org.moderationdesk.agreement.BlindPair;
import org.moderationdesk.agreement.ClauseAgreement;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/**
 * The cases behind clauses that are read differently, of the weeks of the ranking, as one person may know of them: read
 * anew each time, for what was there a moment ago may be hidden by now. Not for the JavaFX thread.
 */
public final class DisputedCases {
    private final Sources sources;
    private final Person person;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Agreements agreements = new Agreements(AgreementRules.USUAL);

    /** @param zone where weeks begin */
    public DisputedCases(Sources sources, Person person, InstantSource clock, ZoneId zone) {
        this.sources = sources;
        this.person = person;
        this.clock = clock;
        this.zone = zone;
    }

    /** Who asks. */
    public Person person() {
        return person;
    }

    /**
     * Those of one clause, the newest first.
     *
     * @throws org.moderationdesk.staff.RightRefused unless the person sees insights and decisions
     */
    public List<DisputedCase> of(ClauseCode clause) {
        return of(pairs(), clause);
    }

    /**
     * Those of the least clear clauses, clause by clause, each with its newest first.
     *
     * @param clauses of how many at most
     * @param each how many of one clause at most
     * @throws org.moderationdesk.staff.RightRefused unless the person sees insights and decisions
     */
    public List<DisputedCase> ofTheLeastClear(int clauses, int each) {
        List<BlindPair> pairs = pairs();
        List<DisputedCase> found = new ArrayList<>();
        agreements.unclear(pairs).stream()
                .limit(clauses)
                .map(ClauseAgreement::clause)
                .forEach(clause ->
                        found.addAll(of(pairs, clause).stream().limit(each).toList()));
        return found;
    }

    private static List<DisputedCase> of(List<BlindPair> pairs, ClauseCode clause) {
        return pairs.stream()
                .flatMap(pair -> DisputedCase.of(pair, clause).stream())
                .sorted(Comparator.comparing(DisputedCase::at).reversed())
                .toList();
    }

    private List<BlindPair> pairs() {
        Rights.require(person, Right.SEE_INSIGHTS);
        Rights.require(person, Right.SEE_DECISIONS);
        Instant now = clock.instant();
        return sources.pairs(
                InsightsReader.firstWeek(LocalDate.ofInstant(now, zone))
                        .atStartOfDay(zone)
                        .toInstant(),
                now.plusSeconds(1));
    }
}
