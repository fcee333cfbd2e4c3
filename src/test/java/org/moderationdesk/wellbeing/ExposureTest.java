package org.moderationdesk.wellbeing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.RightRefused;
import org.moderationdesk.staff.Role;

@OnBothStores
class ExposureTest {
    private static final Person LEAD = new Person("lea", EnumSet.of(Role.TEAM_LEAD), false);
    private static final Person COLLEAGUE = new Person("col", EnumSet.of(Role.REVIEWER), false);

    private final Looking desk = new Looking();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aMinuteInColourCountsByItsSeverity() {
        assertThat(used(Severity.LOW, LookForm.COLOUR)).isEqualTo(Duration.ofSeconds(15));
        assertThat(used(Severity.MEDIUM, LookForm.COLOUR)).isEqualTo(Duration.ofSeconds(30));
        assertThat(used(Severity.HIGH, LookForm.COLOUR)).isEqualTo(Duration.ofSeconds(60));
        assertThat(used(Severity.CRITICAL, LookForm.COLOUR)).isEqualTo(Duration.ofSeconds(120));
    }

    @Test
    void partialFormsCountForLess() {
        assertThat(used(Severity.HIGH, LookForm.GREY)).isEqualTo(Duration.ofSeconds(45));
        assertThat(used(Severity.HIGH, LookForm.LOUPE)).isEqualTo(Duration.ofSeconds(24));
        assertThat(used(Severity.HIGH, LookForm.SMALL_GREY)).isEqualTo(Duration.ofSeconds(18));
        assertThat(used(Severity.HIGH, LookForm.OUTLINE)).isEqualTo(Duration.ofSeconds(9));
        assertThat(used(Severity.HIGH, LookForm.FRAMES)).isEqualTo(Duration.ofSeconds(45));
        assertThat(used(Severity.HIGH, LookForm.SOUND)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void looksAddUpToTheShareOfTheDaysBudget() {
        desk.look(Looking.ANNA, Severity.HIGH, LookForm.COLOUR, Duration.ofMinutes(10));
        desk.look(Looking.ANNA, Severity.CRITICAL, LookForm.COLOUR, Duration.ofMinutes(3));

        Standing standing = desk.wellbeing().standing(Looking.ANNA);

        assertThat(standing.used()).isEqualTo(Duration.ofMinutes(16));
        assertThat(standing.share()).isEqualTo(0.8);
        assertThat(standing.isNearlyUsed()).isTrue();
        assertThat(standing.owed()).isZero();
    }

    @Test
    void aLookAcrossMidnightIsCutThereAndTheNewDayBeginsWithItsPart() {
        Duration toMidnight = Duration.between(desk.clock().instant(), Instant.parse("2026-11-02T23:00:00Z"));
        desk.clock().advance(toMidnight.plusSeconds(20));
        desk.record(Looking.ANNA, 1, Severity.HIGH, LookForm.COLOUR, Duration.ofSeconds(60));

        OwnDay today = desk.wellbeing().ownDay(Looking.ANNA);

        assertThat(today.midnight()).isEqualTo("2026-11-02T23:00:00Z");
        assertThat(today.used()).isEqualTo(Duration.ofSeconds(20));
        assertThat(today.halfHours()).containsExactly(new OwnDay.HalfHour(0, 20_000));
        assertThat(desk.rows("exposure")).isEqualTo(2);
    }

    @Test
    void theDayIsTheOneOnTheWallAndNotTheOneInLondon() {
        desk.clock().advance(Duration.between(desk.clock().instant(), Instant.parse("2026-11-02T22:59:59Z")));
        desk.record(Looking.ANNA, 1, Severity.HIGH, LookForm.COLOUR, Duration.ofSeconds(30));
        assertThat(desk.wellbeing().standing(Looking.ANNA).used()).isEqualTo(Duration.ofSeconds(30));

        desk.clock().advance(Duration.ofSeconds(1));

        assertThat(desk.wellbeing().standing(Looking.ANNA).used()).isZero();
    }

    @Test
    void halfHoursAreCutAlsoWhereClocksChange() {
        // 25 October 2026: 2:00 to 3:00 comes twice in Amsterdam.
        var time = new OwnTime(ZoneId.of("Europe/Amsterdam"));

        List<OwnTime.Piece> pieces = time.pieces(
                Instant.parse("2026-10-24T23:45:00Z"), Duration.ofHours(2).toMillis());

        assertThat(pieces).extracting(OwnTime.Piece::slot).containsExactly(3, 4, 5, 4, 5);
        assertThat(pieces.stream().mapToLong(OwnTime.Piece::millis).sum())
                .isEqualTo(Duration.ofHours(2).toMillis());
    }

    @Test
    void ofSomebodyElseALeadLearnsTheShareInWholePercentAndNothingElse() {
        desk.look(Looking.ANNA, Severity.HIGH, LookForm.COLOUR, Duration.ofSeconds(431));

        assertThat(desk.wellbeing().exposure().shareUsed(LEAD, "anna")).isEqualTo(0.35);
        assertThat(desk.wellbeing().exposure().shareUsed(Looking.ANNA, "anna")).isEqualTo(0.35);
        assertThatThrownBy(() -> desk.wellbeing().exposure().shareUsed(COLLEAGUE, "anna"))
                .isInstanceOf(RightRefused.class)
                .hasMessageNotContaining("anna");
        assertThat(desk.wellbeing().ownDay(LEAD).looks()).isEmpty();
    }

    @Test
    void nothingButTheShareCanBeAskedOfAnotherPerson() {
        List<Method> ofAnother = Stream.of(Exposure.class, Wellbeing.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> method.getReturnType() != void.class)
                .filter(method -> Arrays.asList(method.getParameterTypes()).contains(String.class)
                        || Arrays.stream(method.getParameterTypes())
                                        .filter(Person.class::equals)
                                        .count()
                                > 1)
                .toList();

        assertThat(ofAnother).singleElement().satisfies(method -> {
            assertThat(method.getName()).isEqualTo("shareUsed");
            assertThat(method.getReturnType()).isEqualTo(double.class);
        });
    }

    @Test
    void whatIsOlderThanAMonthIsForgotten() {
        desk.look(Looking.ANNA, Severity.HIGH, LookForm.COLOUR, Duration.ofSeconds(10));
        desk.rest(Looking.ANNA, Duration.ofMinutes(15));
        desk.clock().advance(Duration.ofDays(30));
        desk.wellbeing().forgetOld();
        assertThat(desk.rows("exposure") + desk.rows("break_taken")).isEqualTo(2);

        desk.clock().advance(Duration.ofDays(2));
        desk.wellbeing().forgetOld();

        assertThat(desk.rows("exposure") + desk.rows("break_taken") + desk.rows("severe_work"))
                .isZero();
    }

    private Duration used(Severity severity, LookForm form) {
        Duration before = desk.wellbeing().standing(Looking.ANNA).used();
        desk.look(Looking.ANNA, severity, form, Duration.ofMinutes(1));
        return desk.wellbeing().standing(Looking.ANNA).used().minus(before);
    }
}
