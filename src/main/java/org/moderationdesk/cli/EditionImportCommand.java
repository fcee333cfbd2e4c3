package org.moderationdesk.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.editions.StoredEditions.Announced;
import org.moderationdesk.guidelines.BookProblems;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.guidelines.EditionFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings in an edition of the book. */
@Command(name = "import")
final class EditionImportCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FOLDER", descriptionKey = "moderation-desk.guidelines.file")
    private Path folder = Path.of("");

    @Option(names = "--from", paramLabel = "DATE", descriptionKey = "moderation-desk.guidelines.from")
    private @Nullable LocalDate from;

    @Option(names = "--dry-run", descriptionKey = "moderation-desk.guidelines.dry-run")
    private boolean dryRun;

    EditionImportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        if (!Files.isReadable(folder)) {
            throw new WrongUse("cli.wrong.unreadable", folder);
        }
        try {
            EditionFiles files = new BookReader().files(folder);
            // Faults are told before a store is opened.
            var unused = new BookReader().read(files);
            @Nullable
            Instant at = from == null
                    ? null
                    : from.atStartOfDay(ZoneId.systemDefault()).toInstant();
            return terminal.withDesk(desk -> {
                var person = terminal.person();
                Announced announced = dryRun
                        ? desk.editions().check(person, files, at)
                        : desk.editions().bringIn(person, files, at);
                return told(announced);
            });
        } catch (BookProblems problems) {
            var object = new LinkedHashMap<String, Object>();
            object.put("imported", false);
            object.put("problems", GuidelinesCommand.listed(problems));
            terminal.says().result(object, GuidelinesCommand.inLines(problems));
            return Exit.NO;
        }
    }

    private int told(Announced announced) {
        var edition = announced.edition();
        var object = new LinkedHashMap<String, Object>();
        object.put("imported", !dryRun);
        object.put("edition", edition.name());
        object.put("version", edition.version());
        object.put("from", edition.from().toString());
        object.put("before", announced.before().name());
        object.put("changes", announced.changes().size());
        String key = dryRun ? "cli.guidelines.would-import" : "cli.guidelines.imported";
        terminal.says()
                .result(
                        object,
                        terminal.texts()
                                .get(
                                        key,
                                        edition.name(),
                                        edition.from().toString(),
                                        announced.changes().size(),
                                        announced.before().name()));
        return Exit.DONE;
    }
}
