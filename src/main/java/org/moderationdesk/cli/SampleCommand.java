package org.moderationdesk.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.moderationdesk.intake.ImportProgress;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Fills an empty store with the harmless sample queue. */
@Command(name = "sample")
final class SampleCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--cases", paramLabel = "N", defaultValue = "200", descriptionKey = "moderation-desk.sample.cases")
    private int cases = 200;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", descriptionKey = "moderation-desk.sample.seed")
    private long seed = 1;

    SampleCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        if (cases < 1) {
            throw new WrongUse("cli.wrong.limit");
        }
        return terminal.withDesk(desk -> {
            Rights.require(terminal.person(), Right.IMPORT);
            if (!desk.items().isEmpty()) {
                throw new WrongUse("cli.wrong.not-empty");
            }
            long made = desk.sample().fill(cases, seed, ImportProgress.NONE);
            terminal.says().result(Map.of("cases", made), desk.texts().get("cli.sample.done", made));
            return Exit.DONE;
        });
    }
}
