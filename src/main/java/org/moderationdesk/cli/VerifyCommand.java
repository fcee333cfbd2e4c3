package org.moderationdesk.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.log.Verdict;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;
import picocli.CommandLine.Command;

/** Walks the event log and compares the tables with it. */
@Command(name = "verify")
final class VerifyCommand implements Callable<Integer> {
    private final Terminal terminal;

    VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        return terminal.withDesk(desk -> {
            Rights.require(terminal.person(), Right.AUDIT);
            Verdict verdict = desk.verifier().verify(terminal.progress("cli.progress.verify"));
            terminal.says().result(object(verdict, desk.texts()), words(verdict, desk.texts()));
            return verdict.intact() ? Exit.DONE : Exit.NO;
        });
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
