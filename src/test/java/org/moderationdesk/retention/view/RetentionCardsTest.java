package org.moderationdesk.retention.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.AccessibleNames;
import org.moderationdesk.fx.Covers;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.FileChoice;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Look;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.fx.Theme;
import org.moderationdesk.retention.DataClass;
import org.moderationdesk.retention.RetentionDesk;
import org.moderationdesk.retention.view.PersonRequestCard.Answers;
import org.moderationdesk.settings.view.SettingsScreen;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class RetentionCardsTest {
    @TempDir
    private Path folder;

    private RetentionDesk desk;
    private Stage stage;
    private SettingsScreen screen;

    @Start
    void show(Stage shown) {
        stage = shown;
        stage.setWidth(1000);
        stage.setHeight(900);
        stage.show();
    }

    @BeforeEach
    void open() {
        desk = new RetentionDesk(folder);
        desk.flag("A-1", "u-1", "one");
        desk.decide("A-1");
        desk.flag("A-2", "u-1", "two");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void periodsAreKeptWhatWouldGoIsShownAndOnlyThenItGoes(FxRobot robot) {
        robot.interact(() -> furnish(Language.EN, false, RetentionDesk.ADMIN));
        assertThat(button(robot, "#retention-run").isDisabled()).isTrue();
        robot.interact(() -> field(robot, "#retention-days-CONTENT").setText("30"));
        robot.interact(() -> button(robot, "#retention-keep").fire());
        assertThat(label(robot, "#retention-said")).isEqualTo("A period is 184 to 3,660 days.");
        assertThat(desk.retention().periods(RetentionDesk.ADMIN)).isEmpty();

        robot.interact(() -> field(robot, "#retention-days-CONTENT").setText("184"));
        robot.interact(() -> field(robot, "#retention-days-TEXTS").setText("400"));
        robot.interact(() -> button(robot, "#retention-keep").fire());
        assertThat(desk.retention().periods(RetentionDesk.ADMIN))
                .isEqualTo(Map.of(DataClass.CONTENT, 184, DataClass.TEXTS, 400));
        desk.clock().advance(Duration.ofDays(185));
        robot.push(KeyCode.ALT, KeyCode.P);
        assertThat(label(robot, "#retention-outcome-CONTENT")).isEqualTo("1 would go");
        assertThat(label(robot, "#retention-said")).startsWith("In all, 1 would go");
        robot.interact(() -> Pictures.save(stage.getScene(), "retention-en"));

        robot.push(KeyCode.ALT, KeyCode.G).push(KeyCode.TAB).push(KeyCode.ENTER);

        assertThat(robot.lookup("#dialog").tryQuery()).isEmpty();
        assertThat(label(robot, "#retention-outcome-CONTENT")).isEqualTo("1 gone");
        assertThat(button(robot, "#retention-run").isDisabled()).isTrue();
    }

    @Test
    void aHoldIsPlacedListedAndLifted(FxRobot robot) {
        robot.interact(() -> furnish(Language.NL, true, RetentionDesk.ADMIN));
        assertThat(robot.lookup("#holds-none").tryQuery()).isPresent();
        robot.interact(() -> button(robot, "#holds-place").fire());
        robot.interact(() -> field(robot, "#hold-id").setText("A-1"));
        robot.interact(() -> button(robot, "#dialog-act").fire());
        assertThat(robot.lookup("#dialog").tryQuery()).isPresent();
        robot.interact(() -> field(robot, "#hold-reason").setText("zoals de rechter vraagt"));
        robot.interact(() -> Pictures.save(stage.getScene(), "retention-hold-nl"));
        robot.interact(() -> button(robot, "#dialog-act").fire());
        assertThat(label(robot, "#form-problem")).contains("geen account of item");
        assertThat(desk.retention().holds(RetentionDesk.ADMIN)).isEmpty();

        robot.interact(() -> field(robot, "#hold-id").setText("u-1"));
        robot.interact(() -> button(robot, "#dialog-act").fire());
        assertThat(robot.lookup("#dialog").tryQuery()).isEmpty();
        assertThat(desk.retention().holds(RetentionDesk.ADMIN)).hasSize(1);
        assertThat(robot.lookup("#hold-lift-u-1").tryQuery()).isPresent();
        robot.interact(() -> Pictures.save(stage.getScene(), "retention-nl-dark"));
        assertThat(AccessibleNames.in(stage.getScene().getRoot()).missing()).isEmpty();

        desk.flag("A-3", "u-3", "three");
        robot.push(KeyCode.ALT, KeyCode.N);
        robot.interact(() -> field(robot, "#hold-id").setText("u-3"));
        robot.interact(() -> field(robot, "#hold-reason").setText("zoals de rechter vraagt"));
        robot.interact(() -> field(robot, "#hold-reason").requestFocus());
        robot.push(KeyCode.ENTER);
        assertThat(desk.retention().holds(RetentionDesk.ADMIN)).hasSize(2);
        robot.push(KeyCode.ALT, KeyCode.UP).push(KeyCode.ALT, KeyCode.DOWN).push(KeyCode.ALT, KeyCode.L);
        robot.push(KeyCode.TAB).push(KeyCode.ENTER);
        assertThat(desk.retention().holds(RetentionDesk.ADMIN)).hasSize(1);
        robot.push(KeyCode.ALT, KeyCode.L).push(KeyCode.TAB).push(KeyCode.ENTER);
        assertThat(desk.retention().holds(RetentionDesk.ADMIN)).isEmpty();
        assertThat(robot.lookup("#holds-none").tryQuery()).isPresent();
    }

    @Test
    void aRequestIsLookedUpHandedOverAndErased(FxRobot robot) {
        robot.interact(() -> furnish(Language.EN, false, RetentionDesk.ADMIN));
        assertThat(button(robot, "#request-plan").isDisabled()).isTrue();
        robot.interact(() -> field(robot, "#request-account").setText("u-1"));
        assertThat(button(robot, "#request-erase").isDisabled()).isTrue();
        robot.interact(() -> button(robot, "#request-plan").fire());
        assertThat(label(robot, "#request-said"))
                .isEqualTo("Would go: 1 items, and what they wrote in reports of 0 items of others. Held: 1 open case."
                        + " The account's own facts stay as long as any of this must.");

        robot.interact(() -> field(robot, "#request-reference").setText("R-1"));
        robot.interact(() -> button(robot, "#request-access").fire());
        assertThat(label(robot, "#request-said")).startsWith("2 items are in ");
        assertThat(Files.exists(folder.resolve("access.txt"))).isTrue();

        robot.push(KeyCode.ALT, KeyCode.E);
        robot.interact(() -> Pictures.save(stage.getScene(), "retention-erase-en"));
        robot.interact(() -> button(robot, "#dialog-act").fire());
        assertThat(label(robot, "#request-said")).startsWith("Gone: 1 items");
    }

    @Test
    void whoHasNoClearanceIsToldWhichRightIsMissing(FxRobot robot) {
        robot.interact(() -> furnish(Language.EN, false, new Person("p", Set.of(Role.ADMINISTRATOR), false)));
        assertThat(label(robot, "#retention-said")).contains("manage how long data is kept");
        assertThat(label(robot, "#holds-said")).contains("manage how long data is kept");
    }

    private static Button button(FxRobot robot, String id) {
        return robot.lookup(id).queryButton();
    }

    private static TextField field(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(TextField.class);
    }

    private static String label(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private void furnish(Language language, boolean dark, Person self) {
        var texts = new Texts(language);
        var layer = new StackPane();
        var kit = Kit.of(texts, ZoneId.of("Europe/Amsterdam"), new InlineBackground(), new Covers(), desk.clock());
        var dialogs = new Dialogs(layer, texts);
        var answers = new Answers(desk.erasure(), desk.access());
        screen = new SettingsScreen(
                texts,
                List.of(
                        new RetentionCard(kit, dialogs, desk.retention(), self),
                        new HoldsCard(kit, dialogs, desk.retention(), self),
                        new PersonRequestCard(kit, dialogs, new Chosen(), answers, self)));
        layer.getChildren().add(screen.node());
        var scene = new Scene(layer, 1000, 900);
        var theme = new Theme(List.of("shell", "settings", "retention"));
        theme.set(new Look(dark, 100));
        theme.dress(scene);
        stage.setScene(scene);
        screen.node().requestFocus();
    }

    private final class Chosen implements FileChoice {
        @Override
        public Optional<Path> open(String title, List<String> endings) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> save(String title, String proposedName) {
            return Optional.of(folder.resolve(proposedName));
        }
    }
}
