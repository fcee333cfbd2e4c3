package org.moderationdesk.practice.view;

import java.nio.file.Path;
import java.util.Locale;
import org.moderationdesk.fx.FileChoice;
import org.moderationdesk.fx.StatusLine;
import org.moderationdesk.practice.Certificate;
import org.moderationdesk.practice.PracticeExport;
import org.moderationdesk.practice.PracticeSet;
import org.moderationdesk.practice.Run;

/** What goes from practice into files, and the sets that come with the desk. JavaFX thread only. */
final class PracticeFiles {
    private final PracticeModel model;
    private final PracticeWords words;
    private final FileChoice files;
    private final StatusLine status;

    PracticeFiles(PracticeModel model, PracticeWords words, FileChoice files, StatusLine status) {
        this.model = model;
        this.words = words;
        this.files = files;
        this.status = status;
    }

    private PracticeDoors.Out out() {
        return model.doors().out();
    }

    /** Prints what came of a run. */
    void report(Run run) {
        files.save(words.get("practice.report"), words.get("practice.report.file", run.attempt()))
                .ifPresent(file -> model.read(
                        () -> out().papers()
                                .run(
                                        model.person(),
                                        run.id(),
                                        words.texts(),
                                        words.kit().times().zone(),
                                        file),
                        _ -> said(file)));
    }

    /** Prints a certificate. */
    void certificate(Certificate one) {
        files.save(words.get("practice.certificate.print"), words.get("practice.certificate.file"))
                .ifPresent(file -> model.read(
                        () -> {
                            out().papers()
                                    .certificate(
                                            model.person(),
                                            one.id(),
                                            words.texts(),
                                            words.kit().times().zone(),
                                            file);
                            return file;
                        },
                        this::said));
    }

    /** Writes the results of a set: JSON, one object a line, where the file is named so; else CSV. */
    void results(PracticeSet set) {
        files.save(words.get("practice.export"), words.get("practice.export.file", set.number()))
                .ifPresent(file -> model.read(
                        () -> out().export().results(model.person(), set.id(), form(file), file),
                        rows -> status.say(words.get("practice.exported", rows, String.valueOf(file.getFileName())))));
    }

    private static PracticeExport.Form form(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".json") || name.endsWith(".jsonl") || name.endsWith(".ndjson")
                ? PracticeExport.Form.JSONL
                : PracticeExport.Form.CSV;
    }

    /** Lays the sets that come with the desk. */
    void shipped() {
        status.say(words.get("practice.shipped.laying"));
        model.act(
                () -> out().shipped().lay(model.person(), words.texts().language()),
                laid -> status.say(words.get("practice.shipped.laid", laid.size())));
    }

    private void said(Path file) {
        status.say(words.get("practice.written", String.valueOf(file.getFileName())));
    }
}
