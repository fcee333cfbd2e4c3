package org.moderationdesk.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.moderationdesk.db.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Copies the store, its media and its wrapped keys to one file. */
@Command(name = "backup")
final class BackupCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", descriptionKey = "moderation-desk.backup.file")
    private Path file = Path.of("");

    BackupCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        return terminal.withDesk(desk -> {
            Backup backup = desk.backup().orElseThrow(() -> new WrongUse("cli.wrong.server-backup"));
            long entries = desk.events().count();
            Backup.Made made =
                    desk.custody(terminal.person()).backUp(backup, file, terminal.progress("cli.progress.bytes"));
            var object = new LinkedHashMap<String, Object>();
            object.put("entries", entries);
            object.put("bytes", made.bytes());
            terminal.says().result(object, desk.texts().get("cli.backup.done", entries, made.bytes(), made.file()));
            return Exit.DONE;
        });
    }
}
