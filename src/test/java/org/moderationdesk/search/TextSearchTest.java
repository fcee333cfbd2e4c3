package org.moderationdesk.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.db.OnBothStores;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.TestStore;
import org.moderationdesk.retention.DataClass;
import org.moderationdesk.staff.RightRefused;

/** What is found by words, and by whom. */
@OnBothStores
final class TextSearchTest {
    private SearchDesk desk;

    @BeforeEach
    void open(@TempDir Path folder) {
        desk = new SearchDesk(TestStore.create(), folder);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aDecisionIsFoundByWhatWasDecidedAboutAndByWhatWasWrittenInDeciding() {
        String id = desk.decide("a", "That haircut was a lost bet", "clearly aimed at her");
        String other = desk.decide("b", "nothing of the kind", "a different reason");

        desk.finds("haircut", id);
        desk.finds("aimed", id);
        desk.finds("noted aside", id, other);
        desk.finds("titled", id, other);
        desk.finds("gesproken", id, other);
        desk.finds("commented", id, other);
        desk.finds("haircut reason");
        desk.finds("a reason", other);
    }

    @Test
    void caseAccentsAndHiddenCharactersDoNotCount() {
        String id = desk.decide(
                "a",
                "CAF\u00C9 co\u0308rdinatie \u202Ege\u200Bhe\u2060im\u202C Stra\u00DFe"
                        + " \u041F\u0420\u0418\u0412\u0415\u0422",
                "\u00C6on \u0142odz");

        desk.finds("cafe", id);
        desk.finds("C\u00F6rdinatie", id);
        desk.finds("geheim", id);
        desk.finds("STRASSE", id);
        desk.finds("\u043F\u0440\u0438\u0432\u0435\u0442", id);
        desk.finds("aeon \u0141\u00D3D\u0179", id);
    }

    @Test
    void aPhraseIsFoundInItsOrderAndNotAcrossTwoTexts() {
        String id = desk.decide("a", "lost the bet", "first words here");

        desk.finds("\"lost the bet\"", id);
        desk.finds("\"bet the lost\"");
        desk.finds("\"here noted\"");
        desk.finds("\"bet titled\"");
    }

    @Test
    void theBeginningOfAWordAndTheHandleOfAnAccountAreFound() {
        String id = desk.decide("a", "violence of words", "r");
        String other = desk.decide("b", "violins", "r");

        desk.finds("viol*", id, other);
        desk.finds("viole*", id);
        desk.finds("@h-b", other);
        desk.finds("viole* @h-b");
        assertThat(searches()).isPositive();
    }

    @Test
    void whatAsksForNothingIsSaidAndHostileTextIsFoundLikeOther() {
        String id = desk.decide("a", "x".repeat(200_000) + "\n' | & ! \\ \u0001 :* <-> needle", "it's");
        String late = desk.decide("b", "needle ' drop table", "it's");

        desk.finds("x" + "x".repeat(70), id);
        desk.finds("' & | ! <-> :* drop", late);
        assertThat(desk.search().find(SearchDesk.ANNA, "\"open", 9))
                .isEqualTo(new TextAnswer.Unclear(TextAnswer.Why.OPEN_PHRASE));
    }

    @Test
    void theNewestAreGivenAndAllAreCounted() {
        desk.decide("a", "often", "r");
        desk.clock.advance(Duration.ofMinutes(1));
        String second = desk.decide("b", "often", "r");
        desk.clock.advance(Duration.ofMinutes(1));
        String third = desk.decide("c", "often", "r");
        desk.finds("often @h-c", third);

        var found = (TextAnswer.Found) desk.search().find(SearchDesk.ANNA, "often", 2);

        assertThat(found.total()).isEqualTo(3);
        assertThat(found.isWhole()).isFalse();
        assertThat(found.newest().id(0)).isEqualTo(second);
        assertThat(found.newest().id(1)).isEqualTo(third);
    }

    @Test
    void whatIsSealedIsNotFoundAndChildSafetyOnlyWithTheClearance() {
        String id = desk.decide("a", "common words", "r");
        String minor = desk.decide("b", "common words", "r", "8.6", "5.3.1");
        String sealed = desk.decide("c", "common words", "r", "8.1", "5.3.1");
        String last = desk.decide("d", "common words", "r");

        desk.finds("common @h-d", last);
        assertThat(sealed).isNotEmpty();
        assertThat(desk.found(SearchDesk.UNCLEARED, "common"))
                .contains(id, last)
                .doesNotContain(minor, sealed);
        assertThat(desk.found(SearchDesk.ANNA, "common")).contains(id, last).doesNotContain(sealed);
    }

    @Test
    void aDecisionWhoseItemComesToConcernChildSafetyIsNoLongerFoundWithoutTheClearance() {
        String id = desk.decide("a", "common words", "r");
        desk.finds(SearchDesk.UNCLEARED, "common", id);

        desk.flag("a2", "other", "5.3");
        desk.review.flag("a", "8.6");

        desk.finds(SearchDesk.UNCLEARED, "common");
        desk.finds(SearchDesk.ANNA, "common", id);
    }

    @Test
    void whoMayNotLookFindsNothing() {
        assertThatThrownBy(() -> desk.search().find(SearchDesk.ADMIN, "word", 9))
                .isInstanceOf(RightRefused.class);
    }

    @Test
    void whatIsErasedForAPersonIsNoLongerFound() {
        String id = desk.decide("a", "private words", "about them");
        String other = desk.decide("b", "private words", "about others");
        desk.finds("private", id, other);

        desk.erasure().erase(SearchDesk.ADMIN, "u-a", "ref 1", Progress.NONE);

        desk.finds("private", other);
        desk.finds("about", other);
        desk.finds("@h-a");
    }

    @Test
    void whatIsLetGoByItsAgeIsNoLongerFound() {
        String id = desk.decide("a", "aged words", "an old reason");
        desk.finds("aged", id);
        desk.retention().set(SearchDesk.ADMIN, DataClass.TEXTS, Optional.of(200));
        desk.retention().set(SearchDesk.ADMIN, DataClass.CONTENT, Optional.of(300));

        desk.clock.advance(Duration.ofDays(201));
        desk.retention().run(SearchDesk.ADMIN, Progress.NONE);
        desk.finds("old");
        desk.finds("aged", id);

        desk.clock.advance(Duration.ofDays(100));
        desk.retention().run(SearchDesk.ADMIN, Progress.NONE);
        desk.finds("aged");
    }

    private long searches() {
        return desk.store().read(handle -> handle.createQuery("select count(*) from event where kind = 'SEARCHED'")
                .mapTo(Long.class)
                .one());
    }
}
