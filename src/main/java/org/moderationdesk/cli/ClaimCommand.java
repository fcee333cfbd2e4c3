package org.moderationdesk.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes a case. */
@Command(name = "claim")
final class ClaimCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "ITEM", descriptionKey = "moderation-desk.item")
    private String item = "";

    ClaimCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        return terminal.withDesk(desk -> new Hold(terminal, desk).claim(item));
    }
}
