package org.moderationdesk.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.intake.ImportProgress;
import org.moderationdesk.intake.ImportResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads files of flagged items. */
@Command(name = "import")
final class ImportCommand implements Callable<Integer> {
    private static final List<String> FORMATS = List.of("auto", "desk");

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "moderation-desk.import.files")
    private List<Path> files = List.of();

    @Option(
            names = "--format",
            paramLabel = "NAME",
            defaultValue = "auto",
            descriptionKey = "moderation-desk.import.format")
    private String format = "auto";

    ImportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        if (!FORMATS.contains(format)) {
            throw new WrongUse("cli.wrong.format", format, String.join(", ", FORMATS));
        }
        for (Path file : files) {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new WrongUse("cli.wrong.unreadable", file);
            }
        }
        return terminal.withDesk(desk -> {
            ImportResult whole = null;
            for (Path file : files) {
                ImportResult one = one(desk, file);
                whole = whole == null ? one : sum(whole, one);
            }
            return whole == null ? Exit.WRONG_USE : told(whole, desk.texts());
        });
    }

    private ImportResult one(OpenedDesk desk, Path file) {
        try {
            return desk.intake().importFile(file, terminal.person(), progress(desk.texts()));
        } catch (IOException unreadable) {
            throw new WrongUse("cli.wrong.unreadable", file);
        }
    }

    private int told(ImportResult result, Texts texts) {
        var object = new LinkedHashMap<String, Object>();
        object.put("read", result.read());
        object.put("newCases", result.newCases());
        object.put("mergedReports", result.mergedReports());
        object.put("updated", result.updated());
        object.put("unchanged", result.unchanged());
        object.put("rejected", result.rejected());
        object.put("seconds", Math.round(result.seconds() * 1_000) / 1_000.0);
        terminal.says()
                .result(
                        object,
                        texts.get(
                                "cli.import.done",
                                result.read(),
                                result.newCases(),
                                result.mergedReports(),
                                result.updated(),
                                result.unchanged(),
                                result.rejected()));
        if (result.rejectedFile() != null) {
            terminal.says().message(texts.get("cli.import.rejected", result.rejectedFile()));
        }
        return result.rejected() > 0 ? Exit.NO : Exit.DONE;
    }

    private static ImportResult sum(ImportResult one, ImportResult other) {
        return new ImportResult(
                one.read() + other.read(),
                one.newCases() + other.newCases(),
                one.mergedReports() + other.mergedReports(),
                one.updated() + other.updated(),
                one.unchanged() + other.unchanged(),
                one.rejected() + other.rejected(),
                one.seconds() + other.seconds(),
                one.cancelled() || other.cancelled(),
                other.rejectedFile() == null ? one.rejectedFile() : other.rejectedFile());
    }

    private ImportProgress progress(Texts texts) {
        var line = new ProgressLine(terminal.says(), texts, "cli.progress.bytes", terminal.clock());
        return new ImportProgress() {
            @Override
            public void at(Step step) {
                line.at(step.bytes(), step.totalBytes());
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
    }
}
