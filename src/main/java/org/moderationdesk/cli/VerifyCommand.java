package org.moderationdesk.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.log.Verdict;
import org.moderationdesk.proof.Held;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Walks the event log, compares the tables with it, and holds it to a checkpoint that somebody kept. */
@Command(name = "verify")
final class VerifyCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--checkpoint", paramLabel = "FILE", descriptionKey = "moderation-desk.verify.checkpoint")
    private @Nullable Path checkpoint;

    VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        return terminal.withDesk(desk -> {
            if (terminal.shared().isPresent()) {
                // A shared store shows nobody else every row.
                Rights.require(terminal.person(), Right.SEE_CHILD_SAFETY);
            }
            Verdict verdict = desk.custody(terminal.person()).verify(terminal.progress("cli.progress.verify"));
            Optional<Held> held = verdict.intact() ? held(desk) : Optional.empty();
            if (held.isPresent() && !held.get().holds()) {
                return differs(held.get(), desk.texts());
            }
            terminal.says().result(object(verdict, desk.texts()), words(verdict, desk.texts()));
            held.ifPresent(holds -> terminal.says().message(holds.words(desk.texts())));
            return verdict.intact() ? Exit.DONE : Exit.NO;
        });
    }

    private Optional<Held> held(OpenedDesk desk) {
        if (checkpoint == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(desk.checkpoints().check(checkpoint, terminal.progress("cli.progress.verify")));
        } catch (IOException unreadable) {
            throw new WrongUse("cli.wrong.unreadable", checkpoint);
        }
    }

    /** The log is whole in itself and yet not the one that was signed. */
    private int differs(Held held, Texts texts) {
        if (!(held instanceof Held.Differs differs)) {
            throw new IllegalArgumentException("what holds does not differ");
        }
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("intact", false);
        object.put("firstBroken", null);
        object.put("why", held.words(texts));
        terminal.says().result(object, held.words(texts));
        return differs.why() == Held.Why.UNREADABLE ? Exit.WRONG_USE : Exit.NO;
    }

    private static Map<String, @Nullable Object> object(Verdict verdict, Texts texts) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        if (verdict.intact()) {
            object.put("entries", verdict.entries());
            object.put("intact", true);
            object.put("head", verdict.head());
        } else {
            object.put("intact", false);
            object.put("firstBroken", verdict.firstBroken());
            object.put("why", verdict.why(texts).orElse(""));
        }
        return object;
    }

    private static String words(Verdict verdict, Texts texts) {
        return verdict.intact()
                ? texts.get("cli.verify.intact", verdict.entries(), verdict.head())
                : texts.get(
                        "cli.verify.broken",
                        String.valueOf(verdict.firstBroken()),
                        verdict.why(texts).orElse(""));
    }
}
