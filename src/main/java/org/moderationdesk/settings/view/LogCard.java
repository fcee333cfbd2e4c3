package org.moderationdesk.settings.view;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CancellationException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.StoreException;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.FileChoice;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.log.Verdict;
import org.moderationdesk.proof.Checkpoints;
import org.moderationdesk.proof.Held;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The proof that the log is whole, and the checkpoints that somebody outside holds it to. */
public final class LogCard implements SettingsCard {
    private static final Logger LOG = LoggerFactory.getLogger(LogCard.class);
    private static final String ENDING = ".checkpoint";

    private final Kit kit;
    private final Texts texts;
    private final Dialogs dialogs;
    private final FileChoice files;
    private final DeskCare care;
    private final Proving proving;
    private final LongWork work;
    private final Node node;

    public LogCard(Kit kit, Dialogs dialogs, FileChoice files, DeskCare care, Proving proving) {
        this.kit = kit;
        this.texts = kit.texts();
        this.dialogs = dialogs;
        this.files = files;
        this.care = care;
        this.proving = proving;
        this.work = new LongWork(kit, dialogs);
        this.node = Rows.card(texts.get("settings.log"), parts());
        node.setId("log-card");
    }

    /** Who holds the log to what. */
    public record Proving(Checkpoints checkpoints, Person person) {}

    @Override
    public Node node() {
        return node;
    }

    private Node[] parts() {
        // Who is not shown every row of a shared store cannot hold the rows to the log.
        boolean seesAll = care instanceof StoreCare || Rights.has(proving.person(), Right.SEE_CHILD_SAFETY);
        if (!seesAll) {
            return new Node[] {Rows.note(texts.get("settings.shared.verify-cleared"))};
        }
        var proofs = new HBox(button("settings-checkpoint-hold", "settings.checkpoint-hold", this::askCheckpoint));
        proofs.getStyleClass().add("gap-8");
        if (Rights.has(proving.person(), Right.EXPORT)) {
            proofs.getChildren().addFirst(button("settings-checkpoint", "settings.checkpoint-write", this::askWhere));
        }
        return new Node[] {
            Rows.note(texts.get("settings.verify-note")),
            new HBox(button("settings-verify", "settings.verify", this::verify)),
            Rows.note(texts.get("settings.checkpoint-note")),
            proofs
        };
    }

    private void verify() {
        work.run(texts.get("settings.verify-running"), care.custody()::verify, this::verified, this::failed);
    }

    private void verified(Verdict verdict) {
        care.onVerified().accept(verdict);
        dialogs.tell(
                texts.get("settings.verify"),
                verdict.intact()
                        ? texts.get("settings.verify-intact", kit.numbers().whole(verdict.entries()))
                        : verdict.why(texts).orElse(""));
    }

    private void askWhere() {
        String day = LocalDate.ofInstant(kit.clock().instant(), ZoneId.systemDefault())
                .toString();
        files.save(texts.get("settings.checkpoint-write"), "moderation-desk-" + day + ENDING)
                .ifPresent(this::sign);
    }

    private void sign(Path file) {
        work.run(
                texts.get("settings.checkpoint-running"),
                progress -> proving.checkpoints().make(file, proving.person(), progress),
                this::signed,
                this::failed);
    }

    private void signed(Checkpoints.Made made) {
        var key = new TextField(made.key());
        key.setId("checkpoint-key");
        key.setEditable(false);
        key.getStyleClass().add("settings-wide");
        key.setAccessibleText(texts.get("settings.checkpoint-key"));
        var box = new VBox(
                Rows.note(texts.get("settings.checkpoint-done", kit.numbers().whole(made.size()))), key);
        box.getStyleClass().add("gap-8");
        dialogs.show(texts.get("settings.checkpoint-write"), box);
    }

    private void askCheckpoint() {
        files.open(texts.get("settings.checkpoint-hold"), List.of())
                .ifPresent(file -> work.run(
                        texts.get("settings.checkpoint-running"),
                        progress -> proving.checkpoints().check(file, progress),
                        this::held,
                        this::failed));
    }

    private void held(Held held) {
        dialogs.tell(texts.get("settings.checkpoint-hold"), held.words(texts));
    }

    private void failed(Exception failure) {
        switch (failure) {
            case CancellationException _ -> tell(texts.get("settings.stopped"));
            case StoreException broken -> tell(broken.words(texts));
            case FileAlreadyExistsException _ -> tell(texts.get("settings.checkpoint-there"));
            case IOException _ -> tell(texts.get("settings.checkpoint-file"));
            default -> {
                LOG.error("the proof of the log failed: {}", failure.getClass().getName());
                tell(texts.get("settings.failed"));
            }
        }
    }

    private void tell(String sentence) {
        dialogs.tell(texts.get("settings.log"), sentence);
    }

    private Button button(String id, String key, Runnable act) {
        var button = new Button(texts.get(key));
        button.setId(id);
        button.setOnAction(_ -> act.run());
        return button;
    }
}
