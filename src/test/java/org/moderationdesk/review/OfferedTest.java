package org.moderationdesk.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moderationdesk.review.ReviewDesk.ANNA;
import static org.moderationdesk.review.ReviewDesk.BRAM;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.media.Look;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.queue.CaseFilter;
import org.moderationdesk.queue.CaseRow;
import org.moderationdesk.queue.Except;
import org.moderationdesk.queue.Ordering;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.settings.WellbeingSettings;
import org.moderationdesk.settings.WellbeingSettings.Rotation;
import org.moderationdesk.staff.Person;
import org.moderationdesk.wellbeing.BreakFirst;
import org.moderationdesk.wellbeing.OwnDay;
import org.moderationdesk.wellbeing.Wellbeing;

/** What a person is offered next, and how looks count, in the review as a whole. 5.1 is high, 5.3 medium, 9.1 low. */
@OnBothStores
class OfferedTest {
    private final TestClock clock = new TestClock();
    private final ReviewDesk desk = new ReviewDesk(TestStore.create(), clock);
    private final Review review = desk.review();
    private final Wellbeing wellbeing = desk.wellbeing();

    @AfterEach
    void close() {
        assertThat(desk.verify().intact()).isTrue();
        desk.close();
    }

    @Test
    void whatAPersonOptedOutOfIsNotOfferedToThemButStillListedAndOpenedByHand() {
        desk.flag("high", "5.1");
        desk.flag("spam", "9.1");
        wellbeing.offerNot(ANNA, new Except(Set.of(), Set.of("5.1")));

        assertThat(next(ANNA)).contains("spam");
        assertThat(next(ANNA)).isEmpty();
        assertThat(desk.queue()
                        .page(ANNA, CaseFilter.all(), Ordering.URGENCY, null, 10)
                        .rows())
                .extracting(CaseRow::itemId)
                .contains("high");
        assertThat(desk.open("high", ANNA).claim()).isNotNull();
    }

    @Test
    void optingOutOfAChapterLeavesOutItsSectionsForThisPersonAlone() {
        desk.flag("high", "5.1");
        desk.flag("both", "9.1", "5.3");
        wellbeing.offerNot(ANNA, new Except(Set.of(5), Set.of()));

        assertThat(review.peekNext(ANNA, CaseFilter.all())).isEmpty();
        assertThat(next(ANNA)).isEmpty();
        assertThat(next(BRAM)).contains("high");
        assertThat(next(BRAM)).contains("both");
        assertThat(wellbeing.notOffered(BRAM)).isEqualTo(Except.nothing());
    }

    @Test
    void anOptOutIsNowhereInTheLog() {
        long before = desk.count("event");

        wellbeing.offerNot(ANNA, new Except(Set.of(5), Set.of("8.4")));

        assertThat(desk.count("event")).isEqualTo(before);
        assertThat(wellbeing.notOffered(ANNA)).isEqualTo(new Except(Set.of(5), Set.of("8.4")));
    }

    @Test
    void aCaseHandedOverFromAnOptedOutSectionGoesBackToItsQueue() {
        desk.flag("high", "5.1");
        wellbeing.offerNot(ANNA, new Except(Set.of(), Set.of("5.1")));
        review.handOver(desk.open("high", BRAM), "anna", "you know this one");

        Review annas = desk.again(clock);

        assertThat(annas.openNext(ANNA, CaseFilter.all())).isEmpty();
        assertThat(next(BRAM)).contains("high");
    }

    @Test
    void atTheWholeBudgetTheNextCaseWaitsAndTheOneUnderWayIsStillDecided() {
        desk.flag("v1", "5.1");
        desk.flag("v2", "5.1");
        Opened under = review.openNext(ANNA, CaseFilter.all()).orElseThrow();
        look(under, "COLOUR", Duration.ofMinutes(21));

        assertThat(review.submit(under, Proposed.removal("v1"), 1_000)).isInstanceOf(Submitted.Accepted.class);
        assertThatThrownBy(() -> review.openNext(ANNA, CaseFilter.all())).isInstanceOf(BreakFirst.class);

        String id = wellbeing.startBreak(ANNA);
        clock.advance(WellbeingSettings.defaults().breakLength());
        wellbeing.endBreak(ANNA, id);
        assertThat(next(ANNA)).contains("v2");
    }

    @Test
    void aLighterNextCaseIsPreferredOnceAndOnlyWhereThereIsOne() {
        desk.flag("high1", "5.1");
        desk.flag("high2", "5.1");
        desk.flag("spam", "9.1");

        wellbeing.lighterNext(ANNA);
        assertThat(next(ANNA)).contains("spam");
        assertThat(next(ANNA)).isPresent().get().asString().startsWith("high");
        wellbeing.lighterNext(ANNA);
        assertThat(next(ANNA)).isPresent().get().asString().startsWith("high");
        assertThat(wellbeing.standing(ANNA).lighterNext()).isFalse();
    }

    @Test
    void afterSoManySevereCasesTheNextOnesAreLighterUntilTheTimeIsOver() {
        desk.set(rotating(2));
        desk.flag("high1", "5.1");
        desk.flag("high2", "5.1");
        desk.flag("high3", "5.1");
        desk.flag("spam", "9.1");
        for (int i = 0; i < 2; i++) {
            Opened opened = review.openNext(ANNA, CaseFilter.all()).orElseThrow();
            assertThat(review.submit(opened, Proposed.removal(opened.row().itemId()), 1_000))
                    .isInstanceOf(Submitted.Accepted.class);
        }

        assertThat(next(ANNA)).contains("spam");
        assertThat(next(ANNA)).isEmpty();
        clock.advance(Duration.ofMinutes(30));
        assertThat(next(ANNA)).contains("high3");
    }

    @Test
    void exposureSaysNothingThatLooksDoNot() {
        desk.flag("v1", "5.1");
        desk.flag("v2", "9.1");
        var random = new Random(11);
        for (String item : new String[] {"v1", "v2"}) {
            Opened opened = desk.open(item, ANNA);
            for (int i = 0; i < 20; i++) {
                clock.advance(Duration.ofSeconds(10));
                look(opened, random.nextBoolean() ? "COLOUR" : "GREY", Duration.ofMillis(random.nextInt(9_000)));
            }
            review.release(opened);
        }

        for (String form : new String[] {"COLOUR", "GREY"}) {
            assertThat(desk.number("select sum(millis) from exposure where form = '" + form + "'"))
                    .isEqualTo(desk.number("select sum(millis) from look where form = '" + form + "'"));
            assertThat(desk.number("select sum(looks) from exposure where form = '" + form + "'"))
                    .isEqualTo(desk.number("select count(*) from look where form = '" + form + "'"));
        }
        assertThat(wellbeing.ownDay(ANNA).looks())
                .extracting(OwnDay.Looks::times)
                .hasSize(4);
    }

    private Optional<String> next(Person person) {
        return review.openNext(person, CaseFilter.all())
                .map(opened -> opened.row().itemId());
    }

    private void look(Opened opened, String form, Duration length) {
        review.recordLook(opened, new Look(0, LookForm.valueOf(form), length.toMillis(), null));
    }

    private static WellbeingSettings rotating(int cases) {
        WellbeingSettings usual = WellbeingSettings.defaults();
        return new WellbeingSettings(20, 50, 15, usual.severity(), usual.form(), new Rotation(true, cases, 400, 30));
    }
}
