package org.moderationdesk.audit.view;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.moderationdesk.audit.ExportForm;
import org.moderationdesk.audit.LogAnswer;
import org.moderationdesk.audit.LogFilter;
import org.moderationdesk.audit.LogOrder;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.FileChoice;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.log.Verdict;
import org.moderationdesk.proof.Checkpoints;
import org.moderationdesk.settings.view.LongWork;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;

/** What takes long here: the export of the list, the proof of the whole log, and the proof for one entry. */
final class LogJobs {
    private final LogRooms rooms;
    private final Kit kit;
    private final Texts texts;
    private final Dialogs dialogs;
    private final FileChoice files;
    private final Consumer<String> say;
    private final LongWork work;

    LogJobs(LogRooms rooms, Kit kit, Dialogs dialogs, FileChoice files, Consumer<String> say) {
        this.rooms = rooms;
        this.kit = kit;
        this.texts = kit.texts();
        this.dialogs = dialogs;
        this.files = files;
        this.say = say;
        this.work = new LongWork(kit, dialogs);
    }

    private Person person() {
        return rooms.reader().viewer();
    }

    boolean mayExport() {
        return Rights.has(person(), Right.EXPORT);
    }

    boolean mayVerify() {
        return rooms.proofs().seesAll() && Rights.has(person(), Right.AUDIT);
    }

    /** Asks in which form, then where to. */
    void export(LogModel model) {
        LogAnswer answer = model.answerProperty().get();
        if (!mayExport() || answer == null) {
            return;
        }
        var csv = new RadioButton(texts.get("audit.export.csv"));
        csv.setId("decisions-export-csv");
        var json = new RadioButton(texts.get("audit.export.jsonl"));
        json.setId("decisions-export-jsonl");
        var group = new ToggleGroup();
        group.getToggles().setAll(csv, json);
        csv.setSelected(true);
        String sentence = texts.get("audit.export.sentence", kit.numbers().whole(answer.size()));
        var form = new VBox(Buttons.lines(sentence, "dialog-sentence", "size-12"), csv, json);
        form.getStyleClass().add("gap-8");
        LogFilter filter = model.filterProperty().get();
        LogOrder order = model.lookProperty().get().order();
        dialogs.form(texts.get("audit.export"), form, texts.get("audit.export.act"), () -> {
            ExportForm wanted = csv.isSelected() ? ExportForm.CSV : ExportForm.JSONL;
            // The form closes first: another one takes its place.
            Platform.runLater(() -> askWhere(filter, order, wanted));
            return Optional.empty();
        });
    }

    private void askWhere(LogFilter filter, LogOrder order, ExportForm form) {
        String name = form == ExportForm.CSV ? "decisions.csv" : "decisions.jsonl";
        files.save(texts.get("audit.export"), name)
                .ifPresent(file -> work.run(
                        texts.get("audit.export.running", name(file)),
                        progress -> rooms.export().write(filter, order, form, file, progress),
                        rows -> say.accept(
                                texts.get("audit.export.done", kit.numbers().whole(rows), name(file))),
                        failure -> failed(failure, "audit.export.stopped", "audit.export.failed")));
    }

    /** Walks the whole log. */
    void verify() {
        if (mayVerify()) {
            work.run(
                    texts.get("audit.verify.running"),
                    rooms.proofs().custody()::verify,
                    this::verified,
                    failure -> failed(failure, "audit.verify.stopped", "audit.verify.failed"));
        }
    }

    private void verified(Verdict verdict) {
        rooms.proofs().onVerified().accept(verdict);
        String sentence = verdict.intact()
                ? texts.get("audit.verify.intact", kit.numbers().whole(verdict.entries()))
                : verdict.why(texts).orElse("");
        dialogs.tell(texts.get("audit.verify"), sentence);
    }

    /** Writes the proof that this entry is in the log. */
    void prove(long seq) {
        if (!mayExport()) {
            return;
        }
        files.save(texts.get("audit.proof"), "entry-" + seq + ".proof")
                .ifPresent(file -> work.run(
                        texts.get("audit.proof.running"),
                        progress -> rooms.proofs().checkpoints().prove(seq, file, person(), progress),
                        made -> proved(made, file),
                        failure -> failed(failure, "audit.proof.stopped", "audit.proof.failed")));
    }

    private void proved(Checkpoints.Made made, Path file) {
        dialogs.tell(texts.get("audit.proof"), texts.get("audit.proof.done", name(file), made.key()));
    }

    private void failed(Exception failure, String stopped, String failed) {
        if (failure instanceof CancellationException) {
            say.accept(texts.get(stopped));
        } else if (failure instanceof FileAlreadyExistsException) {
            dialogs.tell(texts.get("audit.proof"), texts.get("audit.proof.exists"));
        } else if (failure instanceof IOException) {
            dialogs.tell(texts.get("audit.export"), texts.get("audit.file.failed"));
        } else {
            dialogs.tell(texts.get("audit.title"), texts.get(failed));
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
