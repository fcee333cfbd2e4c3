package org.moderationdesk.intake.view;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.moderationdesk.base.Texts;
import org.moderationdesk.fx.Dialogs;
import org.moderationdesk.fx.FileChoice;
import org.moderationdesk.fx.Kit;
import org.moderationdesk.fx.News;
import org.moderationdesk.fx.StatusLine;
import org.moderationdesk.fx.WorkPanel;
import org.moderationdesk.intake.ImportProgress;
import org.moderationdesk.intake.ImportResult;
import org.moderationdesk.intake.Intake;
import org.moderationdesk.staff.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a file in: chosen or dropped, one at a time, with its progress above the work or in the status bar. JavaFX
 * thread only.
 */
public final class ImportFlow {
    private static final Logger LOG = LoggerFactory.getLogger(ImportFlow.class);
    private static final List<String> ENDINGS = List.of("*.jsonl", "*.json");

    private final Kit kit;
    private final Texts texts;
    private final Dialogs dialogs;
    private final FileChoice files;
    private final StatusLine status;
    private final Intake intake;
    private final Person by;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private boolean running;

    /** @param by who imports, whose right is asked and whom the log names */
    public ImportFlow(Kit kit, Dialogs dialogs, FileChoice files, StatusLine status, Intake intake, Person by) {
        this.kit = kit;
        this.texts = kit.texts();
        this.dialogs = dialogs;
        this.files = files;
        this.status = status;
        this.intake = intake;
        this.by = by;
    }

    /** Asks for a file and imports it. */
    public void choose() {
        files.open(texts.get("intake.choose"), ENDINGS).ifPresent(this::start);
    }

    /** Imports files that are dropped onto the node. */
    public void acceptDrops(Node node) {
        node.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()
                    && event.getDragboard().getFiles().stream().anyMatch(ImportFlow::isImportable)) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        node.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            List<File> dropped = event.getDragboard().getFiles().stream()
                    .filter(ImportFlow::isImportable)
                    .toList();
            dropped.stream().findFirst().map(File::toPath).ifPresent(this::start);
            event.setDropCompleted(!dropped.isEmpty());
            event.consume();
        });
    }

    public boolean isRunning() {
        return running;
    }

    /** Ends the import under way, which keeps what has come in. */
    public void stop() {
        cancelled.set(true);
    }

    /** What fills the desk with something else than a file. */
    public interface Filling {
        /** Told of its progress as an import is; not on the JavaFX thread. */
        long into(ImportProgress progress) throws Exception;
    }

    /**
     * Fills the desk, with progress and a way to end it.
     *
     * @param words what is being done
     * @param then done when the cases are there
     */
    public void fill(String words, Filling filling, Runnable then) {
        running = true;
        cancelled.set(false);
        var panel = new WorkPanel(words, texts.get("intake.fill.enough"), this::stop);
        var news = new News<ImportProgress.Step>(step -> show(panel, "intake.fill.progress", step));
        dialogs.show(words, panel, texts.get("intake.meanwhile"));
        Runnable ended = () -> {
            running = false;
            status.clear();
            status.countsChanged();
            if (panel.getScene() != null) {
                dialogs.close();
            }
            then.run();
        };
        kit.background().run(() -> filling.into(new Told(news, cancelled)), _ -> ended.run(), failure -> {
            LOG.error("filling failed: {}", failure.getClass().getName());
            ended.run();
            dialogs.tell(words, texts.get("intake.fill.failed"));
        });
    }

    /** Imports this file, unless another is coming in. */
    public void start(Path file) {
        if (running) {
            dialogs.tell(texts.get("intake.title"), texts.get("intake.one-at-a-time"));
            return;
        }
        running = true;
        cancelled.set(false);
        var panel = new WorkPanel(texts.get("intake.running", name(file)), texts.get("intake.cancel"), this::stop);
        var news = new News<ImportProgress.Step>(step -> show(panel, "intake.progress", step));
        dialogs.show(texts.get("intake.title"), panel, texts.get("intake.meanwhile"));
        kit.background()
                .run(
                        () -> intake.importFile(file, by, new Told(news, cancelled)),
                        result -> done(file, result),
                        failure -> failed(file, failure));
    }

    private void show(WorkPanel panel, String key, ImportProgress.Step step) {
        if (!running) {
            return;
        }
        double part = step.totalBytes() == 0 ? -1 : (double) step.bytes() / step.totalBytes();
        String words = texts.get(
                key,
                kit.numbers().whole(step.lines()),
                kit.numbers().whole(Math.round(step.linesPerSecond())),
                kit.times().countdown(step.remaining()));
        panel.show(part, words);
        if (!dialogs.isOpen()) {
            status.say(words);
        }
    }

    private void done(Path file, ImportResult result) {
        running = false;
        status.clear();
        status.countsChanged();
        String title = texts.get(result.cancelled() ? "intake.cancelled" : "intake.done", name(file));
        dialogs.show(title, ResultCard.of(kit, result));
    }

    private void failed(Path file, Exception failure) {
        running = false;
        status.clear();
        status.countsChanged();
        boolean unreadable = failure instanceof IOException;
        if (!unreadable) {
            LOG.error("an import failed: {}", failure.getClass().getName());
        }
        dialogs.tell(
                texts.get("intake.title"), texts.get(unreadable ? "intake.unreadable" : "intake.failed", name(file)));
    }

    private static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    private static boolean isImportable(File file) {
        String name = file.getName().toLowerCase(Locale.ROOT);
        return name.endsWith(".jsonl") || name.endsWith(".json");
    }

    private record Told(News<ImportProgress.Step> news, AtomicBoolean stop) implements ImportProgress {
        @Override
        public void at(Step step) {
            news.tell(step);
        }

        @Override
        public boolean cancelled() {
            return stop.get();
        }
    }
}
