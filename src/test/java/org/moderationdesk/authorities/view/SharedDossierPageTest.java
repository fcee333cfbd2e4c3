package org.moderationdesk.authorities.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.authorities.AuthorityDesk;
import org.moderationdesk.base.Language;
import org.moderationdesk.db.OnPostgres;
import org.moderationdesk.db.PostgresServer;
import org.moderationdesk.db.SharedStoreDoor;
import org.moderationdesk.db.Store;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;
import org.moderationdesk.staff.SharedPeople;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A dossier in the window of a lead who has a login of their own on a shared store. */
@OnPostgres
@ExtendWith(ApplicationExtension.class)
final class SharedDossierPageTest {
    private static final Person ADA = new Person("ada", Set.of(Role.ADMINISTRATOR), false);
    private static final Person LENA = new Person("lena", Set.of(Role.TEAM_LEAD), true);
    private static final Person LEO = new Person("leo", Set.of(Role.TEAM_LEAD), true);

    private final SharedStoreDoor door =
            new SharedStoreDoor(PostgresServer.shared().place("dossier_page"));
    private Stage stage;

    @TempDir
    private Path folder;

    @Start
    void start(Stage given) {
        stage = given;
    }

    @Test
    void itIsMadeOpenedAndItsReceiptEnteredAndAnotherLeadSeesIt(FxRobot robot) throws Exception {
        door.prepare(PostgresServer.ADMIN, PostgresServer.PASSWORD);
        SharedPeople.add(door, ADA, LENA, LEO);
        String referral;
        try (Store owner = door.open(PostgresServer.ADMIN, PostgresServer.PASSWORD)) {
            var desk = new AuthorityDesk(owner, folder, InstantSource.system());
            assertThat(desk.flag("A-1", "1.1")).isNotEmpty();
            referral = desk.refer("A-1", "1.1.1", true);
        }
        var window = new DossierWindow(stage, folder, door.open("lena", SharedPeople.SECRET));
        try {
            window.show(robot, LENA, Language.EN, false, 1_368, 832);
            robot.push(KeyCode.ENTER);
            assertThat(DossierWindow.words(robot, "#dossier-standing")).isEqualTo("Not made");
            robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
            assertThat(DossierWindow.words(robot, "#dossier-standing")).isEqualTo("Made, not sent");
            assertThat(DossierWindow.labels(robot, "#dossier-proof")).contains("dossier.pdf");

            DossierWindow.set(robot, "#dossier-reference", "PL-1");
            robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
            assertThat(DossierWindow.problems(robot)).isEmpty();
            assertThat(DossierWindow.words(robot, "#dossier-standing")).isEqualTo("Sent");
            assertThat(DossierWindow.words(robot, "#referral-standing")).isEqualTo("Sent");
        } finally {
            window.close(robot);
        }
        try (Store leos = door.open("leo", SharedPeople.SECRET)) {
            var desk = new AuthorityDesk(leos, folder, InstantSource.system());
            assertThat(desk.dossiers().ofReferral(LEO, referral))
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.line().isSent()).isTrue();
                        assertThat(one.line().dossier().by()).isEqualTo("lena");
                    });
        }
    }
}
