package org.moderationdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.H2Store;
import org.moderationdesk.db.StoreDoor;
import org.moderationdesk.db.StoreRefused;

class GuidelinesCommandTest {
    @TempDir
    private Path folder;

    private CommandRun desk;

    @BeforeEach
    void open() {
        desk = new CommandRun(folder);
    }

    @Test
    void everyCitableRuleIsListedInBothLanguages() {
        var answer = desk.run("guidelines", "list", "--json");

        assertThat(answer.status()).isZero();
        assertThat(answer.objects()).hasSize(128).allSatisfy(rule -> assertThat(rule)
                .containsKeys("code", "section", "en", "nl"));
        assertThat(answer.err()).isEmpty();
        assertThat(new DeskFolder(desk.home()).store()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.3", "5.3.3", "2.1.1", "3.2.c1"})
    void aSectionARuleAndACarveOutAreShown(String code) {
        var answer = desk.run("guidelines", "show", code, "--json");

        assertThat(answer.status()).isZero();
        assertThat(answer.object()).containsEntry("code", code).containsKeys("en", "nl");
    }

    @Test
    void aCodeThatThereIsNotIsWrongUse() {
        assertThat(desk.run("guidelines", "show", "99.9").status()).isEqualTo(Exit.WRONG_USE);
    }

    @Test
    void besideAWindowItSaysWhichEditionCanBeReadAndThatOneIsRead() throws StoreRefused {
        try (H2Store window = new StoreDoor(new DeskFolder(desk.home()), desk.clock())
                .create()
                .store()) {
            var refused = desk.run("guidelines", "list", "--json");
            var named = desk.run("guidelines", "list", "--edition", "2020-12", "--json");

            int still = window.read(handle ->
                    handle.createQuery("select 1").mapTo(Integer.class).one());
            assertThat(still).isOne();
            assertThat(refused.status()).isEqualTo(Exit.STORE_CLOSED);
            assertThat(refused.out()).isEmpty();
            assertThat(refused.err()).contains("--edition 2020-12").contains("has this desk open since");
            assertThat(named.status()).isZero();
            assertThat(named.objects()).hasSize(128);
        }
    }

    @Test
    void anEditionThatIsNotInTheStoreOffersNoOther() {
        var answer = desk.run("guidelines", "list", "--edition", "1999-01", "--json");

        assertThat(answer.status()).isEqualTo(Exit.WRONG_USE);
        assertThat(answer.err()).doesNotContain("--edition 2020-12");
    }

    @Test
    void anEditionIsCheckedAndWhatIsWrongIsNamedWithItsPlace() {
        var sound = desk.run("guidelines", "check", "resources/guidelines/2020-12", "--json");
        assertThat(sound.status()).isZero();
        assertThat(sound.object().keySet()).containsExactly("valid", "edition", "rules");

        var broken =
                desk.run("guidelines", "check", desk.write("book.json", "{}").toString(), "--json");
        assertThat(broken.status()).isEqualTo(Exit.NO);
        assertThat(broken.object().keySet()).containsExactly("valid", "problems");
        assertThat(broken.object()).containsEntry("valid", false);

        assertThat(desk.run("guidelines", "check", "nosuch", "--json").status()).isEqualTo(Exit.WRONG_USE);
    }
}
