package org.moderationdesk.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.moderationdesk.practice.PracticeDesk.ANNA;
import static org.moderationdesk.practice.PracticeDesk.FLEUR;
import static org.moderationdesk.practice.PracticeDesk.RUTH;
import static org.moderationdesk.practice.PracticeDesk.TESS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.practice.Reminder.Kind;
import org.moderationdesk.staff.Person;

/** Whoever has to practise, or holds what ends, is reminded of it in time; and so is who trains them. */
@OnBothStores
class RemindersTest {
    private PracticeDesk desk;
    private Reminders reminders;
    private PracticeSet set;

    @BeforeEach
    void open() {
        desk = new PracticeDesk();
        reminders = new Reminders(desk.store(), desk.clock());
        set = desk.published(1);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Assignment asked(Duration in, String... people) {
        return desk.assignments()
                .assign(
                        TESS,
                        set.id(),
                        new Whom.Named(List.of(people)),
                        new AssignmentTerms(desk.clock().instant().plus(in), 0, false, true, Feedback.AT_THE_END));
    }

    private void finished(Person person, Assignment asked) {
        Run run = desk.runs().start(person, set.id(), asked.id());
        Run _ = desk.practising().finish(person, run.id(), true);
    }

    @Test
    void whatIsDueWithinAWeekOrOverIsSaidUntilItIsFinishedOrWithdrawn() {
        Assignment soon = asked(Duration.ofDays(6), "fleur", "anna", "tess");
        Assignment later = asked(Duration.ofDays(9), "fleur");
        assertThat(reminders.of(FLEUR))
                .extracting(Reminder::kind, Reminder::about, Reminder::at, Reminder::people)
                .containsExactly(tuple(Kind.DUE, set.id(), soon.due(), List.of("fleur")));
        assertThat(reminders.of(RUTH)).as("leads train as well").singleElement().satisfies(one -> assertThat(
                        one.people())
                .containsExactly("anna", "fleur", "tess"));
        assertThat(reminders.of(TESS))
                .as("one's own first, then the others together")
                .extracting(Reminder::people)
                .containsExactly(List.of("tess"), List.of("anna", "fleur"));

        desk.clock().advance(Duration.ofDays(6));
        finished(ANNA, soon);
        assertThat(reminders.of(ANNA)).isEmpty();
        assertThat(reminders.of(FLEUR))
                .extracting(Reminder::kind, Reminder::at)
                .containsExactly(tuple(Kind.OVERDUE, soon.due()), tuple(Kind.DUE, later.due()));
        desk.assignments().withdraw(TESS, soon.id());
        desk.assignments().withdraw(TESS, later.id());
        assertThat(reminders.of(FLEUR)).isEmpty();
        assertThat(reminders.of(TESS)).isEmpty();
    }

    @Test
    void aCertificateIsSpokenOfAMonthBeforeAndAMonthAfterItsEndUnlessThereIsANewOne() {
        var wanted = new Certification("knives", Told.both("Knives", "Messen"), List.of(set.id()), 0, 100, false);
        assertThat(desk.certifying().put(TESS, wanted)).isEqualTo(wanted);
        assertThat(desk.removedAll(FLEUR, set.id()).score()).isNotNull();
        Certificate given = desk.certifying().certify(TESS, "fleur", "knives");
        assertThat(reminders.of(FLEUR)).isEmpty();

        at(given.until().minus(Certifying.SOON));
        assertThat(reminders.of(FLEUR))
                .containsExactly(new Reminder(Kind.ENDS, "knives", wanted.title(), given.until(), List.of("fleur")));
        assertThat(reminders.of(TESS)).isEqualTo(reminders.of(FLEUR));
        assertThat(reminders.of(ANNA)).isEmpty();
        at(given.until());
        assertThat(reminders.of(FLEUR)).extracting(Reminder::kind).containsExactly(Kind.ENDED);
        assertThat(desk.removedAll(FLEUR, set.id()).score()).isNotNull();
        assertThat(desk.certifying().certify(TESS, "fleur", "knives").until()).isAfter(given.until());
        assertThat(reminders.of(FLEUR)).isEmpty();
    }

    @Test
    void whatEndedLongAgoOrIsGivenToNobodyAnyMoreIsNotSpokenOf() {
        var wanted = new Certification("knives", Told.both("Knives", "Messen"), List.of(set.id()), 0, 10, false);
        assertThat(desk.certifying().put(TESS, wanted)).isEqualTo(wanted);
        assertThat(desk.removedAll(FLEUR, set.id()).score()).isNotNull();
        Certificate given = desk.certifying().certify(TESS, "fleur", "knives");
        assertThat(reminders.of(FLEUR)).hasSize(1);
        desk.certifying().withdraw(TESS, "knives");
        assertThat(reminders.of(FLEUR)).isEmpty();
        assertThat(desk.certifying().put(TESS, wanted)).isEqualTo(wanted);
        at(given.until().plus(Duration.ofDays(29)));
        assertThat(reminders.of(FLEUR)).hasSize(1);
        at(given.until().plus(Duration.ofDays(30)));
        assertThat(reminders.of(FLEUR)).isEmpty();

        Assignment asked = asked(Duration.ofDays(1), "fleur");
        assertThat(reminders.of(FLEUR)).hasSize(1);
        assertThat(asked.due()).isNotNull();
        assertThat(desk.sets().archive(TESS, set.id()).state()).isEqualTo(SetState.ARCHIVED);
        assertThat(reminders.of(FLEUR)).isEmpty();
    }

    private void at(Instant moment) {
        desk.clock().advance(Duration.between(desk.clock().instant(), moment));
    }
}
