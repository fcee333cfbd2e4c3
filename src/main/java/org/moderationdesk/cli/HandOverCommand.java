package org.moderationdesk.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives a case to a named person. */
@Command(name = "hand-over")
final class HandOverCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "ITEM", descriptionKey = "moderation-desk.item")
    private String item = "";

    @Option(names = "--to", required = true, paramLabel = "NAME", descriptionKey = "moderation-desk.hand-over.to")
    private String to = "";

    @Option(names = "--note", required = true, paramLabel = "TEXT", descriptionKey = "moderation-desk.hand-over.note")
    private String note = "";

    HandOverCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        WrongUse.ifBlank("--to", to);
        WrongUse.ifBlank("--note", note);
        return terminal.withDesk(desk ->
                new Hold(terminal, desk).letGo(item, claim -> desk.review().handOver(claim, to, note)));
    }
}
