package org.moderationdesk.wellbeing.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.AccessibleNames;
import org.moderationdesk.fx.Covers;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Look;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.fx.Theme;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.settings.WellbeingSettings;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Role;
import org.moderationdesk.wellbeing.Looking;
import org.moderationdesk.wellbeing.WorkSpell;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class TeamBudgetCardTest {
    private static final Person ADMIN = Person.alone("Zoe");
    private static final Person LEAD = new Person("Lea", Set.of(Role.TEAM_LEAD), false);
    private static final Person ANNA = new Person("Anna", Set.of(Role.REVIEWER), false);

    private final Looking desk = new Looking();
    private Stage stage;

    @Start
    void show(Stage shown) {
        stage = shown;
        stage.setWidth(900);
        stage.setHeight(520);
        stage.show();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aDeskWithoutPeopleSaysSo(FxRobot robot) {
        robot.interact(() -> furnish(Language.EN, false, LEAD));
        assertThat(robot.lookup("#team-none").queryAs(Label.class).getText()).startsWith("This desk knows no people");
    }

    @Test
    void aLeadLiftsAWaitForAReasonAndThePersonReadsIt(FxRobot robot) {
        people();
        desk.look(ANNA, Severity.HIGH, LookForm.COLOUR, Duration.ofSeconds(20 * 60));
        robot.interact(() -> furnish(Language.NL, true, LEAD));
        robot.interact(() -> Pictures.save(stage.getScene(), "team-budgets-nl-dark"));
        robot.interact(() -> furnish(Language.EN, false, LEAD));
        assertThat(robot.lookup("#team-share-Anna").queryAs(Label.class).getText())
                .isEqualTo("100%");
        assertThat(robot.lookup("#team-lift-Lea").tryQuery()).isEmpty();
        assertThat(AccessibleNames.in(stage.getScene().getRoot()).missing()).isEmpty();

        robot.interact(() -> fire(robot, "#team-lift-Anna"));
        robot.interact(() -> fire(robot, "#dialog-act"));
        assertThat(robot.lookup("#dialog").tryQuery()).isPresent();
        robot.interact(() ->
                robot.lookup("#team-lift-reason").queryAs(TextField.class).setText("The shift ends in half an hour."));
        robot.interact(() -> Pictures.save(stage.getScene(), "team-budgets-lift"));
        robot.interact(() -> fire(robot, "#dialog-act"));

        assertThat(robot.lookup("#dialog").tryQuery()).isEmpty();
        assertThat(robot.lookup("#team-lift-Anna").tryQuery()).isEmpty();
        robot.interact(() -> Pictures.save(stage.getScene(), "team-budgets-lifted"));

        var model = new WellbeingModel(
                desk.wellbeing(),
                ANNA,
                new WorkSpell(desk.clock()),
                WellbeingSettings::defaults,
                new InlineBackground(),
                desk.clock());
        robot.interact(() -> {
            stage.getScene()
                    .setRoot(new CareStrip(
                            new Texts(Language.EN), kit(Language.EN).times(), model));
            model.refresh();
        });
        Node told = robot.lookup("#care-lift").query();
        assertThat(told.getParent().isVisible()).isTrue();
        assertThat(robot.lookup("#care-lift").queryAs(Label.class).getText())
                .contains("Lea has lifted")
                .contains("The shift ends in half an hour.");
        robot.interact(() -> Pictures.save(stage.getScene(), "care-lift"));

        robot.interact(() -> fire(robot, "#care-lift-read"));
        assertThat(told.getParent().isVisible()).isFalse();
        robot.interact(model::refresh);
        assertThat(told.getParent().isVisible()).isFalse();
    }

    @Test
    void whoHasNoRightIsToldSo(FxRobot robot) {
        people();
        robot.interact(() -> furnish(Language.EN, false, ANNA));
        assertThat(robot.lookup("#team-problem").queryAs(Label.class).getText())
                .contains("see how much of a budget somebody else has used");
        assertThat(robot.lookup("#team-share-Anna").tryQuery()).isEmpty();
    }

    private static void fire(FxRobot robot, String id) {
        robot.lookup(id).queryButton().fire();
    }

    private void people() {
        var unused = desk.people().first(ADMIN, "Zoe", Set.of(Role.ADMINISTRATOR), false, "a long password of a test");
        desk.people().add(ADMIN, "Lea", Set.of(Role.TEAM_LEAD), false);
        desk.people().add(ADMIN, "Anna", Set.of(Role.REVIEWER), false);
    }

    private Kit kit(Language language) {
        return Kit.of(
                new Texts(language), ZoneId.of("Europe/Amsterdam"), new InlineBackground(), new Covers(), desk.clock());
    }

    private void furnish(Language language, boolean dark, Person self) {
        var layer = new StackPane();
        Kit kit = kit(language);
        var dialogs = new Dialogs(layer, kit.texts());
        var page = new VBox(new TeamBudgetCard(kit, dialogs, desk.teamBudgets(), self).node());
        page.getStyleClass().add("settings-page");
        layer.getChildren().add(page);
        var scene = new Scene(layer, 900, 520);
        var theme = new Theme(List.of("shell", "settings", "wellbeing"));
        theme.set(new Look(dark, 100));
        theme.dress(scene);
        stage.setScene(scene);
    }
}
