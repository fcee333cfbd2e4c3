package org.moderationdesk.cli;

import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.moderationdesk.editions.Edition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says that one has read what is new in an edition. */
@Command(name = "read")
final class EditionReadCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "EDITION", descriptionKey = "moderation-desk.guidelines.edition-read")
    private String name = "";

    EditionReadCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        return terminal.withDesk(desk -> {
            Edition edition = EditionsCommand.edition(desk.editions().shelf(), name);
            desk.readers().read(terminal.person(), edition);
            var object = new LinkedHashMap<String, Object>();
            object.put("edition", edition.name());
            object.put("read", true);
            terminal.says().result(object, terminal.texts().get("cli.guidelines.read", edition.name()));
            return Exit.DONE;
        });
    }
}
