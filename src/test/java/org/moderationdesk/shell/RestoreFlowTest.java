package org.moderationdesk.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.Backup;
import org.moderationdesk.db.Created;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.Restore;
import org.moderationdesk.db.RestorePermit;
import org.moderationdesk.db.StoreDoor;
import org.moderationdesk.db.StoreRefused;
import org.moderationdesk.db.Unlock;
import org.moderationdesk.fx.Covers;
import org.moderationdesk.fx.FileChoice;
import org.moderationdesk.fx.InlineBackground;
import org.moderationdesk.fx.Kit;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class RestoreFlowTest {
    private final InstantSource clock = InstantSource.system();
    private final AtomicInteger ended = new AtomicInteger();
    private @TempDir @Nullable Path folder;
    private @Nullable StackPane root;

    @Start
    void start(Stage stage) {
        root = new StackPane();
        stage.setScene(new Scene(root, 900, 700));
        stage.setWidth(900);
        stage.setHeight(700);
        stage.show();
    }

    @Test
    void aLockedBackupAsksForWhatOpensItAndBecomesTheStore(FxRobot robot) throws StoreRefused {
        Path backup = backup("a long passphrase");
        begin(robot, backup);
        robot.interact(() ->
                robot.lookup("#restore-passphrase").queryTextInputControl().setText("something else"));
        fire(robot, "#restore-go");
        assertThat(says(robot, "not the passphrase")).isTrue();

        robot.interact(() ->
                robot.lookup("#restore-passphrase").queryTextInputControl().setText("a long passphrase"));
        fire(robot, "#restore-go");
        fire(robot, "#restore-on");

        assertThat(ended).hasValue(1);
        new StoreDoor(new DeskFolder(folder.resolve("new")), clock)
                .open(new Unlock.Passphrase("a long passphrase"))
                .close();
    }

    @Test
    void whatIsNoBackupIsRefusedAndNothingIsMade(FxRobot robot) {
        begin(robot, folder.resolve("nothing.zip"));

        assertThat(robot.lookup("#restore-end").queryAs(Label.class).getText()).contains("nothing.zip");
        assertThat(folder.resolve("new").resolve("store")).doesNotExist();
    }

    private Path backup(String passphrase) throws StoreRefused {
        Created made = new StoreDoor(new DeskFolder(folder.resolve("old")), clock).create(passphrase);
        try (var store = made.store()) {
            return new Backup(store, clock)
                    .to(folder.resolve("backup.zip"), Progress.NONE)
                    .file();
        }
    }

    private void begin(FxRobot robot, Path backup) {
        var kit = Kit.of(new Texts(Language.EN), ZoneOffset.UTC, new InlineBackground(), new Covers(), clock);
        var restore = new Restore(new DeskFolder(folder.resolve("new")), clock);
        robot.interact(() -> {
            var flow = new RestoreFlow(
                    kit,
                    new Chosen(backup),
                    RestorePermit.asked(),
                    restore,
                    (_, _) -> Optional.empty(),
                    ended::incrementAndGet);
            root.getChildren().setAll(flow.node());
            flow.begin();
        });
    }

    private static void fire(FxRobot robot, String button) {
        robot.interact(() -> robot.lookup(button).queryButton().fire());
    }

    private static boolean says(FxRobot robot, String part) {
        return robot.lookup((Label label) ->
                        label.getText() != null && label.getText().contains(part))
                .tryQuery()
                .isPresent();
    }

    private record Chosen(Path file) implements FileChoice {
        @Override
        public Optional<Path> open(String title, List<String> endings) {
            return Optional.of(file);
        }

        @Override
        public Optional<Path> save(String title, String proposedName) {
            return Optional.empty();
        }
    }
}
