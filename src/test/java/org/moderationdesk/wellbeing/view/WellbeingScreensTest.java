package org.moderationdesk.wellbeing.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Covers;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.fx.Keys;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Look;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.fx.Theme;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.queue.Except;
import org.moderationdesk.settings.WellbeingSettings;
import org.moderationdesk.staff.Person;
import org.moderationdesk.wellbeing.Looking;
import org.moderationdesk.wellbeing.WorkSpell;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class WellbeingScreensTest {
    private static final Person ANNA = Person.alone("anna");

    private final Looking desk = new Looking();
    private final AtomicInteger covered = new AtomicInteger();
    private Stage stage;
    private WellbeingModel model;
    private MyDayScreen day;
    private Button work;

    @Start
    void show(Stage shown) {
        stage = shown;
        model = new WellbeingModel(
                desk.wellbeing(),
                ANNA,
                new WorkSpell(desk.clock()),
                WellbeingSettings::defaults,
                new InlineBackground(),
                desk.clock());
        furnish(Language.EN, false, 1368, 832);
        stage.show();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void theMeterTellsWhatIsUsedAndTurnsToAttentionAtFourFifths(FxRobot robot) {
        desk.look(ANNA, Severity.HIGH, LookForm.COLOUR, Duration.ofSeconds(11 * 60 + 30));
        robot.interact(model::refresh);
        assertThat(label(robot, "#status-exposure-value")).isEqualTo("11 of 20 min");
        assertThat(robot.lookup("#status-exposure-bar")
                        .queryAs(ProgressBar.class)
                        .getProgress())
                .isEqualTo(0.575);
        assertThat(robot.lookup("#status-exposure").query().getStyleClass()).doesNotContain("nearly-used");

        desk.look(ANNA, Severity.HIGH, LookForm.COLOUR, Duration.ofSeconds(4 * 60 + 30));
        robot.interact(model::refresh);

        assertThat(robot.lookup("#status-exposure").query().getStyleClass()).contains("nearly-used");
        assertThat(robot.lookup("#status-exposure").query().getAccessibleText())
                .isEqualTo("Exposure today, 16 of 20 weighted minutes");
    }

    @Test
    void activeWorkCountsDownToTheBreakAndItIsSaidOnce(FxRobot robot) {
        int windows = robot.listWindows().size();
        robot.interact(() -> furnish(Language.EN, true, 1368, 832));
        robot.interact(model::tick);
        assertThat(label(robot, "#status-break-left")).isEqualTo("50 min");

        work(robot, 32);
        assertThat(label(robot, "#status-break-left")).isEqualTo("18 min");
        assertThat(robot.listWindows()).hasSize(windows);
        work(robot, 18);

        assertThat(robot.lookup("#status-break").query().getAccessibleText()).startsWith("Break due");
        assertThat(robot.listWindows()).hasSize(windows + 1);
        robot.interact(() -> Pictures.save(robot.listWindows().getLast().getScene(), "break-reminder"));
        work(robot, 5);
        assertThat(robot.listWindows()).hasSize(windows + 1);
    }

    @Test
    void theBreakScreenCoversTheDeskTakesItsKeysAndGivesBothBack(FxRobot robot) {
        robot.interact(work::requestFocus);
        var pressed = new AtomicInteger();
        robot.interact(() -> work.setOnKeyPressed(_ -> pressed.incrementAndGet()));

        robot.interact(model::startBreak);

        assertThat(covered).hasValue(1);
        assertThat(robot.lookup("#desk").query().isVisible()).isFalse();
        assertThat(label(robot, "#break-left")).isEqualTo("15:00");
        assertThat(label(robot, "#break-case")).startsWith("V-1 stays yours until");
        robot.push(KeyCode.LEFT).push(KeyCode.ENTER);
        assertThat(pressed).hasValue(0);

        robot.push(KeyCode.SHORTCUT, KeyCode.B);

        assertThat(robot.lookup("#break-screen").tryQuery()).isEmpty();
        assertThat(robot.lookup("#desk").query().isVisible()).isTrue();
        assertThat(work.isFocused()).isTrue();
        assertThat(desk.wellbeing().ownDay(ANNA).breaks()).singleElement().satisfies(one -> assertThat(one.end())
                .isNotNull());
    }

    @Test
    void theGameIsPlayedWithKeysOrMouseAndHasANameAndNoWords(FxRobot robot) {
        robot.interact(model::startBreak);
        GardenView garden = robot.lookup("#garden").queryAs(GardenView.class);
        assertThat(garden.isFocused()).isTrue();
        assertThat(garden.getAccessibleRole()).isEqualTo(AccessibleRole.IMAGE_VIEW);
        assertThat(garden.getAccessibleText()).startsWith("A calm game");
        assertThat(robot.from(garden).lookup((Label _) -> true).tryQuery()).isEmpty();

        int column = garden.garden().drifting().getFirst().column();
        robot.push(KeyCode.LEFT).push(KeyCode.LEFT);
        assertThat(garden.garden().drifting().getFirst().column()).isEqualTo(column - 2);
        int row = garden.garden().drifting().getFirst().row();
        robot.push(KeyCode.DOWN);
        assertThat(garden.garden().drifting().getFirst().row()).isGreaterThan(row);
        List<TileGarden.Tile> before = garden.garden().drifting();
        robot.interact(() -> garden.getOnMouseClicked().handle(null));
        assertThat(garden.garden().drifting().getLast().column())
                .isNotEqualTo(before.getLast().column());
    }

    @Test
    void whenTheBreakIsOverTheGameStopsAndSaysSo(FxRobot robot) {
        robot.interact(model::startBreak);
        GardenView garden = robot.lookup("#garden").queryAs(GardenView.class);
        BreakScreen screen = robot.lookup("#break-screen").queryAs(BreakScreen.class);
        assertThat(garden.isPlaying()).isTrue();

        desk.clock().advance(Duration.ofMinutes(15));
        robot.interact(screen::tick);

        assertThat(garden.isPlaying()).isFalse();
        assertThat(label(robot, "#break-title")).isEqualTo("The break is over");
        robot.push(KeyCode.ENTER);
        assertThat(model.isResting()).isFalse();
    }

    @Test
    void anOwedBreakGoesOnToTheNextCaseOnlyOnceItHasLasted(FxRobot robot) {
        desk.look(ANNA, Severity.HIGH, LookForm.COLOUR, Duration.ofMinutes(20));
        robot.interact(model::refresh);
        var next = new AtomicInteger();

        robot.interact(() -> model.breakFirst(Duration.ofMinutes(15), next::incrementAndGet));
        assertThat(label(robot, "#break-why")).contains("at 20 of 20 min").contains("15 min");
        desk.clock().advance(Duration.ofMinutes(6));
        robot.interact(model::endBreak);
        assertThat(next).hasValue(0);
        assertThat(model.standingProperty().get().owed()).isEqualTo(Duration.ofMinutes(9));

        robot.interact(() -> model.breakFirst(Duration.ofMinutes(9), next::incrementAndGet));
        desk.clock().advance(Duration.ofMinutes(9));
        robot.interact(model::endBreak);

        assertThat(next).hasValue(1);
        assertThat(model.standingProperty().get().owed()).isZero();
    }

    @Test
    void aSevereLookIsFollowedByTheOfferOfALighterCase(FxRobot robot) {
        robot.interact(() -> model.seen(Severity.MEDIUM, LookForm.COLOUR, 9_000));
        robot.interact(() -> model.seen(Severity.CRITICAL, LookForm.OUTLINE, 9_000));
        assertThat(robot.lookup("#care-lighter").query().getParent().isVisible())
                .isFalse();

        robot.interact(() -> model.seen(Severity.HIGH, LookForm.COLOUR, 2_000));
        assertThat(robot.lookup("#care-lighter").query().getParent().isVisible())
                .isTrue();
        robot.push(KeyCode.ALT, KeyCode.L);

        assertThat(desk.wellbeing().standing(ANNA).lighterNext()).isTrue();
        assertThat(label(robot, "#care-why")).startsWith("The next case will be of low or medium severity");
        assertThat(robot.lookup("#care-lighter").query().getParent().isVisible())
                .isFalse();
    }

    @Test
    void whatIsTickedIsNoLongerOfferedAndComesBackTicked(FxRobot robot) {
        robot.interact(day::shown);

        robot.interact(
                () -> robot.lookup("#not-offered-5-1").queryAs(CheckBox.class).fire());
        robot.interact(
                () -> robot.lookup("#not-offered-8").queryAs(CheckBox.class).fire());

        assertThat(desk.wellbeing().notOffered(ANNA)).isEqualTo(new Except(Set.of(8), Set.of("5.1")));
        robot.interact(() -> furnish(Language.NL, true, 1368, 832));
        robot.interact(day::shown);
        assertThat(robot.lookup("#not-offered-5-1").queryAs(CheckBox.class).isSelected())
                .isTrue();
        assertThat(robot.lookup("#not-offered-8-2").query().isDisabled()).isTrue();
        assertThat(desk.wellbeing().notOffered(ANNA)).isEqualTo(new Except(Set.of(8), Set.of("5.1")));
    }

    @ParameterizedTest
    @CsvSource({"EN, false, 1440, 900", "EN, true, 1440, 900", "NL, false, 1100, 700", "NL, true, 1100, 700"})
    void aDayIsShownWholeAtEverySize(Language language, boolean dark, int width, int height, FxRobot robot) {
        desk.look(ANNA, Severity.HIGH, LookForm.COLOUR, Duration.ofMinutes(4));
        desk.look(ANNA, Severity.CRITICAL, LookForm.GREY, Duration.ofSeconds(90));
        desk.clock().advance(Duration.ofHours(1));
        desk.look(ANNA, Severity.LOW, LookForm.OUTLINE, Duration.ofMinutes(3));
        desk.look(ANNA, Severity.HIGH, LookForm.COLOUR, Duration.ofMinutes(11));
        desk.rest(ANNA, Duration.ofMinutes(15));
        String look = language + (dark ? "-dark-" : "-light-") + width;
        robot.interact(() -> furnish(language, dark, width - 72, height - 40));
        robot.interact(day::shown);
        robot.interact(() -> model.seen(Severity.HIGH, LookForm.COLOUR, 2_000));

        robot.interact(() -> Pictures.save(stage.getScene(), "my-day-" + look));
        robot.interact(() -> model.breakFirst(Duration.ofMinutes(15), () -> {}));
        robot.interact(() -> Pictures.save(stage.getScene(), "break-" + look));

        assertThat(label(robot, "#break-why")).isNotEmpty();
        var back = robot.lookup("#break-back").query();
        assertThat(back.localToScene(back.getBoundsInLocal()).getMaxY()).isLessThan(height - 40);
        robot.interact(model::endBreak);
        assertThat(label(robot, "#my-day-used")).startsWith("17 ");
        assertThat(robot.lookup("#my-day-chart").query().isVisible()).isTrue();
    }

    private void work(FxRobot robot, int minutes) {
        for (int i = 0; i < minutes; i++) {
            model.input();
            desk.clock().advance(Duration.ofMinutes(1));
        }
        robot.interact(model::tick);
    }

    private static String label(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private void furnish(Language language, boolean dark, int width, int height) {
        var texts = new Texts(language);
        var covers = new Covers();
        var unused = covers.add(covered::incrementAndGet);
        var kit = Kit.of(texts, ZoneId.of("Europe/Amsterdam"), new InlineBackground(), covers, desk.clock());
        day = new MyDayScreen(kit, new BookReader().read("2020-12"), model, _ -> 12L);
        work = new Button("V-1");
        var strip = new CareStrip(texts, kit.times(), model);
        var inside = new BorderPane(day.node());
        inside.setId("desk");
        inside.setTop(strip);
        var bar = new HBox(work);
        bar.getStyleClass().addAll("status-bar-line", "edge-top");
        bar.getChildren().addAll(new WellbeingBar(texts, model).parts());
        inside.setBottom(bar);
        strip.bind(new Keys(texts.get("wellbeing.day"))).listenOn(inside);
        StackPane ground = new BreakLayer(
                        inside,
                        kit,
                        model,
                        () -> texts.get(
                                "wellbeing.break.case",
                                "V-1",
                                kit.times().clock(desk.clock().instant())))
                .node();
        var scene = new Scene(ground, width, height);
        var theme = new Theme(List.of("shell", "wellbeing"));
        theme.set(new Look(dark, 100));
        theme.dress(scene);
        stage.setScene(scene);
        stage.setWidth(width);
        stage.setHeight(height);
    }
}
