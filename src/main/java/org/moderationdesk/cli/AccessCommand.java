package org.moderationdesk.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.moderationdesk.retention.AccessExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers what the desk holds of a person concerned, as JSON and as text. */
@Command(name = "access")
final class AccessCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "ACCOUNT", descriptionKey = "moderation-desk.account")
    private String account = "";

    @Option(names = "--out", required = true, paramLabel = "FILE", descriptionKey = "moderation-desk.access.out")
    private Path out = Path.of("");

    @Option(names = "--reference", required = true, paramLabel = "TEXT", descriptionKey = "moderation-desk.reference")
    private String reference = "";

    AccessCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        return terminal.withDesk(desk -> {
            AccessExport.Written written = written(desk);
            var object = new LinkedHashMap<String, Object>();
            object.put("account", account);
            object.put("items", written.items());
            object.put("leftOut", written.leftOut());
            object.put("json", written.json().toString());
            object.put("text", written.text().toString());
            terminal.says()
                    .result(
                            object,
                            desk.texts()
                                    .get(
                                            "cli.access.done",
                                            written.items(),
                                            written.json(),
                                            written.text(),
                                            written.leftOut()));
            return Exit.DONE;
        });
    }

    private AccessExport.Written written(OpenedDesk desk) {
        try {
            return desk.accessExport().write(terminal.person(), account, out, reference, desk.texts());
        } catch (IOException unwritable) {
            throw new WrongUse("cli.wrong.out", out);
        }
    }
}
