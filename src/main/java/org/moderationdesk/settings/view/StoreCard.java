package org.moderationdesk.settings.view;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.Backup;
import org.moderationdesk.db.StoreKeys;
import org.moderationdesk.db.StoreRefused;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.FileChoice;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.staff.RightRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What opens the store, and its backups. */
public final class StoreCard implements SettingsCard {
    private static final Logger LOG = LoggerFactory.getLogger(StoreCard.class);
    private static final int SHORTEST = 8;
    private static final int LONGEST = 200;

    private final Kit kit;
    private final Texts texts;
    private final Dialogs dialogs;
    private final FileChoice files;
    private final StoreCare care;
    private final LongWork work;
    private final VBox node = new VBox();

    public StoreCard(Kit kit, Dialogs dialogs, FileChoice files, StoreCare care) {
        this.kit = kit;
        this.texts = kit.texts();
        this.dialogs = dialogs;
        this.files = files;
        this.care = care;
        this.work = new LongWork(kit, dialogs);
        show();
    }

    @Override
    public Node node() {
        return node;
    }

    private void show() {
        boolean alone = care.keys().opensAlone();
        var remove = button("settings-passphrase-remove", "settings.passphrase-remove", this::removePassphrase);
        remove.setVisible(!alone);
        remove.setManaged(!alone);
        node.getChildren()
                .setAll(Rows.card(
                        texts.get("settings.store"),
                        Rows.row(
                                texts.get("settings.folder"),
                                Rows.note(care.folder().home().toString())),
                        Rows.note(texts.get(alone ? "settings.opens-alone" : "settings.opens-with-passphrase")),
                        buttons(
                                button(
                                        "settings-passphrase",
                                        alone ? "settings.passphrase-set" : "settings.passphrase-change",
                                        this::askPassphrase),
                                remove,
                                button("settings-recovery", "settings.recovery-new", this::newRecoveryKey)),
                        Rows.note(texts.get(
                                "settings.backup-note", care.folder().backups().toString())),
                        buttons(
                                button("settings-backup", "settings.backup-now", this::askBackup),
                                button("settings-restore", "settings.restore", this::askRestore))));
    }

    private void askPassphrase() {
        var words = new PasswordField();
        words.setId("passphrase-new");
        words.setAccessibleText(texts.get("settings.passphrase"));
        var again = new PasswordField();
        again.setId("passphrase-again");
        again.setAccessibleText(texts.get("settings.passphrase-again"));
        var form = new VBox(
                Rows.row(texts.get("settings.passphrase"), words),
                Rows.row(texts.get("settings.passphrase-again"), again));
        form.getStyleClass().add("gap-8");
        dialogs.form(texts.get("settings.passphrase-set"), form, texts.get("settings.passphrase-set"), () -> {
            if (words.getLength() < SHORTEST || words.getLength() > LONGEST) {
                return Optional.of(texts.get("settings.passphrase-length", SHORTEST, LONGEST));
            }
            if (!words.getText().equals(again.getText())) {
                return Optional.of(texts.get("settings.passphrase-differs"));
            }
            String chosen = words.getText();
            change(
                    () -> {
                        care.custody().change(care.keys(), keys -> {
                            keys.setPassphrase(chosen);
                            return chosen.length();
                        });
                        return texts.get("settings.passphrase-done");
                    },
                    this::tell);
            return Optional.empty();
        });
    }

    private void removePassphrase() {
        dialogs.confirm(
                texts.get("settings.passphrase-remove"),
                texts.get("settings.passphrase-remove-means"),
                texts.get("settings.passphrase-remove"),
                () -> change(
                        () -> {
                            care.custody().change(care.keys(), keys -> {
                                keys.removePassphrase();
                                return keys.opensAlone();
                            });
                            return texts.get("settings.passphrase-removed");
                        },
                        this::tell));
    }

    private void newRecoveryKey() {
        dialogs.confirm(
                texts.get("settings.recovery-new"),
                texts.get("settings.recovery-means"),
                texts.get("settings.recovery-new"),
                () -> change(
                        () -> care.custody()
                                .change(care.keys(), StoreKeys::newRecoveryKey)
                                .written(),
                        this::showRecoveryKey));
    }

    private void showRecoveryKey(String written) {
        var key = new TextField(written);
        key.setId("recovery-key");
        key.setEditable(false);
        key.getStyleClass().addAll("recovery-key", "settings-wide");
        key.setAccessibleText(texts.get("settings.recovery-key"));
        var box = new VBox(Rows.note(texts.get("settings.recovery-once")), key);
        box.getStyleClass().add("gap-8");
        dialogs.show(texts.get("settings.recovery-key"), box, texts.get("settings.recovery-written"));
    }

    private void askBackup() {
        String name = "moderation-desk-" + LocalDate.ofInstant(kit.clock().instant(), ZoneId.systemDefault()) + ".zip";
        files.save(texts.get("settings.backup-now"), name).ifPresent(this::backUp);
    }

    private void backUp(Path target) {
        work.run(
                texts.get("settings.backup-running"),
                progress -> care.custody().backUp(care.backup(), target, progress),
                (Backup.Made made) -> dialogs.tell(
                        texts.get("settings.backup-now"),
                        texts.get(
                                "settings.backup-done",
                                made.file().toString(),
                                kit.numbers().bytes(made.bytes()))),
                this::failed);
    }

    private void askRestore() {
        dialogs.confirm(
                texts.get("settings.restore"),
                texts.get("settings.restore-means"),
                texts.get("settings.restore-go"),
                care.restore());
    }

    private <T> void change(Callable<T> work, Consumer<T> then) {
        kit.background()
                .run(
                        work,
                        answer -> {
                            show();
                            then.accept(answer);
                        },
                        this::failed);
    }

    private void tell(String sentence) {
        dialogs.tell(texts.get("settings.store"), sentence);
    }

    private void failed(Exception failure) {
        switch (failure) {
            case CancellationException _ -> tell(texts.get("settings.stopped"));
            case StoreRefused refused -> tell(refused.words(texts));
            case RightRefused refused -> tell(refused.words(texts));
            default -> {
                LOG.error("the care of the store failed: {}", failure.getClass().getName());
                tell(texts.get("settings.failed"));
            }
        }
    }

    private HBox buttons(Node... buttons) {
        var row = new HBox(buttons);
        row.getStyleClass().add("gap-8");
        return row;
    }

    private Button button(String id, String key, Runnable act) {
        var button = new Button(texts.get(key));
        button.setId(id);
        button.setOnAction(_ -> act.run());
        return button;
    }
}
