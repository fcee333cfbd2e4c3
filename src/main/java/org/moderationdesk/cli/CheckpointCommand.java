package org.moderationdesk.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.db.Progress;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.LoggedEvent;
import org.moderationdesk.proof.Checkpoints;
import org.moderationdesk.staff.Person;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Signs what the log is now, or that one decision is in it, for somebody outside to keep. */
@Command(name = "checkpoint")
final class CheckpointCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", descriptionKey = "moderation-desk.checkpoint.file")
    private Path file = Path.of("");

    @Option(names = "--decision", paramLabel = "ID", descriptionKey = "moderation-desk.checkpoint.decision")
    private @Nullable String decision;

    CheckpointCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        return terminal.withDesk(desk -> {
            Checkpoints.Made made = made(desk);
            var object = new LinkedHashMap<String, Object>();
            object.put("entries", made.size());
            object.put("head", made.head());
            object.put("key", made.key());
            terminal.says()
                    .result(object, desk.texts().get("cli.checkpoint.done", made.size(), made.head(), made.key()));
            return Exit.DONE;
        });
    }

    private Checkpoints.Made made(OpenedDesk desk) {
        Person person = terminal.person();
        Progress progress = terminal.progress("cli.progress.verify");
        try {
            return decision == null
                    ? desk.checkpoints().make(file, person, progress)
                    : desk.checkpoints().prove(entryOf(decision, desk), file, person, progress);
        } catch (FileAlreadyExistsException there) {
            throw new WrongUse("cli.wrong.there", file);
        } catch (IOException unwritable) {
            throw new WrongUse("cli.wrong.out", file);
        }
    }

    /** The entry that recorded the decision. */
    private long entryOf(String id, OpenedDesk desk) {
        return desk.decisions()
                .find(terminal.person(), id)
                .flatMap(found -> desk.events().ofItem(found.itemId()).stream()
                        .filter(event -> event.kind() == EventKind.DECIDED
                                && event.facts().path("decision").asString("").equals(id))
                        .map(LoggedEvent::seq)
                        .findFirst())
                .orElseThrow(() -> new WrongUse("cli.wrong.no-decision", id));
    }
}
