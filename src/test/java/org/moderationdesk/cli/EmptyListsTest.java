package org.moderationdesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderationdesk.base.Language;

/** A list with nothing on it says so to a person, on standard error, and nothing to a program. */
class EmptyListsTest {
    @TempDir
    private static Path folder;

    private static CommandRun desk;

    @BeforeAll
    static void open() {
        desk = new CommandRun(folder);
        assertThat(desk.run("store", "init").status()).isZero();
    }

    @AfterAll
    static void speakAsBefore() {
        desk.speak(Language.EN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        people list           | This desk knows no people yet   | Deze desk kent nog geen mensen
        queue                 | No case is open.                | Er is geen zaak open.
        queue --queue legal   | No case is open in queue legal. | Er is geen zaak open in wachtrij legal.
        queues list           | There are no queues yet         | Er zijn nog geen wachtrijen
        queues history        | No version of queues and rules  | Er is nog geen versie van wachtrijen
        approvals list        | Nothing waits for a second      | Er wacht niets op een tweede persoon.
        approvals notices     | There is nothing to tell you.   | Er is niets te melden.
        referrals list        | There are no referrals.         | Er zijn geen meldingen bij justitie
        referrals dossiers list | No dossier was made yet.        | Er is nog geen dossier gemaakt.
        referrals orders list   | No authority ordered anything.  | Geen autoriteit heeft iets bevolen.
        referrals emergency list | Nobody called emergency services. | Niemand heeft de hulpdiensten gebeld.
        referrals targets history | No version of targets was made | Er is nog geen versie van doelen
        retention preserved   | Nothing is preserved.           | Er wordt niets bewaard.
        retention holds       | Nothing is held.                | Er wordt niets vastgehouden.
        quality waiting       | No second review waits for you. | Er wacht geen tweede beoordeling
        quality differences   | No difference is open.          | Er staat geen verschil open.
        quality plans list    | No version of the plan          | Er is nog geen versie van het plan
        """)
    void anEmptyListSaysSoBesideItsResults(String command, String english, String dutch) {
        String[] words = command.split(" ");
        for (Language language : Language.values()) {
            desk.speak(language);
            var told = desk.run(words);
            assertThat(told.status()).isZero();
            assertThat(told.out()).isEmpty();
            assertThat(told.err()).contains(language == Language.NL ? dutch : english);
        }
        String[] asJson = (command + " --json").split(" ");
        var told = desk.run(asJson);
        assertThat(told.status()).isZero();
        assertThat(told.out()).isEmpty();
        assertThat(told.err()).isEmpty();
    }
}
