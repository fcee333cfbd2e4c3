package org.moderationdesk.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives a case back and does not want it straight back. */
@Command(name = "skip")
final class SkipCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "ITEM", descriptionKey = "moderation-desk.item")
    private String item = "";

    @Option(names = "--why", required = true, paramLabel = "TEXT", descriptionKey = "moderation-desk.skip.why")
    private String why = "";

    SkipCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        WrongUse.ifBlank("--why", why);
        return terminal.withDesk(desk ->
                new Hold(terminal, desk).letGo(item, claim -> desk.review().skip(claim, why)));
    }
}
