package org.moderationdesk.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moderationdesk.review.ReviewDesk.ANNA;
import static org.moderationdesk.review.ReviewDesk.BRAM;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.decisions.WhatWasSeen.Looks;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.items.MediaFile;
import org.moderationdesk.media.Look;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.queue.ClaimRefused;
import org.moderationdesk.queue.FlaggedItems;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.wellbeing.OwnDay;

@OnBothStores
class SealedLookTest {
    private static final SealedWhy WHY =
            new SealedWhy(LookReason.MATCH_IN_DOUBT, "The match is weak, the age cannot be told");

    private final TestClock clock = new TestClock();
    private final ReviewDesk desk = new ReviewDesk(TestStore.create(), clock);
    private final Review review = desk.review();

    @AfterEach
    void close() {
        assertThat(desk.verify().intact()).isTrue();
        desk.close();
    }

    @Test
    void anOrdinaryLookAtSealedContentIsRefusedAndLeavesNothing() {
        Opened opened = sealed();

        assertThatThrownBy(() -> review.recordLook(opened, new Look(0, LookForm.OUTLINE, 10, null)))
                .isInstanceOfSatisfying(
                        LookRefused.class, refused -> assertThat(refused.why()).isEqualTo(LookRefused.Why.SEALED));
        assertThat(desk.count("look")).isZero();
    }

    @Test
    void withoutAReasonOrANoteOfTwentyCharactersThereIsNoWhy() {
        for (String note : List.of("", "too short", "a              b          c", "nineteen characters")) {
            assertThatThrownBy(() -> new SealedWhy(LookReason.DANGER_NOW, note))
                    .as(note)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new SealedWhy(none(), WHY.note())).isInstanceOf(NullPointerException.class);
        assertThat(new SealedWhy(LookReason.DANGER_NOW, "exactly twenty chars").note())
                .hasSize(20);
    }

    @Test
    void theOpeningIsInTheLogBeforeAnythingIsShownAndCountsInFullUntilItsEndIsTold() {
        Opened opened = sealed();

        review.openSealed(opened, 0, LookForm.OUTLINE, WHY);

        assertThat(row())
                .containsEntry("form", "OUTLINE")
                .containsEntry("millis", 5_000L)
                .containsEntry("reason", "MATCH_IN_DOUBT");
        assertThat(desk.verify().intact()).isTrue();
    }

    @Test
    void itsEndSaysHowLongItWasAndNeverMoreThanItMay() {
        Opened opened = sealed();
        SealedOpening opening = review.openSealed(opened, 0, LookForm.GREY, WHY);
        clock.advance(Duration.ofSeconds(2));

        review.endSealed(opening, 1_800);
        assertThat(row()).containsEntry("millis", 1_800L);
        assertThat(desk.verify().intact()).isTrue();

        review.endSealed(opening, 60_000);
        assertThat(row()).containsEntry("millis", 5_000L);
        assertThat(desk.count("look")).isEqualTo(1);
    }

    @Test
    void aLookCountsTowardsExposureFromItsOpeningAndIsCorrectedAtItsEnd() {
        Opened opened = sealed();
        SealedOpening opening = review.openSealed(opened, 0, LookForm.GREY, WHY);

        // As it stays where the process dies now.
        OwnDay killed = desk.wellbeing().ownDay(ANNA);
        assertThat(killed.looks()).singleElement().satisfies(looks -> {
            assertThat(looks.millis()).isEqualTo(5_000);
            assertThat(looks.times()).isEqualTo(1);
        });
        assertThat(killed.used()).isPositive();
        assertThat(severeMillis()).containsExactly(5_000L);

        review.endSealed(opening, 2_000);

        OwnDay ended = desk.wellbeing().ownDay(ANNA);
        assertThat(ended.looks()).singleElement().satisfies(looks -> {
            assertThat(looks.millis()).isEqualTo(2_000);
            assertThat(looks.times()).isEqualTo(1);
        });
        assertThat(ended.used().toMillis()).isEqualTo(killed.used().toMillis() * 2 / 5);
        assertThat(severeMillis()).containsExactly(2_000L);
        review.endSealed(opening, 0);
        assertThat(desk.wellbeing().ownDay(ANNA).used()).isZero();
        assertThat(severeMillis()).isEmpty();
    }

    private List<Long> severeMillis() {
        return desk.store().read(handle -> handle.createQuery("select looked_ms from severe_work")
                .mapTo(Long.class)
                .list());
    }

    @Test
    void theNoteLiesBesideTheLogAndNotInIt() {
        review.openSealed(sealed(), 0, LookForm.OUTLINE, WHY);

        assertThat(row()).containsEntry("words", WHY.note());
        List<String> bodies = desk.store().read(handle -> handle.createQuery("select body from event")
                .mapTo(String.class)
                .list());
        assertThat(bodies)
                .anyMatch(body -> body.contains("MATCH_IN_DOUBT"))
                .noneMatch(body -> body.contains("the age cannot be told"));
        assertThat(WHY.toString()).doesNotContain("age");
    }

    @Test
    void theReasonIsKeptWithTheDecision() {
        Opened opened = sealed();
        review.endSealed(review.openSealed(opened, 0, LookForm.SMALL_GREY, WHY), 4_000);

        List<Looks> seen =
                desk.store().read(handle -> StoredLooks.of(handle, opened.row().id(), "anna", 1));
        assertThat(seen).singleElement().satisfies(looks -> {
            assertThat(looks.form()).isEqualTo("SMALL_GREY");
            assertThat(looks.millis()).isEqualTo(4_000);
            assertThat(looks.reasons()).containsExactly("MATCH_IN_DOUBT");
        });
    }

    @Test
    void colourTheLoupeAndFilesThatAreNotThereAreRefused() {
        Opened opened = sealed();
        for (LookForm form : LookForm.values()) {
            if (!SealedOpening.FORMS.contains(form)) {
                assertRefused(opened, 0, form, LookRefused.Why.FORM);
            }
        }
        assertRefused(opened, 1, LookForm.GREY, LookRefused.Why.NO_SUCH_FILE);
        assertRefused(opened, -1, LookForm.GREY, LookRefused.Why.NO_SUCH_FILE);
        assertThat(desk.count("look")).isZero();
    }

    @Test
    void whatIsNotSealedNeedsNoReasonAndTakesNone() {
        desk.flag(withFile("v1"), FlaggedItems.report("r-1", "5.3"));

        assertRefused(desk.open("v1", ANNA), 0, LookForm.GREY, LookRefused.Why.NOT_SEALED);
    }

    @Test
    void whoeverDoesNotHoldTheCaseAnyLongerSeesNothing() {
        Opened opened = sealed();
        clock.advance(Duration.ofHours(1));
        desk.open("s1", BRAM);

        assertThatThrownBy(() -> review.openSealed(opened, 0, LookForm.GREY, WHY))
                .isInstanceOf(ClaimRefused.class);
        assertThat(desk.count("look")).isZero();
        assertThat(desk.count("personal_text")).isZero();
    }

    private void assertRefused(Opened opened, int media, LookForm form, LookRefused.Why why) {
        assertThatThrownBy(() -> review.openSealed(opened, media, form, WHY))
                .isInstanceOfSatisfying(
                        LookRefused.class, refused -> assertThat(refused.why()).isEqualTo(why));
    }

    private Opened sealed() {
        desk.flag(withFile("s1"), FlaggedItems.report("r-s1", "8.1"));
        Opened opened = desk.open("s1", ANNA);
        assertThat(opened.row().sealed()).isTrue();
        return opened;
    }

    private static Item withFile(String id) {
        Item plain = FlaggedItems.item(id, ItemKind.IMAGE, 1, null, FlaggedItems.author("u-1", "@u", null), null, null);
        return new Item(
                plain.id(),
                plain.kind(),
                plain.version(),
                plain.text(),
                plain.language(),
                plain.region(),
                plain.postedAt(),
                plain.url(),
                plain.author(),
                List.of(new MediaFile("media/" + id + ".png", null, null, null, null, null, Map.of())),
                plain.transcript(),
                plain.onScreenText(),
                plain.live(),
                plain.thread(),
                plain.reach(),
                plain.signals(),
                plain.hashes(),
                Map.of());
    }

    private Map<String, Object> row() {
        return desk.store().read(handle -> handle.createQuery("""
            select l.form, l.millis, s.reason, p.words
              from look l join sealed_look s on s.look_id = l.id join personal_text p on p.id = s.note
            """).mapToMap().one());
    }

    @SuppressWarnings("NullAway") // what a caller without a null check would hand in
    private static LookReason none() {
        return null;
    }
}
