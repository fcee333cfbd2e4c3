package org.moderationdesk.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.H2Store;
import org.moderationdesk.db.StoreDoor;
import org.moderationdesk.db.StoreRefused;
import org.moderationdesk.db.Unlock;
import org.moderationdesk.fx.Covers;
import org.moderationdesk.fx.FileChoice;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.Pictures;
import org.moderationdesk.fx.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class EntranceTest {
    private static final Path TO_IMPORT = Path.of("flagged.jsonl");

    private final List<String> happened = new ArrayList<>();
    private final List<H2Store> open = new ArrayList<>();
    private @TempDir @Nullable Path home;
    private @Nullable StackPane root;

    @Start
    void show(Stage stage) {
        root = new StackPane();
        var scene = new Scene(root, 1000, 760);
        new Theme(List.of("shell")).dress(scene);
        stage.setScene(scene);
        stage.setWidth(1000);
        stage.setHeight(760);
        stage.show();
    }

    @AfterEach
    void close() {
        open.forEach(H2Store::close);
    }

    @Test
    void anEmptyDeskOffersAFileOrTheSampleDesk(FxRobot robot) {
        begin(robot);

        robot.interact(() -> Pictures.save(root, "door-first"));
        assertThat(robot.lookup("#first-import").tryQuery()).isPresent();
        robot.clickOn("#first-sample");
        assertThat(happened).containsExactly("sample");
        assertThat(Files.exists(new DeskFolder(home).store())).isFalse();
    }

    @Test
    void aPassphraseIsChosenAndTheRecoveryKeyShownOnceBeforeTheImport(FxRobot robot) throws StoreRefused {
        begin(robot);
        robot.clickOn("#first-import");
        robot.clickOn("#make-passphrase").write("short");
        robot.push(KeyCode.ENTER);
        assertThat(problem(robot)).contains("8");

        robot.interact(
                () -> robot.lookup("#make-passphrase").queryTextInputControl().setText("a long passphrase"));
        robot.interact(() -> robot.lookup("#make-again").queryTextInputControl().setText("a long passphrase"));
        robot.clickOn("#make-store");
        String recovery = robot.lookup("#recovery-key").queryAs(TextField.class).getText();
        robot.interact(() -> Pictures.save(root, "door-recovery"));
        assertThat(happened).isEmpty();
        robot.clickOn("#recovery-written");

        assertThat(happened).containsExactly("arrived flagged.jsonl");
        close();
        open.clear();
        door().open(new Unlock.Recovery(recovery)).close();
    }

    @Test
    void withoutAPassphraseItSaysPlainlyWhatThatMeans(FxRobot robot) throws StoreRefused {
        begin(robot);
        robot.clickOn("#first-import");
        robot.interact(
                () -> robot.lookup("#make-without").queryAs(RadioButton.class).setSelected(true));
        robot.interact(() -> Pictures.save(root, "door-protect"));
        assertThat(says(robot, "whoever can copy this folder can read everything"))
                .isTrue();

        robot.clickOn("#make-store").clickOn("#recovery-written");

        assertThat(door().opensAlone()).isTrue();
    }

    @Test
    void aWrongPassphraseIsSaidAndTheRightOneOpens(FxRobot robot) throws StoreRefused {
        door().create("a long passphrase").store().close();
        begin(robot);
        robot.clickOn("#unlock-passphrase").write("something else").push(KeyCode.ENTER);
        assertThat(robot.lookup("#unlock-problem").queryAs(Label.class).getText())
                .contains("not the passphrase");
        robot.interact(() -> Pictures.save(root, "door-locked"));

        robot.clickOn("#unlock-passphrase").write("a long passphrase").push(KeyCode.ENTER);

        assertThat(happened).containsExactly("arrived null");
    }

    @Test
    void aStoreHeldElsewhereIsRefusedWithItsHolderAndCanBeTriedAgain(FxRobot robot) throws StoreRefused {
        H2Store elsewhere = door().create().store();
        begin(robot);
        assertThat(robot.lookup("#refusal").queryAs(Label.class).getText())
                .contains(Long.toString(ProcessHandle.current().pid()));
        robot.interact(() -> Pictures.save(root, "door-refused"));
        elsewhere.close();

        robot.clickOn("#refusal-again");

        assertThat(happened).containsExactly("arrived null");
    }

    private void begin(FxRobot robot) {
        var kit = Kit.of(
                new Texts(Language.EN), ZoneOffset.UTC, new InlineBackground(), new Covers(), InstantSource.system());
        robot.interact(() -> {
            var entrance = new Entrance(kit, door(), new ChosenFile(), new Written());
            root.getChildren().setAll(entrance.node());
            entrance.begin();
        });
    }

    private StoreDoor door() {
        return new StoreDoor(new DeskFolder(home), InstantSource.system());
    }

    private static String problem(FxRobot robot) {
        return robot.lookup((Node node) -> node.getStyleClass().contains("field-problem"))
                .queryAs(Label.class)
                .getText();
    }

    private static boolean says(FxRobot robot, String part) {
        return robot.lookup((Label label) ->
                        label.getText() != null && label.getText().contains(part))
                .tryQuery()
                .isPresent();
    }

    private static final class ChosenFile implements FileChoice {
        @Override
        public Optional<Path> open(String title, List<String> endings) {
            return Optional.of(TO_IMPORT);
        }

        @Override
        public Optional<Path> save(String title, String proposedName) {
            return Optional.empty();
        }
    }

    private final class Written implements Arrivals {
        @Override
        public void arrived(H2Store store, Unlock unlock, @Nullable Path toImport) {
            open.add(store);
            happened.add("arrived " + toImport);
        }

        @Override
        public void openShared() {
            happened.add("shared");
        }

        @Override
        public void openSample() {
            happened.add("sample");
        }

        @Override
        public void restore() {
            happened.add("restore");
        }
    }
}
