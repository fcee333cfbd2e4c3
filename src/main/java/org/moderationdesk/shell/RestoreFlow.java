package org.moderationdesk.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Node;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.Progress;
import org.moderationdesk.db.Restore;
import org.moderationdesk.db.RestorePermit;
import org.moderationdesk.db.StoreRefused;
import org.moderationdesk.db.Unlock;
import org.moderationdesk.fx.DoorPanel;
import org.moderationdesk.fx.FileChoice;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.News;
import org.moderationdesk.fx.WorkPanel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a backup in the place of the closed store: which, what opens it, how far it is, and what became of it. */
public final class RestoreFlow {
    private static final Logger LOG = LoggerFactory.getLogger(RestoreFlow.class);

    private final Kit kit;
    private final Texts texts;
    private final FileChoice files;
    private final RestorePermit permit;
    private final Restore restore;
    private final Restore.Check check;
    private final Runnable onEnd;
    private final StackPane node = new StackPane();

    /**
     * Makes the flow for one desk.
     *
     * @param permit from who asked whether this may be
     * @param check looks through what is restored before it replaces anything
     * @param onEnd goes back to the door, whatever became of it
     */
    public RestoreFlow(
            Kit kit, FileChoice files, RestorePermit permit, Restore restore, Restore.Check check, Runnable onEnd) {
        this.kit = kit;
        this.texts = kit.texts();
        this.files = files;
        this.permit = permit;
        this.restore = restore;
        this.check = check;
        this.onEnd = onEnd;
        node.getStyleClass().add("door");
    }

    public Node node() {
        return node;
    }

    public void begin() {
        Optional<Path> backup = files.open(texts.get("shell.door.restore"), List.of("*.zip"));
        if (backup.isEmpty()) {
            onEnd.run();
            return;
        }
        Path file = backup.get();
        kit.background()
                .run(
                        () -> restore.opensAlone(file),
                        alone -> {
                            if (alone) {
                                put(file, new Unlock.Alone());
                            } else {
                                ask(file, "");
                            }
                        },
                        failure -> failed(file, failure));
    }

    private void ask(Path file, String problem) {
        var words = new PasswordField();
        words.setId("restore-passphrase");
        var recovery = new TextField();
        recovery.setId("restore-recovery");
        var go = DoorPanel.button(
                "restore-go",
                texts.get("shell.door.restore"),
                () -> put(
                        file,
                        recovery.getText().isBlank()
                                ? new Unlock.Passphrase(words.getText())
                                : new Unlock.Recovery(recovery.getText())));
        go.getStyleClass().addAll("accent", "large");
        go.setDefaultButton(true);
        show(new DoorPanel(texts.get("shell.app"), texts.get("shell.restore.locked"))
                .with(
                        DoorPanel.field(texts.get("shell.door.passphrase"), words),
                        DoorPanel.field(texts.get("shell.door.or-recovery-key"), recovery),
                        DoorPanel.words(problem, "field-problem"),
                        go,
                        DoorPanel.button("restore-leave", texts.get("shell.restore.leave"), onEnd)));
        words.requestFocus();
    }

    private void put(Path file, Unlock unlock) {
        var stopped = new AtomicBoolean();
        var panel = new WorkPanel(
                texts.get("shell.restore.running"), texts.get("shell.restore.stop"), () -> stopped.set(true));
        var news = new News<double[]>(at -> panel.show(
                at[1] <= 0 ? -1 : at[0] / at[1], at[1] <= 0 ? "" : kit.numbers().percent(at[0] / at[1])));
        show(new DoorPanel(texts.get("shell.app"), texts.get("shell.restore.until-then")).with(panel));
        kit.background()
                .run(
                        () -> {
                            restore.from(permit, file, unlock, check, new Told(news, stopped));
                            return true;
                        },
                        _ -> end(texts.get("shell.restore.done")),
                        failure -> failed(file, failure));
    }

    private void failed(Path file, Exception failure) {
        switch (failure) {
            case CancellationException _ -> end(texts.get("shell.restore.stopped"));
            case StoreRefused refused when isAboutKey(refused.reason()) -> ask(file, refused.words(texts));
            case StoreRefused refused -> end(refused.words(texts));
            default -> {
                LOG.error("a restore failed", Unexpected.wordless(failure));
                end(texts.get("shell.restore.failed"));
            }
        }
    }

    private static boolean isAboutKey(StoreRefused.Reason reason) {
        return reason instanceof StoreRefused.WrongKey
                || reason instanceof StoreRefused.Mistyped
                || reason instanceof StoreRefused.NeedsPassphrase;
    }

    private void end(String sentence) {
        var words = DoorPanel.words(sentence);
        words.setId("restore-end");
        var on = DoorPanel.button("restore-on", texts.get("shell.restore.on"), onEnd);
        on.getStyleClass().addAll("accent", "large");
        on.setDefaultButton(true);
        show(new DoorPanel(texts.get("shell.app"), texts.get("shell.door.restore")).with(words, on));
        on.requestFocus();
    }

    private void show(DoorPanel panel) {
        node.getChildren().setAll(panel.node());
    }

    private record Told(News<double[]> news, AtomicBoolean stopped) implements Progress {
        @Override
        public void at(long done, long total) {
            news.tell(new double[] {done, total});
        }

        @Override
        public boolean isCancelled() {
            return stopped.get();
        }
    }
}
