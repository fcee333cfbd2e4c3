package org.moderationdesk.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.moderationdesk.review.ReviewDesk.ANNA;
import static org.moderationdesk.review.ReviewDesk.BRAM;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.decisions.CaseFacts;
import org.moderationdesk.items.Item;
import org.moderationdesk.items.ItemKind;
import org.moderationdesk.items.MediaFile;
import org.moderationdesk.media.Look;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.queue.ClaimRefused;
import org.moderationdesk.queue.FlaggedItems;
import org.moderationdesk.queue.TestClock;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.RightRefused;
import org.moderationdesk.staff.Role;

/** Looks at what files say of themselves: of their own kind, and no exposure. */
@OnBothStores
class MetadataLookTest {
    private static final Look READ = new Look(0, LookForm.METADATA, 4_000, null);

    private final TestClock clock = new TestClock();
    private final ReviewDesk desk = new ReviewDesk(TestStore.create(), clock);
    private final CaseLooks looks = desk.review().looks();

    @AfterEach
    void close() {
        assertThat(desk.verify().intact()).isTrue();
        desk.close();
    }

    @Test
    void readToItsEndItIsALookOfItsOwnKindAndCountsTowardsNoExposure() {
        Opened opened = opened("v1", "5.3");

        looks.openMetadata(opened, 0);
        assertThat(desk.count("look")).as("opened is not read").isZero();
        looks.recordMetadata(opened, READ);

        Map<String, Object> row = desk.store()
                .read(handle -> handle.createQuery("select form, millis, media, version from look")
                        .mapToMap()
                        .one());
        assertThat(row).containsEntry("form", "METADATA").containsEntry("millis", 4_000L);
        assertThat(desk.wellbeing().ownDay(ANNA).looks()).isEmpty();
        assertThat(desk.wellbeing().ownDay(ANNA).used()).isZero();
        assertThat(of("v1")).containsExactly(READ);
    }

    @Test
    void itIsNoOrdinaryLookAndAnOrdinaryLookIsNone() {
        Opened opened = opened("v1", "5.3");

        assertThatThrownBy(() -> desk.review().recordLook(opened, READ)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> looks.recordMetadata(opened, new Look(0, LookForm.GREY, 10, null)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> looks.openMetadata(opened, 1)).isInstanceOf(LookRefused.class);
        assertThat(desk.count("look")).isZero();
    }

    @Test
    void thatASealedFileWasOpenedIsInTheLogBeforeItIsReadAndOnlyItsEndIsALook() {
        Opened opened = opened("s1", "8.1");
        assertThat(opened.row().sealed()).isTrue();

        looks.openMetadata(opened, 0);

        List<String> told = desk.store()
                .read(handle -> handle.createQuery("select body from event where body like '%METADATA%'")
                        .mapTo(String.class)
                        .list());
        assertThat(told).singleElement().satisfies(body -> assertThat(body).contains("BEGUN"));
        assertThat(desk.count("look")).isZero();
        looks.recordMetadata(opened, READ);
        assertThat(desk.count("look")).isEqualTo(1);
        assertThat(of("s1")).containsExactly(READ);
    }

    @Test
    void withoutTheClearanceThatOfASealedFileIsNeitherOpenedNorRecorded() {
        Opened opened = opened("s1", "8.1");
        Opened uncleared = of(opened, new Person("anna", Set.of(Role.REVIEWER), false));

        assertThatThrownBy(() -> looks.openMetadata(uncleared, 0)).isInstanceOf(RightRefused.class);
        assertThatThrownBy(() -> looks.recordMetadata(uncleared, READ)).isInstanceOf(RightRefused.class);
        assertThat(desk.count("look")).isZero();
    }

    @Test
    void whoeverDoesNotHoldTheCaseAnyLongerRecordsNothing() {
        Opened opened = opened("s1", "8.1");
        clock.advance(Duration.ofHours(1));
        desk.open("s1", BRAM);

        assertThatThrownBy(() -> looks.openMetadata(opened, 0)).isInstanceOf(ClaimRefused.class);
        assertThatThrownBy(() -> looks.recordMetadata(opened, READ)).isInstanceOf(ClaimRefused.class);
        assertThat(desk.count("look")).isZero();
    }

    private List<Look> of(String item) {
        return desk.store().read(handle -> new ItemLooks().looks(handle, item, 1, 0));
    }

    private static Opened of(Opened opened, Person person) {
        return new Opened(
                opened.row(),
                opened.claim(),
                opened.readOnly(),
                opened.file(),
                opened.earlier(),
                opened.otherCases(),
                opened.draft(),
                by(opened.facts(), person),
                opened.handOver(),
                opened.returned(),
                opened.decisionId());
    }

    private static CaseFacts by(CaseFacts facts, Person person) {
        return new CaseFacts(
                facts.caseId(),
                facts.queue(),
                facts.item(),
                facts.pinnedEdition(),
                facts.reports(),
                facts.childSafety(),
                facts.sealed(),
                facts.standing(),
                person,
                facts.activeStrikes(),
                facts.now(),
                facts.allowed(),
                facts.urgency());
    }

    private Opened opened(String id, String section) {
        desk.flag(withFile(id), FlaggedItems.report("r-" + id, section));
        return desk.open(id, ANNA);
    }

    private static Item withFile(String id) {
        return FlaggedItems.item(id, ItemKind.IMAGE, 1, null, FlaggedItems.author("u-1", "@u", null), null, null)
                .with(List.of(new MediaFile("media/" + id + ".png", null, null, null, null, null, Map.of())));
    }
}
