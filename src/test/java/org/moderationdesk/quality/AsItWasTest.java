package org.moderationdesk.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moderationdesk.quality.QualityDesk.ANNA;
import static org.moderationdesk.quality.QualityDesk.BRAM;
import static org.moderationdesk.quality.QualityDesk.LARS;
import static org.moderationdesk.quality.QualityDesk.RUTH;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.decisions.Proposal;
import org.moderationdesk.items.Author;
import org.moderationdesk.items.Author.PriorMeasure;
import org.moderationdesk.items.CaseReport;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.ItemFile;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.items.MediaFile;
import org.moderationdesk.items.Report;
import org.moderationdesk.media.Look;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.queue.FlaggedItems;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.review.LookReason;
import org.moderationdesk.review.LookRefused;
import org.moderationdesk.review.Opened;
import org.moderationdesk.review.Proposed;
import org.moderationdesk.review.SealedOpening;
import org.moderationdesk.review.SealedWhy;
import org.moderationdesk.review.Submitted;
import org.moderationdesk.staff.Person;

/** A second review shows item, account and history as they were at the first decision's claim, and seals what is sealed. */
@OnBothStores
class AsItWasTest {
    private static final SealedWhy WHY =
            new SealedWhy(LookReason.MATCH_IN_DOUBT, "the hash list has no entry for this file");

    private final TestClock clock = new TestClock();
    private final QualityDesk desk = new QualityDesk(clock);

    @AfterEach
    void close() {
        assertThat(desk.desk().verify().intact()).isTrue();
        desk.close();
    }

    @Test
    void whatHasComeSinceTheFirstClaimIsNotThere() {
        flag("v1", 1, "Tossing a pancake", null, "r-1");
        String first = decide("v1", ANNA);
        later();
        flag("v1", 2, "Tossing it twice", measure(), "r-2");
        assertThat(decide("v1", LARS)).isNotEqualTo(first);
        later();
        flag("v2", 1, "Another one", measure(), "r-3");
        assertThat(decide("v2", LARS)).isNotEmpty();
        later();
        assertThat(desk.requests().ask(RUTH, first, "for the trial", 5)).isNotEmpty();

        Opened then = desk.seconds().takeNext(BRAM).orElseThrow();

        assertThat(then.facts().activeStrikes()).isZero();
        assertThat(then.earlier()).isEmpty();
        assertThat(told(then.file())).containsExactly("1", "Tossing a pancake", "[r-1]", "[1]", "[]");
        ItemFile now = desk.items().file("v1").orElseThrow();
        assertThat(told(now))
                .as("as it is by now")
                .containsExactly("2", "Tossing it twice", "[r-1, r-2]", "[1, 2]", "[WARNING]");
        assertThat(desk.desk().decisions().activeStrikes(RUTH, "u-1", null, clock.instant()))
                .isEqualTo(3);
    }

    private static List<String> told(ItemFile file) {
        return List.of(
                Integer.toString(file.item().version()),
                Optional.ofNullable(file.item().text()).orElse(""),
                file.reports().stream()
                        .map(CaseReport::report)
                        .map(Report::id)
                        .sorted()
                        .toList()
                        .toString(),
                file.versions().stream().sorted().toList().toString(),
                Optional.ofNullable(file.account()).orElseThrow().author().priorMeasures().stream()
                        .map(PriorMeasure::measure)
                        .toList()
                        .toString());
    }

    @Test
    void whatIsSealedStaysSealedInASecondReviewAndIsOpenedByTheReasonAlone() {
        desk.desk().flag(sealed(), FlaggedItems.report("r-s", "8.1"));
        String first = decide("s1", ANNA);
        later();
        assertThat(desk.requests().ask(RUTH, first, "for the trial", 5)).isNotEmpty();
        assertThat(desk.seconds().waiting(BRAM)).as("without the clearance").isEmpty();
        Opened opened = desk.seconds().takeNext(RUTH).orElseThrow();
        assertThat(opened.row().sealed()).isTrue();

        assertThatThrownBy(() -> desk.seconds().looks().record(opened, new Look(0, LookForm.OUTLINE, 10, null)))
                .isInstanceOfSatisfying(
                        LookRefused.class, refused -> assertThat(refused.why()).isEqualTo(LookRefused.Why.SEALED));
        assertThat(looks()).isZero();
        SealedOpening opening = desk.seconds().looks().openSealed(opened, 0, LookForm.OUTLINE, WHY);
        desk.seconds().looks().endSealed(opening, 1_800);
        assertThat(looks()).isEqualTo(1);
        assertThat(desk.desk().wellbeing().ownDay(RUTH).looks())
                .as("it counts towards the day")
                .singleElement()
                .satisfies(one -> assertThat(one.millis()).isEqualTo(1_800));

        desk.seconds().release(opened);
        assertThatThrownBy(() -> desk.seconds().looks().openSealed(opened, 0, LookForm.OUTLINE, WHY))
                .isInstanceOfSatisfying(QualityRefused.class, refused -> assertThat(refused.why())
                        .isEqualTo(QualityRefused.Why.NOT_YOURS));
    }

    private long looks() {
        return desk.desk().store().read(handle -> handle.createQuery("select count(*) from sealed_look")
                .mapTo(Long.class)
                .one());
    }

    private void flag(String item, int version, String text, @Nullable PriorMeasure measure, String report) {
        Author plain = FlaggedItems.author("u-1", "@u", null);
        var author = new Author(
                plain.id(),
                plain.handle(),
                plain.displayName(),
                plain.bio(),
                plain.createdAt(),
                plain.age(),
                plain.ageSource(),
                plain.followers(),
                plain.country(),
                plain.deviceIds(),
                measure == null ? List.of() : List.of(measure),
                Map.of());
        desk.desk()
                .flag(
                        FlaggedItems.item(item, ItemKind.VIDEO, version, text, author, null, null),
                        FlaggedItems.report(report, "5.3"));
    }

    private PriorMeasure measure() {
        return new PriorMeasure(null, "WARNING", null, clock.instant(), null, Map.of());
    }

    private static Item sealed() {
        Item plain =
                FlaggedItems.item("s1", ItemKind.IMAGE, 1, null, FlaggedItems.author("u-9", "@nine", null), null, null);
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
                List.of(new MediaFile("media/s1.png", null, null, null, null, null, Map.of())),
                plain.transcript(),
                plain.onScreenText(),
                plain.live(),
                plain.thread(),
                plain.reach(),
                plain.signals(),
                plain.hashes(),
                Map.of());
    }

    private String decide(String item, Person by) {
        Opened opened = desk.desk().open(item, by);
        boolean sealed = opened.row().sealed();
        clock.advance(Duration.ofMinutes(1));
        Proposal proposal = sealed ? Proposed.of(item, """
            "answers":{"8.1.1":"NO","8.1.2":"NO","8.1.3":"NO","8.1.4":"NO","8.1.5":"NO"},"outcome":"NO_VIOLATION","rationale":"a drawing of a tree"
            """) : Proposed.of(item, """
                "answers":{"5.3.1":"YES"},"outcome":"REMOVE","account":{"measure":"STRIKE"},
                "rationale":"a knife is tossed and caught"
                """);
        var submitted = desk.desk().review().submit(opened, proposal, 1_000);
        assertThat(submitted).isInstanceOf(Submitted.Accepted.class);
        return opened.decisionId();
    }

    private void later() {
        clock.advance(Duration.ofHours(1));
    }
}
