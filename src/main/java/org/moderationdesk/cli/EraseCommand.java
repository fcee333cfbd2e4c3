package org.moderationdesk.cli;

import java.util.LinkedHashMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.retention.PersonErasure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Erases what the desk holds of a person concerned, or says what that would be. */
@Command(name = "erase")
final class EraseCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "ACCOUNT", descriptionKey = "moderation-desk.account")
    private String account = "";

    @Option(names = "--reference", paramLabel = "TEXT", descriptionKey = "moderation-desk.reference")
    private @Nullable String reference;

    @Option(names = "--plan", descriptionKey = "moderation-desk.erase.plan")
    private boolean plan;

    EraseCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        String request = reference;
        if (!plan && request == null) {
            throw new WrongUse("cli.wrong.no-reference");
        }
        return terminal.withDesk(desk -> {
            PersonErasure.Extent extent = plan || request == null
                    ? desk.personErasure().plan(terminal.person(), account)
                    : desk.personErasure()
                            .erase(terminal.person(), account, request, terminal.progress("cli.progress.steps"));
            told(extent, desk.texts());
            return plan || extent.account() ? Exit.DONE : Exit.NO;
        });
    }

    private void told(PersonErasure.Extent extent, Texts texts) {
        var object = new LinkedHashMap<String, Object>();
        object.put("account", account);
        object.put("erased", !plan);
        object.put("items", extent.items());
        object.put("reported", extent.reported());
        object.put("held", new TreeMap<>(extent.held()));
        object.put("whole", extent.account());
        String words =
                texts.get(plan ? "cli.erase.would-go" : "cli.erase.gone", account, extent.items(), extent.reported())
                        + RetentionCommand.held(texts, extent.held())
                        + (extent.account() ? "" : "\n" + texts.get("cli.erase.not-whole"));
        terminal.says().result(object, words);
    }
}
