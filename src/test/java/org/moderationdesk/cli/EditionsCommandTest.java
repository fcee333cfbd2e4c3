package org.moderationdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.editions.ExampleEdition;

/** guidelines import, editions, diff, read, touched, re-review. */
class EditionsCommandTest {
    private final String example = ExampleEdition.folder().toString();

    private CommandRun desk;

    @BeforeEach
    void open(@TempDir Path folder) {
        desk = new CommandRun(folder);
    }

    @Test
    void anEditionIsTriedBroughtInComparedAndRead() {
        assertThat(desk.run("guidelines", "import", example, "--dry-run", "--json")
                        .object())
                .containsEntry("imported", false)
                .containsEntry("changes", 12);
        assertThat(desk.run("guidelines", "editions", "--json").objects()).hasSize(1);
        assertThat(desk.run("guidelines", "import", example, "--json").object())
                .containsEntry("imported", true)
                .containsEntry("edition", "2026-12")
                .containsEntry("before", "2020-12");

        assertThat(desk.run("guidelines", "editions", "--json").objects())
                .hasSize(2)
                .last()
                .satisfies(edition -> assertThat(edition).containsEntry("inForce", true));
        assertThat(desk.run("guidelines", "diff").out())
                .contains("Changed Rule 5.3.3")
                .contains("stunts{+, on foot or on wheels,+} that can lead to {+serious+} injury")
                .contains("Moved Rule 9.1.2 \u2192 9.1.3");
        assertThat(desk.run("guidelines", "diff", "2026-12", "--json").objects())
                .hasSize(12);
        assertThat(desk.run("guidelines", "show", "5.3.4", "--edition", "2026-12", "--json")
                        .object())
                .containsEntry("code", "5.3.4");
        assertThat(desk.run("guidelines", "list", "--edition", "2031-01").status())
                .isEqualTo(Exit.WRONG_USE);
        assertThat(desk.run("guidelines", "read", "2026-12", "--json").object()).containsEntry("read", true);
        assertThat(desk.run("guidelines", "editions", "--must-read", "yes", "--json")
                        .objects())
                .allSatisfy(edition -> assertThat(edition).containsEntry("mustRead", true));
        var again = desk.run("guidelines", "import", example);
        assertThat(again.status()).isEqualTo(Exit.NO);
        assertThat(again.err()).contains("2026-12 is in force");
        assertThat(desk.run("guidelines", "import", "nosuch").status()).isEqualTo(Exit.WRONG_USE);
        assertThat(desk.run("verify").status()).isZero();
    }

    @Test
    void whatIsInForceIsListedAndWhatIsAnnouncedCanBeWithdrawn() {
        assertThat(desk.run("guidelines", "import", example, "--from", "2030-01-01")
                        .status())
                .isZero();
        assertThat(desk.run("guidelines", "show", "5.3.3", "--json").out()).doesNotContain("wheels");
        assertThat(desk.run("guidelines", "withdraw", "2026-12", "--json").object())
                .containsEntry("edition", "2026-12")
                .containsEntry("withdrawn", true);
        assertThat(desk.run("guidelines", "editions", "--json").objects()).hasSize(1);
        assertThat(desk.run("guidelines", "withdraw", "2026-12").status()).isEqualTo(Exit.WRONG_USE);
        assertThat(desk.run("guidelines", "withdraw", "2020-12").err()).contains("came with the desk");

        assertThat(desk.run("guidelines", "import", example).status()).isZero();
        assertThat(desk.run("guidelines", "show", "5.3.3", "--json").out()).contains("wheels");
        assertThat(desk.run("guidelines", "show", "5.3.3", "--edition", "2020-12", "--json")
                        .out())
                .doesNotContain("wheels");
        assertThat(desk.run("guidelines", "list").out()).contains("on foot or on wheels");
        assertThat(desk.run("guidelines", "withdraw", "2026-12").err()).contains("is in force");
        assertThat(desk.run("verify").status()).isZero();
    }

    @Test
    void aFaultyFolderIsRefusedByPlaceAndChangesNothing(@TempDir Path faulty) throws Exception {
        for (String name : new String[] {"book.json", "nl.json", "en.json"}) {
            Files.copy(ExampleEdition.folder().resolve(name), faulty.resolve(name));
        }
        Path words = faulty.resolve("nl.json");
        Files.writeString(words, Files.readString(words).replace("\"5.3.4\":", "\"5.3.8\":"));

        var refused = desk.run("guidelines", "import", faulty.toString());

        assertThat(refused.status()).isEqualTo(Exit.NO);
        assertThat(refused.out()).contains("nl.json /clauses/5.3.4: text missing");
        assertThat(desk.run("guidelines", "editions", "--json").objects()).hasSize(1);
    }

    @Test
    void nothingIsTouchedWhereNothingWasDecided() {
        desk.run("guidelines", "import", example);

        assertThat(desk.run("guidelines", "touched", "2026-12", "--json").objects())
                .last()
                .satisfies(all -> assertThat(all).containsEntry("decisions", 0));
        var none = desk.run("guidelines", "re-review", "2026-12", "--why", "The rule reads otherwise now.");
        assertThat(none.status()).isEqualTo(Exit.NO);
        assertThat(none.err()).contains("touches no decision");
        assertThat(desk.run("guidelines", "re-review", "2026-12", "--sample", "-1")
                        .status())
                .isEqualTo(Exit.WRONG_USE);
        assertThat(desk.run("guidelines", "re-review", "2031-01", "--why", "x").status())
                .isEqualTo(Exit.WRONG_USE);
    }
}
