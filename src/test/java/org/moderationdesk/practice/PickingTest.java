package org.moderationdesk.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.practice.PracticeDesk.ANNA;
import static org.moderationdesk.practice.PracticeDesk.FLEUR;
import static org.moderationdesk.practice.PracticeDesk.RUTH;
import static org.moderationdesk.practice.PracticeDesk.TESS;
import static org.moderationdesk.practice.RunsTest.refused;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.moderationdesk.base.Language;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.decisions.EvidenceMark;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.items.DeskFormat;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.practice.PracticeRefused.Why;
import org.moderationdesk.queue.FlaggedItems;
import org.moderationdesk.review.Proposed;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;

@OnBothStores
class PickingTest {
    private static final Person CLEARED = new Person("tess", Set.of(Role.TRAINER), true);

    private static PracticeDesk desk;

    @BeforeAll
    static void open() {
        desk = new PracticeDesk();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    private static PracticeSet draft() {
        return desk.sets().make(TESS, PracticeDesk.terms("Picked"), Changes.without(Set.of()));
    }

    private static String decided(String item) {
        return desk.real().decided(ANNA, "5.3", Proposed.of(item, """
            "answers":{"5.3.1":"YES"},"outcome":"REMOVE",
            "rationale":"@u tosses a knife, mail him at piet@klant.example",
            "evidence":[{"clause":"5.3.1","in":"TEXT","from":0,"to":7}]
            """));
    }

    @Test
    void aCopyHasOtherNamesAndWhatWasDecidedAsItsKey() {
        PracticeSet set = desk.picking().pick(TESS, draft().id(), List.of(decided("V-1"), decided("V-2")), Language.EN);

        List<PracticeItem> items = desk.sets().items(TESS, set.id(), 1, 0, 9);
        assertThat(items).hasSize(2);
        String all = items.toString() + desk.sets().keys(TESS, set.id(), 1, List.of("C-1", "C-2"));
        assertThat(all).doesNotContain("V-1", "\"u-1\"", "@u ", "piet@klant.example");
        var authors = items.stream()
                .map(one -> one.content().item().author())
                .map(java.util.Objects::requireNonNull)
                .toList();
        assertThat(authors.getFirst().handle())
                .isEqualTo(authors.getLast().handle())
                .startsWith("@lid-");
        Proposal key =
                desk.sets().keys(TESS, set.id(), 1, List.of("C-1")).get("C-1").first();
        assertThat(key.rationale()).startsWith(authors.getFirst().handle() + " tosses a knife");
        assertThat(key.evidence()).hasSize(1);
        PracticeSet other = desk.picking().pick(TESS, draft().id(), List.of(decided("V-3")), Language.EN);
        assertThat(desk.sets()
                        .items(TESS, other.id(), 1, 0, 9)
                        .getFirst()
                        .content()
                        .item()
                        .author())
                .isNotEqualTo(authors.getFirst());
        assertThat(desk.sets().publish(TESS, set.id()).state()).isEqualTo(SetState.PUBLISHED);
    }

    @Test
    void aPreviewIsTheCopyThatWouldBeKeptAndKeepsNone() {
        String one = decided("W-1");
        PracticeSet set = draft();

        PickedCopy seen = desk.picking()
                .preview(TESS, set.id(), List.of(one), Language.EN)
                .getFirst();

        assertThat(seen.toString()).doesNotContain("W-1", "\"u-1\"", "@u ", "piet@klant.example");
        assertThat(desk.sets().find(TESS, set.id())).isEqualTo(set);
        PracticeSet _ = desk.picking().pick(TESS, set.id(), List.of(one), Language.EN);
        assertThat(desk.sets().items(TESS, set.id(), 1, 0, 9)).containsExactly(seen.item());
        assertThat(desk.sets()
                        .keys(TESS, set.id(), 1, List.of("C-1"))
                        .get("C-1")
                        .accepted())
                .isEqualTo(seen.key().accepted());
        refused(Why.UNKNOWN_DECISION, () -> desk.picking()
                .preview(TESS, set.id(), List.of("no such decision"), Language.EN));
    }

    @Test
    void whatWasMarkedInATextIsWhereItWentInTheCopy() {
        var names = new Pseudonyms("a secret of a test");
        var item = new DeskFormat(desk.clock().instant()).read("""
            {"id":"V-9","kind":"VIDEO","text":"Hé @snijplank en Piet, gooi dat mes","author":{"id":"u-7","handle":"@snijplank",
             "displayName":"Piet"},"reports":[{"id":"r-1","source":"USER","at":"2026-11-02T12:00:00Z"}]}
            """);
        var copy = new Pseudonymised(names, item.item(), item.reports(), "C-1");
        EvidenceMark.InText moved = (EvidenceMark.InText) copy.mark(
                Proposed.of("V-9", "\"evidence\":[{\"clause\":\"5.3.1\",\"in\":\"TEXT\",\"from\":23,\"to\":35}]")
                        .evidence()
                        .getFirst());

        String text = copy.copy().item().text();
        assertThat(text).doesNotContain("snijplank", "Piet").endsWith("gooi dat mes");
        assertThat(text).isNotNull();
        assertThat(text.substring(moved.from(), moved.to())).isEqualTo("gooi dat mes");
    }

    @Test
    void aCaseOfChildSafetyIsNeverPickedAlsoWhereItCameToBeOneLater() {
        String sealed = desk.real().decided(RUTH, "8.1", Proposed.of("S-1", """
            "answers":{"8.1.1":"YES"},"outcome":"REMOVE","referrals":[{"to":"NCMEC","why":"said so in so many words"}],
            "rationale":"said so in so many words"
            """));
        refused(Why.CHILD_SAFETY, () -> desk.picking().pick(CLEARED, draft().id(), List.of(sealed), Language.EN));
        refused(Why.UNKNOWN_DECISION, () -> desk.picking().pick(TESS, draft().id(), List.of(sealed), Language.EN));

        String before = decided("S-2");
        String copied = decided("S-3");
        PracticeSet set = desk.picking().pick(TESS, draft().id(), List.of(copied, decided("S-4")), Language.EN);
        PracticeSet _ = desk.sets().publish(TESS, set.id());
        Run run = desk.runs().start(FLEUR, set.id(), null);
        flagged("S-2");
        flagged("S-3");
        PracticeSet empty = draft();
        refused(Why.SOURCE_GONE, () -> desk.picking().pick(CLEARED, empty.id(), List.of(before), Language.EN));
        assertThat(desk.sets().items(TESS, empty.id(), 1, 0, 9)).isEmpty();

        // The copy is not shown from that moment on, and goes with the next sweep.
        OpenItem only = desk.practising().next(FLEUR, run.id(), 0).orElseThrow();
        assertThat(only.item().id()).isEqualTo("C-2");
        refused(Why.SOURCE_GONE, () -> desk.practising().answer(FLEUR, run.id(), Proposed.removal("C-1"), 1));
        assertThat(desk.copies().sweep(TESS, desk.clock().instant())).isEqualTo(1);
        assertThat(desk.sets().items(TESS, set.id(), 1, 0, 9))
                .extracting(PracticeItem::id)
                .containsExactly("C-2");
        assertThat(desk.sets().keys(TESS, set.id(), 1, List.of("C-1"))).isEmpty();
        assertThat(desk.sets().find(TESS, set.id()).newest().items()).isEqualTo(1);
        Run _ = desk.practising().answer(FLEUR, run.id(), Proposed.removal("C-2"), 1);
        assertThat(desk.practising().finish(FLEUR, run.id(), false).score()).isNotNull();
    }

    private static void flagged(String item) {
        desk.review()
                .flag(
                        FlaggedItems.of(item, FlaggedItems.author("u-1", "@u", null)),
                        FlaggedItems.report("later-" + item, "8.1"));
    }

    @Test
    void aCopyIsErasedInTheActThatErasesItsSource() {
        String id = decided("E-1");
        PracticeSet set = desk.picking().pick(TESS, draft().id(), List.of(id), Language.EN);
        PracticeSet _ = desk.sets().publish(TESS, set.id());
        Run run = desk.removedAll(FLEUR, set.id());
        var log = desk.copies().forErasing(desk.review().log());

        long _ = log.record(
                "anna", act -> act.append(new Entry(EventKind.ERASED, null, "E-1", Map.of("why", "LOOKS"), List.of())));
        assertThat(desk.sets().items(TESS, set.id(), 1, 0, 9)).hasSize(1);
        long _ = log.record(
                "anna",
                act -> act.append(new Entry(EventKind.ERASED, null, "E-1", Map.of("why", "REQUEST"), List.of())));

        assertThat(desk.sets().items(TESS, set.id(), 1, 0, 9)).isEmpty();
        assertThat(desk.results().reviewed(FLEUR, run.id())).isEmpty();
        long left = desk.review().store().read(handle -> handle.createQuery(
                        "select count(*) from practice.run_answer where run_id = ? and body is not null")
                .bind(0, run.id())
                .mapTo(Long.class)
                .one());
        assertThat(left).isZero();
        assertThat(desk.runs().find(FLEUR, run.id()).score()).isEqualTo(run.score());
    }
}
