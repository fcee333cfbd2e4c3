package org.moderationdesk.wellbeing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.queue.CaseFilter;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.settings.WellbeingSettings.Rotation;
import org.moderationdesk.wellbeing.SevereWork.Stretch;

@OnBothStores
class SevereWorkTest {
    private static final Rotation RULE = new Rotation(true, 3, 40, 30);
    private static final Instant START = TestClock.START;

    private final Looking desk = new Looking();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void afterSoManySevereCasesLighterOnesFollowForTheTimeSet() {
        List<Stretch> work = cases(3, Duration.ofMinutes(2));
        Instant last = work.getLast().at();

        assertThat(SevereWork.rotatedUntil(RULE, work.subList(0, 2), last)).isEmpty();
        assertThat(SevereWork.rotatedUntil(RULE, work, last)).contains(last.plus(Duration.ofMinutes(30)));
        assertThat(SevereWork.rotatedUntil(RULE, work, last.plus(Duration.ofMinutes(30))))
                .isEmpty();
    }

    @Test
    void soManyMinutesOfSevereWorkDoTheSame() {
        List<Stretch> work = List.of(
                new Stretch(START, Duration.ofMinutes(20).toMillis()),
                new Stretch(START.plusSeconds(60), Duration.ofMinutes(20).toMillis()));

        assertThat(SevereWork.rotatedUntil(RULE, work, START.plusSeconds(61))).isPresent();
    }

    @Test
    void aLongPauseBeginsTheCountAnew() {
        List<Stretch> work = new ArrayList<>(cases(2, Duration.ofMinutes(1)));
        work.add(new Stretch(work.getLast().at().plus(SevereWork.PAUSE), 0));

        assertThat(SevereWork.rotatedUntil(RULE, work, work.getLast().at())).isEmpty();
    }

    @Test
    void severeCasesOpenedByHandMeanwhileDoNotMakeItLonger() {
        List<Stretch> work = cases(20, Duration.ofMinutes(1));

        assertThat(SevereWork.rotatedUntil(RULE, work, work.getLast().at()))
                .contains(work.get(2).at().plus(Duration.ofMinutes(30)));
    }

    @Test
    void theRuleIsOffUntilALeadTurnsItOn() {
        List<Stretch> work = cases(50, Duration.ofMinutes(1));

        assertThat(SevereWork.rotatedUntil(
                        desk.settings().rotation(), work, work.getLast().at()))
                .isEmpty();
    }

    @Test
    void whileItAppliesOnlyLighterCasesAreOffered() {
        desk.rotation(RULE);
        for (int i = 1; i <= 3; i++) {
            desk.record(Looking.ANNA, i, Severity.CRITICAL, LookForm.COLOUR, Duration.ofSeconds(5));
        }

        List<CaseFilter> next = desk.wellbeing().next(Looking.ANNA, CaseFilter.all());
        CaseFilter onlyHigh = CaseFilter.all().within(Set.of(Severity.HIGH)).orElseThrow();

        assertThat(next).singleElement().satisfies(filter -> assertThat(filter.severities())
                .containsExactlyInAnyOrder(Severity.LOW, Severity.MEDIUM));
        assertThat(desk.wellbeing().next(Looking.ANNA, onlyHigh)).isEmpty();
    }

    @Test
    void glimpsesAndLooksThroughALoupeAreNoSevereWork() {
        desk.rotation(new Rotation(true, 1, 40, 30));
        desk.record(Looking.ANNA, 1, Severity.CRITICAL, LookForm.COLOUR, Duration.ofMillis(999));
        desk.record(Looking.ANNA, 1, Severity.CRITICAL, LookForm.LOUPE, Duration.ofSeconds(20));
        desk.record(Looking.ANNA, 2, Severity.MEDIUM, LookForm.COLOUR, Duration.ofSeconds(20));
        assertThat(desk.wellbeing().standing(Looking.ANNA).rotatedUntil()).isNull();

        desk.record(Looking.ANNA, 1, Severity.CRITICAL, LookForm.GREY, Duration.ofSeconds(1));

        assertThat(desk.wellbeing().standing(Looking.ANNA).rotatedUntil()).isNotNull();
    }

    @Test
    void theSameCaseCountsOnce() {
        desk.rotation(RULE);
        for (int i = 0; i < 5; i++) {
            desk.record(Looking.ANNA, 7, Severity.HIGH, LookForm.COLOUR, Duration.ofSeconds(5));
        }

        assertThat(desk.wellbeing().standing(Looking.ANNA).rotatedUntil()).isNull();
    }

    private static List<Stretch> cases(int count, Duration apart) {
        List<Stretch> work = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            work.add(new Stretch(START.plus(apart.multipliedBy(i)), 1_000));
        }
        return work;
    }
}
