package org.moderationdesk.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class KitTest {
    private final List<String> pressed = new ArrayList<>();
    private @Nullable TextField field;
    private @Nullable Button button;
    private @Nullable Theme theme;
    private @Nullable Dialogs dialogs;
    private @Nullable Scene scene;

    @Start
    void show(Stage stage) {
        field = new TextField("words");
        button = new Button("Skip", new KeyHint("S"));
        field.setId("field");
        button.setId("skip");
        var accent = new Button("Submit and next", new KeyHint("Ctrl \u23ce"));
        accent.getStyleClass().addAll("accent", "large");
        accent.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        var off = new Button("Log reason and reveal");
        off.setDisable(true);
        var chosen = new Chip("Today");
        chosen.setSelected(true);
        var dashed = new Chip("Newsworthy");
        dashed.setDisable(true);
        var segments = new SegmentedButton(
                new javafx.scene.control.ToggleButton("Yes"),
                new javafx.scene.control.ToggleButton("No"),
                new javafx.scene.control.ToggleButton("Unsure"));
        segments.getButtons().getFirst().setSelected(true);
        var strong = new Label("Semibold heading");
        strong.getStyleClass().addAll("strong", "size-16");
        var row = new FlowPane(12, 12, field, button, accent, off, chosen, dashed, new Chip("Type"), segments, strong);
        row.getChildren()
                .addAll(
                        new Tag("V-20418"),
                        new Tag("Waiting for second approval", Tone.ATTENTION),
                        Tag.count("14"),
                        new SeverityMark(1, "Low"),
                        new SeverityMark(3, "High"),
                        new SeverityMark(4, "Critical"),
                        Icons.small(Icon.REVIEW));
        row.setPadding(new Insets(16));
        var layer = new StackPane(new VBox(
                row, new EmptyState(Icon.REVIEW, "No open items", "New items appear here.", new Button("Import"))));
        scene = new Scene(layer, 700, 420);
        theme = new Theme(List.of());
        theme.dress(scene);
        dialogs = new Dialogs(layer, new Texts(Language.EN));
        new Keys("Panel")
                .on("Y", "Yes", () -> pressed.add("Y"))
                .on("Shortcut+K", "Go to", () -> pressed.add("K"))
                .on("Shortcut+Z", "Undo", () -> pressed.add("Z"))
                .on("F1", "Keys", () -> pressed.add("F1"))
                .listenOn(scene);
        stage.setScene(scene);
        stage.setWidth(700);
        stage.setHeight(420);
        stage.show();
    }

    @Test
    void aSingleLetterActsOnlyWhileNoTextFieldHasTheFocus(FxRobot robot) {
        robot.interact(field::requestFocus);
        robot.push(KeyCode.Y).push(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(pressed).isEmpty();

        robot.push(KeyCode.SHORTCUT, KeyCode.K).push(KeyCode.F1);
        robot.interact(button::requestFocus);
        robot.push(KeyCode.Y).push(KeyCode.SHORTCUT, KeyCode.Z);

        assertThat(pressed).containsExactly("K", "F1", "Y", "Z");
    }

    @Test
    void controlsAreAsHighAsTheTokensSay(FxRobot robot) {
        robot.interact(() -> Pictures.save(scene, "kit-light"));

        assertThat(button.getHeight()).isBetween(27.5, 28.5);
        assertThat(field.getHeight()).isBetween(27.5, 28.5);
        assertThat(height(robot, ".key-hint")).isBetween(17.0, 18.5);
        assertThat(height(robot, ".chip")).isBetween(23.5, 24.5);
        assertThat(height(robot, ".tag")).isBetween(19.5, 20.5);
        Label strong = robot.lookup("Semibold heading").query();
        assertThat(strong.getFont().getName()).contains("Inter").contains("Bold");
        assertThat(button.getFont().getName()).isEqualTo("Inter Medium");
    }

    @Test
    void theLookChangesColoursAndSizesAtOnce(FxRobot robot) {
        robot.interact(() -> theme.set(new Look(true, 150)));

        var background = (Color)
                ((Pane) scene.getRoot()).getBackground().getFills().getFirst().getFill();
        assertThat(background).isEqualTo(Color.web("#0d1117"));
        assertThat(button.getHeight()).isBetween(41.0, 43.0);
        robot.interact(() -> theme.set(new Look(true, 100)));
        robot.interact(() -> Pictures.save(scene, "kit-dark"));
    }

    @Test
    void aQuestionKeepsKeysFromTheScreenBeneathAndGivesTheFocusBack(FxRobot robot) {
        robot.interact(button::requestFocus);
        robot.interact(() -> dialogs.form("Rename", new TextField("old"), "Rename view", () -> Optional.of("Taken.")));
        robot.interact(() -> robot.lookup("#dialog-act").queryButton().fire());
        assertThat(robot.lookup("Taken.").tryQuery()).isPresent();

        robot.push(KeyCode.ESCAPE);

        assertThat(dialogs.isOpen()).isFalse();
        assertThat(scene.getFocusOwner()).isSameAs(button);
    }

    @Test
    void enterInAFieldDoesWhatTheFormIsForAndOnAButtonWhatTheButtonSays(FxRobot robot) {
        var words = new TextField("new");
        robot.interact(() -> dialogs.form("Rename", words, "Rename view", () -> {
            pressed.add(words.getText());
            return words.getText().equals("new") ? Optional.of("Taken.") : Optional.empty();
        }));
        robot.push(KeyCode.ENTER);
        assertThat(pressed).containsExactly("new");
        assertThat(robot.lookup("Taken.").tryQuery()).isPresent();
        robot.interact(() -> words.setText("newer"));
        robot.push(KeyCode.ENTER);
        assertThat(pressed).containsExactly("new", "newer");
        assertThat(dialogs.isOpen()).isFalse();

        robot.interact(() -> dialogs.confirm("Delete", "Gone for good.", "Delete view", () -> pressed.add("deleted")));
        assertThat(robot.lookup("#dialog-leave").query().isFocused()).isTrue();
        robot.push(KeyCode.ENTER);
        assertThat(dialogs.isOpen()).isFalse();
        assertThat(pressed).doesNotContain("deleted");
        robot.interact(() -> dialogs.confirm("Delete", "Gone for good.", "Delete view", () -> pressed.add("deleted")));
        robot.push(KeyCode.TAB).push(KeyCode.ENTER);
        assertThat(pressed).contains("deleted");
    }

    @Test
    void shortcutEnterSendsAFormWithWordsOfSeveralLinesAndNoOther(FxRobot robot) {
        var words = new TextArea();
        var other = new Button("Another");
        robot.interact(() -> dialogs.form("Question", new VBox(other, new ScrollPane(words)), "Send", () -> {
            pressed.add(words.getText());
            return pressed.size() == 1 ? Optional.of("Taken.") : Optional.empty();
        }));
        assertThat(robot.lookup("#dialog-act .key-hint").tryQuery()).isPresent();
        var heldOn = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, true, false, false);
        robot.interact(() -> Event.fireEvent(words, heldOn));
        assertThat(pressed).as("held on since before").isEmpty();
        robot.interact(words::requestFocus);
        robot.write("a").push(KeyCode.ENTER).write("b");
        assertThat(pressed).isEmpty();

        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(pressed).containsExactly("a\nb");
        assertThat(robot.lookup("Taken.").tryQuery()).isPresent();
        robot.interact(other::requestFocus);
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);

        assertThat(pressed).as("wherever in the form").containsExactly("a\nb", "a\nb");
        assertThat(dialogs.isOpen()).isFalse();
        robot.interact(() -> dialogs.confirm("Delete", "Gone for good.", "Delete view", () -> pressed.add("deleted")));
        assertThat(robot.lookup("#dialog-act .key-hint").tryQuery()).isEmpty();
        robot.push(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(pressed).doesNotContain("deleted");
    }

    private static double height(FxRobot robot, String selector) {
        return robot.lookup(selector).query().getBoundsInLocal().getHeight();
    }
}
