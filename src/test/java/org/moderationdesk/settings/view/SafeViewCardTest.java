package org.moderationdesk.settings.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Look;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.fx.Theme;
import org.moderationdesk.media.CoverChoice;
import org.moderationdesk.media.LookForm;
import org.moderationdesk.media.SafeView;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class SafeViewCardTest {
    private static final CoverChoice USUAL = CoverChoice.usual();

    private final List<SafeView> kept = new ArrayList<>();
    private final List<SafeView> floors = new ArrayList<>();
    private Stage stage;

    @Start
    void show(Stage shown) {
        stage = shown;
    }

    @Test
    void lessCoverThanTheFloorIsNotEvenOffered(FxRobot robot) {
        var strict = new CoverChoice(LookForm.SMALL_GREY, 64, true);
        show(robot, new SafeView(USUAL, USUAL, strict, USUAL), null);

        assertThat(forms(robot, "own", "high")).containsExactly(LookForm.OUTLINE, LookForm.SMALL_GREY);
        assertThat(forms(robot, "own", "low")).contains(LookForm.GREY).doesNotContain(LookForm.COLOUR, LookForm.SOUND);
        assertThat(blurs(robot, "own", "high")).containsExactly(64, 96);
        assertThat(robot.lookup("#settings-own-muted-low").query().isDisabled()).isTrue();
    }

    @Test
    void whatIsChosenIsKeptForEachSeverity(FxRobot robot) {
        show(robot, SafeView.usualFloor(), null);
        robot.interact(() -> {
            this.<LookForm>box(robot, "#settings-own-first-low").setValue(LookForm.OUTLINE);
            this.<Integer>box(robot, "#settings-own-blur-critical").setValue(96);
        });
        fire(robot, "#settings-safe-save");

        assertThat(kept)
                .containsExactly(new SafeView(
                        new CoverChoice(LookForm.OUTLINE, 40, true),
                        USUAL,
                        new CoverChoice(LookForm.LOUPE, 40, true),
                        new CoverChoice(LookForm.OUTLINE, 96, true)));
    }

    @Test
    void aHigherFloorLiftsWhatWasChosen(FxRobot robot) {
        show(robot, SafeView.usualFloor(), this::keepFloor);
        robot.interact(
                () -> this.<LookForm>box(robot, "#settings-floor-first-low").setValue(LookForm.LOUPE));
        fire(robot, "#settings-floor-save");
        fire(robot, "#settings-safe-save");

        assertThat(floors).hasSize(1);
        assertThat(kept.getLast().low().first()).isEqualTo(LookForm.LOUPE);
    }

    @Test
    void aLowerFloorOffersMore(FxRobot robot) {
        show(robot, SafeView.usualFloor(), this::keepFloor);
        robot.interact(() -> {
            this.<LookForm>box(robot, "#settings-floor-first-low").setValue(LookForm.COLOUR);
            robot.lookup("#settings-floor-muted-low").queryAs(CheckBox.class).setSelected(false);
        });
        fire(robot, "#settings-floor-save");

        assertThat(forms(robot, "own", "low")).contains(LookForm.COLOUR);
        assertThat(robot.lookup("#settings-own-muted-low").query().isDisabled()).isFalse();
        assertThat(robot.lookup("#settings-own-muted-low")
                        .queryAs(CheckBox.class)
                        .isSelected())
                .as("what was chosen stays")
                .isTrue();
    }

    @Test
    void whoMayNotSetTheFloorSeesItAndCannotChangeIt(FxRobot robot) {
        show(robot, SafeView.usualFloor(), null);

        assertThat(robot.lookup("#settings-floor-save").tryQuery()).isEmpty();
        assertThat(robot.lookup("#settings-floor-first-low").query().isDisabled())
                .isTrue();
    }

    @Test
    void itIsPicturedInBothLooksAndLanguages(FxRobot robot) {
        for (Language language : Language.values()) {
            for (boolean dark : new boolean[] {false, true}) {
                robot.interact(() -> {
                    build(language, dark, SafeView.usualFloor(), this::keepFloor);
                    Object unused = Pictures.save(
                            stage.getScene(), "settings-safe-" + language.tag() + (dark ? "-dark" : "-light"));
                });
            }
        }
        assertThat(stage.getScene()).isNotNull();
    }

    private void show(FxRobot robot, SafeView floor, @Nullable BiConsumer<SafeView, Runnable> keepFloor) {
        robot.interact(() -> build(Language.EN, false, floor, keepFloor));
    }

    private void build(
            Language language, boolean dark, SafeView floor, @Nullable BiConsumer<SafeView, Runnable> keepFloor) {
        var card = new SafeViewCard(new Texts(language), SafeView.defaults(), floor, this::keep, keepFloor);
        var page = new VBox(card.node());
        page.getStyleClass().add("settings-page");
        var scene = new Scene(page, 1028, 640);
        var theme = new Theme(List.of("settings"));
        theme.set(new Look(dark, 100));
        theme.dress(scene);
        stage.setScene(scene);
        stage.setMinWidth(0);
        stage.setWidth(1028);
        stage.setHeight(640);
        stage.show();
        page.applyCss();
        page.layout();
    }

    private void keep(SafeView view, Runnable then) {
        kept.add(view);
        then.run();
    }

    private void keepFloor(SafeView view, Runnable then) {
        floors.add(view);
        then.run();
    }

    private List<LookForm> forms(FxRobot robot, String whose, String severity) {
        return this.<LookForm>box(robot, "#settings-" + whose + "-first-" + severity)
                .getItems();
    }

    private List<Integer> blurs(FxRobot robot, String whose, String severity) {
        return this.<Integer>box(robot, "#settings-" + whose + "-blur-" + severity)
                .getItems();
    }

    @SuppressWarnings("unchecked") // the card's boxes hold what their ids say
    private <T> ComboBox<T> box(FxRobot robot, String id) {
        Node found = robot.lookup(id).query();
        return (ComboBox<T>) found;
    }

    private static void fire(FxRobot robot, String button) {
        robot.interact(() -> robot.lookup(button).queryButton().fire());
    }
}
