package org.moderationdesk.editions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moderationdesk.quality.QualityDesk.ADMIN;
import static org.moderationdesk.quality.QualityDesk.ANNA;
import static org.moderationdesk.quality.QualityDesk.BRAM;
import static org.moderationdesk.quality.QualityDesk.LARS;
import static org.moderationdesk.quality.QualityDesk.RUTH;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moderationdesk.base.Language;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.db.Progress;
import org.moderationdesk.decisions.DecisionLine;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.decisions.ProposalJson;
import org.moderationdesk.decisions.Rules;
import org.moderationdesk.decisions.view.ChecklistModel;
import org.moderationdesk.decisions.view.DecisionTools;
import org.moderationdesk.decisions.view.ProposalModel;
import org.moderationdesk.editions.EditionRefused.Why;
import org.moderationdesk.guidelines.BookProblems;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.EditionFiles;
import org.moderationdesk.queue.CaseFilter;
import org.moderationdesk.queue.ClaimRefused;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.Review;
import org.moderationdesk.review.Submitted;
import org.moderationdesk.settings.DecisionSettings;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.RightRefused;

@OnBothStores
class StoredEditionsTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final ClauseCode STUNTS = new ClauseCode("5.3.3");
    private static final ClauseCode DUET = new ClauseCode("6.1.4");

    private final TestClock clock = new TestClock();
    private EditionsDesk desk;

    @BeforeEach
    void open() {
        desk = new EditionsDesk(clock);
    }

    @AfterEach
    void close() {
        assertThat(desk.verified()).isTrue();
        desk.close();
    }

    private Instant tomorrow() {
        return clock.instant().plus(DAY);
    }

    @Test
    void anAnnouncedEditionComesIntoForceOnItsDayAndStaysAsItIs() {
        Edition announced = desk.example(ADMIN, tomorrow());

        assertThat(desk.editions().inForce()).isEqualTo("2020-12");
        assertThat(desk.editions().shelf().inForce(clock.instant()).isFirst()).isTrue();
        // Until then it can be replaced.
        EditionFiles mended = EditionsDesk.changed(
                UnaryOperator.identity(), words -> words.replace("on foot or on wheels", "on foot or by bicycle"));
        Edition second = desk.editions().bringIn(LARS, mended, tomorrow()).edition();
        assertThat(second.version()).isEqualTo(announced.version() + 1);
        refused(Why.NOTHING_NEW, mended, tomorrow());

        clock.advance(DAY);
        assertThat(desk.editions().inForce()).isEqualTo("2026-12");
        assertThat(desk.editions()
                        .shelf()
                        .inForce(clock.instant())
                        .book()
                        .words(Language.EN)
                        .text(STUNTS))
                .contains("bicycle");
        refused(Why.IN_FORCE, ExampleEdition.files(), tomorrow());
        assertThat(desk.number("select count(*) from edition")).isEqualTo(2);
        assertThat(desk.number("select count(*) from event where kind = 'EDITION_IMPORTED'"))
                .isEqualTo(2);
    }

    @Test
    void whatIsAnnouncedIsWithdrawnAndCanBeBroughtInAgain() {
        Edition announced = desk.example(ADMIN, tomorrow());
        desk.readers().read(ANNA, announced);
        assertThatThrownBy(() -> desk.editions().withdraw(ANNA, announced))
                .isInstanceOfSatisfying(RightRefused.class, missing -> assertThat(missing.right())
                        .isEqualTo(Right.SET_EDITION));
        Edition mended = desk.editions()
                .bringIn(
                        LARS,
                        EditionsDesk.changed(UnaryOperator.identity(), words -> words.replace("of hats", "of caps")),
                        tomorrow())
                .edition();
        withdrawn(Why.REPLACED, announced);

        desk.editions().withdraw(LARS, mended);

        assertThat(desk.editions().shelf().editions()).hasSize(1);
        assertThat(new EditionNotices(desk.editions(), desk.readers()).of(ANNA)).isEmpty();
        withdrawn(Why.UNKNOWN_EDITION, mended);
        withdrawn(Why.CAME_WITH_THE_DESK, desk.editions().shelf().editions().getFirst());
        desk.readers().mustRead(LARS, true);
        clock.advance(DAY.multipliedBy(2));
        assertThat(desk.editions().inForce()).isEqualTo("2020-12");
        assertThat(desk.readers().toReadFirst(ANNA)).isEmpty();
        refused(Why.TOO_LATE, ExampleEdition.files(), Instant.parse("9999-12-31T00:00:00Z"));

        Edition again = desk.editions()
                .bringIn(ADMIN, desk.editions().files(mended), tomorrow())
                .edition();
        assertThat(again.version()).isEqualTo(mended.version() + 2);
        assertThat(desk.readers().unread(ANNA, desk.editions().shelf()))
                .extracting(Edition::version)
                .containsExactly(again.version());
        clock.advance(DAY);
        assertThat(desk.editions().inForce()).isEqualTo("2026-12");
        withdrawn(Why.IN_FORCE, again);
        assertThat(desk.number("select count(*) from event where kind = 'EDITION_WITHDRAWN'"))
                .isEqualTo(1);
    }

    @Test
    void whatDecisionsAreReviewedAgainForIsNotWithdrawn() {
        String unused = desk.removed(ANNA, "v-old", "5.3", "5.3.3");
        clock.advance(Duration.ofMinutes(5));
        Edition announced = desk.example(ADMIN, tomorrow());
        var wanted = new NewReReview(announced, Set.of(STUNTS), 0, 1, "The rule on stunts reads otherwise.", 14);
        assertThat(desk.reReviews()
                        .open(RUTH, desk.editions().shelf(), wanted, Progress.NONE)
                        .chosen())
                .isEqualTo(1);

        withdrawn(Why.RE_REVIEWED, announced);
        assertThat(desk.editions().shelf().editions()).hasSize(2);
    }

    private void withdrawn(Why why, Edition edition) {
        assertThatThrownBy(() -> desk.editions().withdraw(ADMIN, edition))
                .isInstanceOfSatisfying(EditionRefused.class, refused -> assertThat(refused.why())
                        .isEqualTo(why));
    }

    /** The desk was opened before the moment, and has not looked again since. */
    @Test
    void afterItsMomentADeskOfBeforeCitesTheEarlierOneOnlyForWhatWasClaimedUnderIt() {
        desk.flag("v-before", "5.3");
        desk.flag("v-after", "5.3");
        desk.example(ADMIN, tomorrow());
        Review stale = desk.review();
        clock.advance(DAY.minusMillis(1));
        Opened before = stale.open("v-before", ANNA).orElseThrow();
        clock.advance(Duration.ofMillis(1));
        Opened after = stale.open("v-after", BRAM).orElseThrow();

        assertThat(stale.submit(after, EditionsDesk.removal("v-after", "5.3.1"), 1_000))
                .isInstanceOfSatisfying(Submitted.Refused.class, refused -> assertThat(
                                refused.judgement().refusals())
                        .singleElement()
                        .satisfies(refusal -> {
                            assertThat(refusal.rule()).isEqualTo("D5");
                            assertThat(refusal.arguments()).containsExactly("2026-12");
                        }));
        assertThat(desk.number("select count(*) from decision")).isZero();
        assertThat(stale.submit(before, EditionsDesk.removal("v-before", "5.3.1"), 1_000))
                .isInstanceOf(Submitted.Accepted.class);
        // The desk has looked again: the same claim goes on, by the edition in force.
        assertThat(desk.review().submit(after, EditionsDesk.removal("v-after", "5.3.1"), 1_000))
                .isInstanceOf(Submitted.Accepted.class);
        var decisions = desk.decisions();
        assertThat(decisions.find(before.decisionId()).map(DecisionLine::edition))
                .contains("2020-12");
        assertThat(decisions.find(after.decisionId()).map(DecisionLine::edition))
                .contains("2026-12");
    }

    @Test
    void whatCannotBeIsRefusedAndChangesNothing() {
        long before = desk.number("select max(seq) from event");
        EditionFiles broken =
                EditionsDesk.changed(UnaryOperator.identity(), words -> words.replace("\"5.3.4\"", "\"5.3.9\""));

        assertThatThrownBy(() -> desk.editions().bringIn(ADMIN, broken, null))
                .isInstanceOfSatisfying(BookProblems.class, problems -> assertThat(problems.problems())
                        .extracting(Object::toString)
                        .contains(
                                "en.json /clauses/5.3.4: text missing", "en.json /clauses/5.3.9: not in this edition"));
        assertThatThrownBy(() -> desk.editions().bringIn(ANNA, ExampleEdition.files(), null))
                .isInstanceOfSatisfying(RightRefused.class, missing -> assertThat(missing.right())
                        .isEqualTo(Right.SET_EDITION));
        refused(
                Why.CAME_WITH_THE_DESK,
                EditionsDesk.changed(
                        shape -> shape.replace("\"2026-12\"", "\"2020-12\""),
                        words -> words.replace("\"2026-12\"", "\"2020-12\"")),
                null);
        refused(Why.PAST, ExampleEdition.files(), clock.instant().minusMillis(1));
        refused(
                Why.CORNERSTONE,
                EditionsDesk.changed(
                        shape ->
                                shape.replace("\"id\": \"spam-and-fake-engagement\"", "\"id\": \"balloons-and-kites\""),
                        UnaryOperator.identity()),
                null);

        assertThat(desk.number("select count(*) from edition")).isZero();
        assertThat(desk.number("select max(seq) from event")).isEqualTo(before);

        desk.example(ADMIN, tomorrow());
        refused(Why.SAME_MOMENT, next(UnaryOperator.identity()), tomorrow());
        refused(Why.NOTHING_NEW, next(UnaryOperator.identity()), tomorrow().plus(DAY));
        assertThat(desk.editions()
                        .bringIn(
                                ADMIN,
                                next(words -> words.replace("of hats", "of caps")),
                                tomorrow().plus(DAY))
                        .changes())
                .hasSize(1);
    }

    private static EditionFiles next(UnaryOperator<String> words) {
        return EditionsDesk.changed(
                shape -> shape.replace("\"2026-12\"", "\"2027-03\""),
                text -> words.apply(text.replace("\"2026-12\"", "\"2027-03\"")));
    }

    private void refused(Why why, EditionFiles files, Instant from) {
        assertThatThrownBy(() -> desk.editions().bringIn(ADMIN, files, from))
                .isInstanceOfSatisfying(EditionRefused.class, refused -> assertThat(refused.why())
                        .isEqualTo(why));
    }

    @Test
    void aChangeToWhatIsKeptIsFoundByVerify() {
        desk.example(ADMIN, null);
        desk.readers().read(ANNA, desk.editions().shelf().editions().getLast());
        List.of(
                        "update edition set en = replace(en, 'hats', 'cats')",
                        "update edition set from_at = from_at - 1",
                        "update edition_read set at = at + 1")
                .forEach(sql -> {
                    desk.store()
                            .write(handle -> handle.execute("create table kept as select * from " + sql.split(" ")[1]));
                    desk.store().write(handle -> handle.execute(sql));
                    assertThat(desk.verified()).as(sql).isFalse();
                    desk.store().write(handle -> handle.execute("delete from " + sql.split(" ")[1]));
                    desk.store()
                            .write(handle ->
                                    handle.execute("insert into " + sql.split(" ")[1] + " select * from kept"));
                    desk.store().write(handle -> handle.execute("drop table kept"));
                    assertThat(desk.verified()).isTrue();
                });
    }

    @Test
    void whatIsDecidedCitesTheEditionInForceAndStaysReadableByIt() {
        desk.flag("v-pinned", "5.3");
        String old = desk.removed(ANNA, "v-old", "5.3", "5.3.3");
        desk.removed(ANNA, "v-duet", "6.1", "6.1.4");
        Edition example = desk.example(ADMIN, null);

        Opened opened = desk.review().open("v-pinned", ANNA).orElseThrow();
        assertThat(desk.review().submit(opened, EditionsDesk.removal("v-pinned", "5.3.4"), 1_000))
                .isInstanceOf(Submitted.Accepted.class);
        var decisions = desk.decisions();
        assertThat(decisions.find(opened.decisionId()).map(DecisionLine::edition))
                .contains("2026-12");
        assertThat(decisions.find(old).map(DecisionLine::edition)).contains("2020-12");

        // What is only read is shown by the edition it was decided by.
        Shelf shelf = desk.editions().shelf();
        var rules = new Rules(shelf.desk(clock.instant()), shelf.others(example));
        var proposals = new ProposalModel(DecisionTools.of(rules, DecisionSettings::defaults), clock);
        assertThat(new ChecklistModel(proposals)).isNotNull();
        Opened read = desk.review().look("v-duet", BRAM).orElseThrow();
        var draft = EditionsDesk.removal("v-duet", DUET.value());
        proposals.open(by(draft, "2020-12"), read.facts(), true);
        assertThat(proposals.book().words(Language.EN).text(STUNTS)).doesNotContain("wheels");
        assertThat(proposals.proposalProperty().get().answers()).containsKey(DUET);

        // Unsent answers to what is gone, or reads otherwise, are asked anew.
        proposals.open(by(draft, "2020-12"), read.facts(), false);
        assertThat(proposals.book().edition()).isEqualTo("2026-12");
        assertThat(proposals.proposalProperty().get().answers()).isEmpty();
        proposals.open(by(EditionsDesk.removal("v-old", STUNTS.value()), "2020-12"), read.facts(), false);
        assertThat(proposals.proposalProperty().get().answers()).isEmpty();
        proposals.open(by(EditionsDesk.removal("v-old", "5.3.1"), "2020-12"), read.facts(), false);
        assertThat(proposals.proposalProperty().get().answers()).containsOnlyKeys(new ClauseCode("5.3.1"));
        assertThat(proposals.proposalProperty().get().edition()).isEqualTo("2026-12");
    }

    private static Proposal by(Proposal draft, String edition) {
        return ProposalJson.readDraft(ProposalJson.write(draft, text -> text)
                        .replaceFirst("\\{", "{\"edition\":\"" + edition + "\","))
                .proposal();
    }

    @Test
    void eachIsAskedOnceAndSaysOnceToHaveReadIt() {
        Edition example = desk.example(ADMIN, tomorrow());
        Readers readers = desk.readers();
        Shelf shelf = desk.editions().shelf();

        assertThat(readers.unread(ANNA, shelf)).extracting(Edition::name).containsExactly(example.name());
        assertThat(readers.unread(ADMIN, shelf)).isEmpty();
        assertThat(new EditionNotices(desk.editions(), readers).of(ANNA)).hasSize(1);
        assertThat(readers.askOnce(ANNA, example)).isTrue();
        assertThat(readers.askOnce(ANNA, example)).isFalse();
        readers.read(ANNA, example);
        readers.read(ANNA, example);

        assertThat(readers.unread(ANNA, shelf)).isEmpty();
        assertThat(new EditionNotices(desk.editions(), readers).of(ANNA)).isEmpty();
        assertThat(desk.number("select count(*) from event where kind = 'EDITION_READ'"))
                .isEqualTo(1);
        List<Readers.Reader> team = readers.of(LARS, example, desk.people());
        assertThat(team).extracting(Readers.Reader::name).containsExactly("bram", "lars", "ruth", "anna");
        assertThat(team).extracting(one -> one.at() != null).containsExactly(false, false, false, true);
        assertThatThrownBy(() -> readers.of(ANNA, example, desk.people())).isInstanceOf(RightRefused.class);
        assertThatThrownBy(() -> readers.read(ANNA, shelf.editions().getFirst()))
                .isInstanceOf(EditionRefused.class);
        // Another text under the same name is to be read anew.
        desk.editions()
                .bringIn(
                        ADMIN,
                        EditionsDesk.changed(UnaryOperator.identity(), words -> words.replace("of hats", "of caps")),
                        tomorrow());
        assertThat(readers.unread(ANNA, desk.editions().shelf())).hasSize(1);
    }

    @Test
    void whereItMustBeReadFirstCasesAreTakenByWhoHasReadIt() {
        desk.flag("v-1", "5.3");
        desk.flag("v-2", "5.3");
        Edition example = desk.example(ADMIN, tomorrow());
        assertThat(desk.readers().mustRead()).isFalse();
        desk.readers().mustRead(LARS, true);
        assertThat(desk.readers().mustRead()).isTrue();
        var review = desk.review();

        // Announced, and not in force: nobody is kept from working.
        Opened held = review.open("v-1", ANNA).orElseThrow();
        assertThat(held.claim()).isNotNull();
        clock.advance(DAY);
        assertThat(desk.review().open("v-2", BRAM).orElseThrow().readOnly())
                .isEqualTo(new ClaimRefused.EditionUnread("2026-12"));
        assertThatThrownBy(() -> desk.review().openNext(BRAM, CaseFilter.all())).isInstanceOf(ClaimRefused.class);
        assertThat(desk.review().peekNext(BRAM, CaseFilter.all())).isEmpty();

        desk.readers().read(BRAM, example);
        assertThat(desk.review().open("v-2", BRAM).orElseThrow().claim()).isNotNull();
        desk.readers().mustRead(LARS, false);
        assertThat(desk.review().openNext(ANNA, CaseFilter.all())).isPresent();
    }
}
