package org.moderationdesk.authorities.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderationdesk.authorities.AuthorityDesk.LEAD;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import net.lingala.zip4j.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.authorities.AuthorityDesk;
import org.moderationdesk.base.Language;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Dossiers saved for the channel, their receipts and their answers, in the window of whoever brings them. */
@ExtendWith(ApplicationExtension.class)
final class DossierSavingTest {
    private Stage stage;
    private DossierWindow window;

    @TempDir
    private Path folder;

    @Start
    void start(Stage given) {
        stage = given;
    }

    @BeforeEach
    void open() {
        window = new DossierWindow(stage, folder);
    }

    @AfterEach
    void close(FxRobot robot) {
        window.close(robot);
    }

    @Test
    void itIsSavedUnderAPasswordThatIsAskedForTwice(FxRobot robot) throws IOException {
        String referral = window.made("A-1");
        Path zip = folder.resolve("out.zip");
        window.files().file = Optional.of(zip);
        window.show(robot, LEAD, Language.EN, false, 1_368, 832);
        robot.push(KeyCode.ENTER).push(KeyCode.ALT, KeyCode.Z);
        assertThat(window.files().proposed)
                .isEqualTo("dossier-"
                        + window.dossiers(referral).getFirst().line().dossier().id() + ".zip");
        DossierWindow.set(robot, "#dossier-password", "too short");
        robot.push(KeyCode.ENTER);
        assertThat(DossierWindow.labels(robot, "#dialog"))
                .anyMatch(line -> line.startsWith("The password of a file has 12"));
        DossierWindow.set(robot, "#dossier-password", DossierWindow.PASSWORD);
        DossierWindow.set(robot, "#dossier-password-again", DossierWindow.PASSWORD + "2");
        robot.push(KeyCode.ENTER);
        assertThat(DossierWindow.labels(robot, "#dialog")).contains("These are not the same.");
        assertThat(zip).doesNotExist();
        DossierWindow.set(robot, "#dossier-password-again", DossierWindow.PASSWORD);
        robot.push(KeyCode.ENTER);

        assertThat(DossierWindow.words(robot, "#dossier-said"))
                .contains(zip.toString(), "SHA-256")
                .doesNotContain(DossierWindow.PASSWORD);
        assertThat(DossierWindow.shown(robot, "#dialog")).isEmpty();
        Path opened = folder.resolve("opened");
        try (var sealed = new ZipFile(zip.toFile(), DossierWindow.PASSWORD.toCharArray())) {
            sealed.extractAll(opened.toString());
        }
        try (Stream<Path> names = Files.list(opened)) {
            assertThat(names.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("dossier.pdf", "dossier.json", "proof.tlog", "manifest.json");
        }
        assertThat(DossierWindow.words(robot, "#dossier-standing"))
                .as("saved is not sent")
                .isEqualTo("Made, not sent");
    }

    @Test
    void aFileThatIsThereIsAskedAboutAndSavingCanBeStopped(FxRobot robot) throws IOException {
        String unused = window.made("A-1");
        Path pdf = Files.writeString(folder.resolve("there.pdf"), "what was there");
        window.files().file = Optional.of(pdf);
        window.show(robot, LEAD, Language.EN, false, 1_368, 832);
        robot.push(KeyCode.ENTER).push(KeyCode.ALT, KeyCode.P);
        assertThat(DossierWindow.labels(robot, "#dialog")).contains("Replace there.pdf?");
        robot.push(KeyCode.ESCAPE);
        assertThat(pdf).hasContent("what was there");

        robot.push(KeyCode.ALT, KeyCode.P).push(KeyCode.TAB).push(KeyCode.ENTER);
        window.password(robot);
        window.background().hold();
        robot.push(KeyCode.ENTER);
        robot.interact(() -> robot.lookup("#work-stop").queryButton().fire());
        robot.interact(window.background()::answer);
        assertThat(DossierWindow.words(robot, "#dossier-problem")).isEqualTo("Stopped. No file was written.");
        assertThat(pdf).hasContent("what was there");

        robot.push(KeyCode.ALT, KeyCode.P).push(KeyCode.TAB).push(KeyCode.ENTER);
        window.password(robot);
        robot.push(KeyCode.ENTER);
        assertThat(DossierWindow.words(robot, "#dossier-said")).contains(pdf.toString());
        try (PDDocument sealed = Loader.loadPDF(pdf.toFile(), DossierWindow.PASSWORD)) {
            assertThat(sealed.isEncrypted()).isTrue();
        }
        window.files().file = Optional.of(folder.resolve("no folder").resolve("out.pdf"));
        robot.push(KeyCode.ALT, KeyCode.P);
        window.password(robot);
        robot.push(KeyCode.ENTER);
        assertThat(DossierWindow.words(robot, "#dossier-problem")).startsWith("No file could be written there.");
        assertThat(unused).isNotEmpty();
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all.map(path -> path.getFileName().toString())).noneMatch(name -> name.endsWith(".part"));
        }
    }

    @Test
    void picturesOfItInBothLanguagesAndLooks(FxRobot robot) throws IOException {
        window.reachEuropol();
        for (Language language : Language.values()) {
            for (boolean dark : List.of(false, true)) {
                String name = "-" + language.tag() + (dark ? "-dark" : "");
                window.referred("V-2" + language + dark);
                window.show(robot, LEAD, language, dark, 1_368, 832);
                robot.push(KeyCode.ENTER);
                window.picture(robot, "dossier-new" + name);
                robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
                window.picture(robot, "dossier-made" + name);
                DossierWindow.set(robot, "#dossier-moment-clock", "soon");
                robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
                robot.interact(() -> {
                    stage.setWidth(1_028);
                    stage.setHeight(632);
                });
                window.picture(robot, "dossier-small" + name);
                robot.interact(() -> DossierWindow.scroll(robot).setVvalue(1));
                window.picture(robot, "dossier-end" + name);
                window.files().file = Optional.of(folder.resolve(name + ".zip"));
                robot.push(KeyCode.ALT, KeyCode.Z);
                window.picture(robot, "dossier-password" + name);
                robot.push(KeyCode.ESCAPE);
                robot.interact(() -> DossierWindow.scroll(robot).setVvalue(0));
                DossierWindow.set(robot, "#dossier-moment-clock", "12:00");
                DossierWindow.set(robot, "#dossier-reference", "PL-2026-1");
                robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
                window.picture(robot, "dossier-sent" + name);
                robot.push(KeyCode.ALT, KeyCode.N);
                robot.interact(() -> DossierWindow.choice(robot)
                        .setValue(DossierWindow.choice(robot).getItems().getLast()));
                robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
                window.picture(robot, "dossier-another" + name);
                assertThat(DossierWindow.shown(robot, "#dossier-another")).isPresent();
            }
        }
    }

    @Test
    void itIsSentByItsReceiptAndAnsweredAfterThat(FxRobot robot) throws IOException {
        String referral = window.made("A-1");
        window.clock().advance(Duration.ofHours(1));
        window.files().file = Optional.of(Files.writeString(folder.resolve("receipt.txt"), "received"));
        window.show(robot, LEAD, Language.EN, false, 1_368, 832);
        robot.push(KeyCode.ENTER);
        assertThat(DossierWindow.field(robot, "#dossier-moment-clock").getText())
                .isEqualTo("13:00");
        DossierWindow.set(robot, "#dossier-moment-clock", "soon");
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(DossierWindow.problems(robot)).singleElement().satisfies(line -> assertThat(line)
                .startsWith("A day, a time"));
        DossierWindow.set(robot, "#dossier-moment-clock", "11:00");
        DossierWindow.set(robot, "#dossier-reference", "PL-2026-1");
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(DossierWindow.problems(robot))
                .containsExactly("This was not between the making of the dossier and now.");
        assertThat(window.focused()).isEqualTo("dossier-moment");
        DossierWindow.set(robot, "#dossier-moment-clock", "13:30");
        DossierWindow.set(robot, "#dossier-moment-zone", "+01:00");
        DossierWindow.set(robot, "#dossier-reference", " ");
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(DossierWindow.problems(robot)).containsExactly("A reference has 1 to 200 characters on one line.");
        DossierWindow.set(robot, "#dossier-reference", "PL-2026-1");
        robot.push(KeyCode.ALT, KeyCode.T);
        assertThat(DossierWindow.words(robot, "#dossier-document-name")).isEqualTo("receipt.txt");
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);

        assertThat(DossierWindow.words(robot, "#dossier-standing")).isEqualTo("Sent");
        assertThat(DossierWindow.words(robot, "#referral-standing")).isEqualTo("Sent");
        var receipt = window.dossiers(referral).getFirst().line().receipts().getFirst();
        assertThat(receipt.sentAt()).isEqualTo("2026-11-02T12:30:00Z");
        assertThat(DossierWindow.field(robot, "#dossier-reference").getText())
                .as("not twice")
                .isEmpty();
        window.files().file = Optional.of(folder.resolve("gone.txt"));
        DossierWindow.set(robot, "#dossier-reference", "taken on");
        robot.push(KeyCode.ALT, KeyCode.T).push(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(DossierWindow.problems(robot)).containsExactly("This file could not be read.");
        window.files().file = Optional.of(folder.resolve("receipt.txt"));
        robot.push(KeyCode.ALT, KeyCode.T).push(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(window.dossiers(referral).getFirst().line().answers()).hasSize(1);
        assertThat(DossierWindow.labels(robot, "#referral-history"))
                .contains("lena entered what the authority answered");

        Path saved = folder.resolve("saved.txt");
        window.files().file = Optional.of(saved);
        robot.push(KeyCode.ALT, KeyCode.W);
        assertThat(saved).hasContent("received");
        assertThat(DossierWindow.words(robot, "#dossier-said")).contains(saved.toString());
    }

    @Test
    void aReceiptThatSomebodyElseEnteredMeanwhileIsNotEnteredTwice(FxRobot robot) throws IOException {
        String referral = window.made("A-1");
        window.show(robot, LEAD, Language.NL, true, 1_368, 832);
        robot.push(KeyCode.ENTER);
        var dossier = window.dossiers(referral).getFirst().line().dossier();
        var theirs =
                window.desk().dossiers().receipt(AuthorityDesk.UNCLEARED, dossier.id(), dossier.at(), "van mij", null);

        DossierWindow.set(robot, "#dossier-reference", "ook van mij");
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);

        assertThat(DossierWindow.words(robot, "#dossier-problem")).startsWith("De ontvangst is al ingevoerd.");
        assertThat(window.dossiers(referral).getFirst().line().receipts()).containsExactly(theirs);
    }
}
