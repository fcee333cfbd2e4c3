package org.moderationdesk.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.practice.PracticeDesk.ANNA;
import static org.moderationdesk.practice.PracticeDesk.FLEUR;
import static org.moderationdesk.practice.PracticeDesk.TESS;
import static org.moderationdesk.practice.PracticeDesk.TOM;
import static org.moderationdesk.practice.RunsTest.refused;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.moderationdesk.approvals.Notice;
import org.moderationdesk.base.Language;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.practice.PracticeRefused.Why;
import org.moderationdesk.review.Proposed;

/** What trainers say of runs and of single items of them, and how it goes with whom it is about. */
@OnBothStores
class TrainerNotesTest {
    private static PracticeDesk desk;
    private static TrainerNotes notes;

    @BeforeAll
    static void open() {
        desk = new PracticeDesk();
        notes = new TrainerNotes(desk.store(), desk.clock());
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void aNoteIsAboutOneItemOrTheWholeAndIsReadByWhoseRunItIsAndByTrainers() {
        Run run = desk.removedAll(FLEUR, desk.published(2).id());
        TrainerNote whole = notes.send(TESS, run.id(), "Well done.");
        TrainerNote one = notes.send(TESS, run.id(), "P-2", " The pan is no knife. ");

        assertThat(whole.itemId()).isNull();
        assertThat(one.itemId()).isEqualTo("P-2");
        assertThat(one.words()).isEqualTo("The pan is no knife.");
        assertThat(notes.ofRun(FLEUR, run.id())).containsExactlyInAnyOrder(whole, one);
        assertThat(notes.ofRun(TOM, run.id())).hasSize(2);
        assertThat(notes.ofRun(ANNA, run.id())).isEmpty();
        assertThat(new PracticeNotices(desk.store(), desk.clock()).of(FLEUR, Language.EN))
                .filteredOn(notice -> notice.kind() == Notice.Kind.TRAINER_NOTE
                        && notice.about().equals(run.id()))
                .extracting(Notice::itemId)
                .containsExactlyInAnyOrder("", "P-2");
        refused(Why.UNKNOWN_ITEM, () -> notes.send(TESS, run.id(), "P-9", "Of no item of it."));
        refused(Why.NO_NOTE, () -> notes.send(TESS, run.id(), "P-2", " "));
    }

    @Test
    void aNoteOnACopyIsToldToWhomItsSourceIsOfAndGoesInTheActThatErasesIt() {
        String decided = desk.real().decided(ANNA, "5.3", Proposed.of("N-1", """
            "answers":{"5.3.1":"YES"},"outcome":"REMOVE","rationale":"a knife is tossed"
            """));
        PracticeSet set = desk.picking()
                .pick(
                        TESS,
                        desk.sets()
                                .make(TESS, PracticeDesk.terms("Picked"), Changes.without(Set.of()))
                                .id(),
                        List.of(decided),
                        Language.EN);
        assertThat(desk.sets().publish(TESS, set.id()).state()).isEqualTo(SetState.PUBLISHED);
        Run run = desk.removedAll(FLEUR, set.id());
        TrainerNote whole = notes.send(TESS, run.id(), "Well done.");
        TrainerNote one = notes.send(TESS, run.id(), "C-1", "This cook does it every week.");
        var told = new NotesOnCopies(desk.store());
        assertThat(told.about("N-1"))
                .containsExactly(Map.of("at", one.at().toString(), "words", "This cook does it every week."));
        assertThat(told.about("N-2")).isEmpty();

        long _ = desk.copies()
                .forErasing(desk.review().log())
                .record(
                        "anna",
                        act -> act.append(
                                new Entry(EventKind.ERASED, null, "N-1", Map.of("why", "REQUEST"), List.of())));

        assertThat(notes.ofRun(FLEUR, run.id())).containsExactly(whole);
        assertThat(told.about("N-1")).isEmpty();
        long left = desk.store()
                .read(handle -> handle.createQuery("select count(*) from practice.note where words like '%cook%'")
                        .mapTo(Long.class)
                        .one());
        assertThat(left).isZero();
    }

    @Test
    void namesOfWhoIsErasedAreTakenOutOfNotesAndQuestionsAndNothingElseIs() {
        Run run = desk.removedAll(FLEUR, desk.published(2).id());
        TrainerNote named = notes.send(TESS, run.id(), "@Snij.plank is Piet Klant, not Pietje; snij.planken too.");
        TrainerNote other = notes.send(TESS, run.id(), "Nothing of anybody.");
        Dispute asked = desk.disputes().question(FLEUR, run.id(), "P-2", "Piet klant has a licence for it.");

        boolean _ = desk.store().write(handle -> {
            new NamesInPractice().erase(handle, List.of("u-77", "snij.plank", "Piet Klant"));
            return true;
        });

        assertThat(notes.ofRun(FLEUR, run.id()))
                .filteredOn(one -> one.id().equals(named.id()))
                .extracting(TrainerNote::words)
                .containsExactly("@\u2026 is \u2026, not Pietje; snij.planken too.");
        assertThat(notes.ofRun(FLEUR, run.id())).contains(other);
        assertThat(desk.disputes().own(FLEUR))
                .filteredOn(one -> one.id().equals(asked.id()))
                .extracting(Dispute::reason)
                .containsExactly("\u2026 has a licence for it.");
    }
}
