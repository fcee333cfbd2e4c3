package org.moderationdesk.cli;

import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.moderationdesk.editions.Edition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Withdraws an edition that is announced. */
@Command(name = "withdraw")
final class EditionWithdrawCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "EDITION", descriptionKey = "moderation-desk.guidelines.edition-withdrawn")
    private String name = "";

    EditionWithdrawCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        return terminal.withDesk(desk -> {
            Edition edition = EditionsCommand.edition(desk.editions().shelf(), name);
            desk.editions().withdraw(terminal.person(), edition);
            var object = new LinkedHashMap<String, Object>();
            object.put("edition", edition.name());
            object.put("withdrawn", true);
            terminal.says().result(object, terminal.texts().get("editions.withdrawn", edition.name()));
            return Exit.DONE;
        });
    }
}
