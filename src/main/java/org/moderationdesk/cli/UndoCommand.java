package org.moderationdesk.cli;

import java.util.concurrent.Callable;
import org.moderationdesk.decisions.DecisionRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Undoes a decision within the undo window. */
@Command(name = "undo")
final class UndoCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "DECISION", descriptionKey = "moderation-desk.decision")
    private String decision = "";

    UndoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        return terminal.withDesk(desk -> {
            var says = new DecisionWords(terminal.says(), desk);
            try {
                return says.changed(
                        desk.review().undo(decision, terminal.person()).decision());
            } catch (DecisionRefused refused) {
                return says.refused(decision, refused);
            }
        });
    }
}
