package org.moderationdesk.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.moderationdesk.decisions.Outcome.ESCALATE;
import static org.moderationdesk.decisions.Outcome.NO_VIOLATION;
import static org.moderationdesk.decisions.Outcome.REMOVE;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.insights.DayFigures.InTime;

/** Each figure beside the same one counted by hand. */
class WorkCountTest {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 17);

    /** In Amsterdam 23:30 UTC is half past midnight: the first is of the 17th, the second of the 16th. */
    @Test
    void decisionsBelongToTheDayOfTheDesksClock() {
        var rows = ListedRows.of(Row.at("2026-11-16T22:30:00Z"), Row.at("2026-11-16T23:30:00Z"));

        List<DayFigures> days = count(rows, Scope.WHOLE).days();

        assertThat(days.get(12).day()).isEqualTo(LocalDate.of(2026, 11, 16));
        assertThat(days.get(12).decided()).isEqualTo(1);
        assertThat(days.get(13).decided()).isEqualTo(1);
    }

    @Test
    void everyOutcomeIsCountedOnItsDayAndUndoneOnesNowhere() {
        Row noon = Row.at("2026-11-17T11:00:00Z");
        var rows = ListedRows.of(noon, noon, noon.to(NO_VIOLATION), noon.to(ESCALATE), noon.takenBack());

        WorkFigures work = count(rows, Scope.WHOLE);

        assertThat(work.days().getLast().outcomes()).isEqualTo(Map.of(REMOVE, 2, NO_VIOLATION, 1, ESCALATE, 1));
        assertThat(work.decided()).isEqualTo(4);
    }

    /** Of five decisions four in time; of the two grave ones (high, critical) one. */
    @Test
    void comingInTimeIsToldOfAllAndOfTheGraveOnes() {
        Row noon = Row.at("2026-11-17T11:00:00Z");
        var rows = ListedRows.of(
                noon,
                noon,
                noon.severe(Severity.MEDIUM),
                noon.severe(Severity.HIGH).late(),
                noon.severe(Severity.CRITICAL));

        DayFigures day = count(rows, Scope.WHOLE).days().getLast();

        assertThat(day.all()).isEqualTo(new InTime(4, 5));
        assertThat(day.all().share()).isEqualTo(0.8);
        assertThat(day.grave()).isEqualTo(new InTime(1, 2));
    }

    /** 31 decisions of 1 to 31 minutes in 5.3: quarters fall on the 8.5th, 16th and 23.5th minute. */
    @Test
    void handleTimeIsTheMedianWithTheMiddleHalf() {
        List<Row> rows = new ArrayList<>();
        for (int minute = 31; minute >= 1; minute--) {
            rows.add(Row.at("2026-11-17T11:00:00Z").taking(minute * 60));
        }

        WorkFigures work = count(new ListedRows(rows), Scope.WHOLE);

        assertThat(work.handled()).containsExactly(new WorkFigures.Handled("5.3", 31, 510_000, 16 * 60_000, 1_410_000));
        assertThat(work.medianMs()).isEqualTo(16 * 60_000);
    }

    @Test
    void aSectionWithTwentyNineDecisionsHasNoHandleTime() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 59; i++) {
            rows.add(Row.at("2026-11-17T11:00:00Z").in(i < 29 ? "6.1" : "9.1"));
        }

        WorkFigures work = count(new ListedRows(rows), Scope.WHOLE);

        assertThat(work.handled()).extracting(WorkFigures.Handled::section).containsExactly("9.1");
        assertThat(work.tooFew()).isEqualTo(1);
    }

    @Test
    void theSlowestSectionComesFirst() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            rows.add(
                    i < 30
                            ? Row.at("2026-11-17T11:00:00Z").in("9.1").taking(38)
                            : Row.at("2026-11-17T11:00:00Z").in("3.2").taking(170));
        }

        assertThat(count(new ListedRows(rows), Scope.WHOLE).handled())
                .extracting(WorkFigures.Handled::section)
                .containsExactly("3.2", "9.1");
    }

    @Test
    void onlyTheQueueAndRegionAskedForAreCounted() {
        Row noon = Row.at("2026-11-17T11:00:00Z");
        var rows = ListedRows.of(
                noon.of("general", "NL"), noon.of("legal", "NL"), noon.of("general", "BE"), noon.of("general", ""));

        assertThat(count(rows, new Scope(Period.TODAY, "general", "")).decided())
                .isEqualTo(3);
        assertThat(count(rows, new Scope(Period.TODAY, "", "NL")).decided()).isEqualTo(2);
        assertThat(count(rows, new Scope(Period.TODAY, "legal", "NL")).decided())
                .isEqualTo(1);
        assertThat(count(rows, new Scope(Period.TODAY, "nowhere", "")).decided())
                .isZero();
    }

    @Test
    void aPeriodEndsTodayAndTakesItsDaysAlone() {
        var rows = ListedRows.of(
                Row.at("2026-10-18T11:00:00Z"),
                Row.at("2026-10-19T11:00:00Z").because("SATIRE"),
                Row.at("2026-11-04T11:00:00Z").because("SATIRE"),
                Row.at("2026-11-17T11:00:00Z").because("CARVE_OUT"),
                Row.at("2026-11-18T11:00:00Z"));

        assertThat(count(rows, new Scope(Period.DAYS_30, "", "")).decided()).isEqualTo(3);
        assertThat(count(rows, new Scope(Period.DAYS_30, "", "")).exceptions())
                .isEqualTo(Map.of("SATIRE", 2, "CARVE_OUT", 1));
        assertThat(count(rows, Scope.WHOLE).decided()).isEqualTo(2);
        assertThat(count(rows, new Scope(Period.TODAY, "", "")).exceptions()).isEqualTo(Map.of("CARVE_OUT", 1));
    }

    @Test
    void aDecisionOutOfOrderIsCountedOnItsOwnDay() {
        var rows = ListedRows.of(
                Row.at("2026-11-17T11:00:00Z"), Row.at("2026-11-05T11:00:00Z"), Row.at("2026-11-17T12:00:00Z"));

        assertThat(count(rows, Scope.WHOLE).days())
                .filteredOn(day -> day.decided() > 0)
                .extracting(DayFigures::decided)
                .containsExactly(1, 2);
    }

    /** The clock was put back on 25 October 2026: that day has 25 hours, and 23:30 of it is still its own. */
    @Test
    void aDayOfTwentyFiveHoursIsOneDay() {
        var rows = ListedRows.of(Row.at("2026-10-24T22:30:00Z"), Row.at("2026-10-25T22:30:00Z"));

        assertThat(count(rows, new Scope(Period.DAYS_30, "", "")).days())
                .filteredOn(day -> day.decided() > 0)
                .extracting(DayFigures::day, DayFigures::decided)
                .containsExactly(tuple(LocalDate.of(2026, 10, 25), 2));
    }

    @Test
    void referralsAreCountedByWhomTheyGoTo() {
        var rows = ListedRows.of(Row.at("2026-11-17T11:00:00Z").in("8.1"), Row.at("2026-11-17T11:00:00Z"));

        assertThat(count(rows, Scope.WHOLE).referred()).isEqualTo(Map.of(ReferralTarget.NCMEC, 1));
    }

    private static WorkFigures count(DecidedRows rows, Scope scope) {
        return new WorkCount(rows, scope, TODAY, AMSTERDAM).count();
    }
}
