package org.moderationdesk.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Gives a case back. */
@Command(name = "release")
final class ReleaseCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "ITEM", descriptionKey = "moderation-desk.item")
    private String item = "";

    ReleaseCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        return terminal.withDesk(desk ->
                new Hold(terminal, desk).letGo(item, claim -> desk.review().release(claim)));
    }
}
