package org.moderationdesk.cli;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.approvals.Notice;
import org.moderationdesk.approvals.WaitingApproval;
import org.moderationdesk.decisions.Changed;
import org.moderationdesk.decisions.DecisionLine;
import org.moderationdesk.decisions.DecisionRefused;
import org.moderationdesk.decisions.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What waits for a second person. */
@Command(name = "approvals")
final class ApprovalsCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ApprovalsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), terminal.texts().get("cli.wrong.subcommand"));
    }

    @Command(name = "list")
    int list() throws Exception {
        return terminal.withDesk(desk -> {
            terminal.each(desk.approvals().waiting(terminal.person()), "cli.none.approvals", one -> listed(one, desk));
            return Exit.DONE;
        });
    }

    @Command(name = "approve")
    int approve(@Parameters(paramLabel = "ID", descriptionKey = "moderation-desk.decision") String id)
            throws Exception {
        return second(id, desk -> desk.approvals().approve(id, terminal.person()));
    }

    @Command(name = "refuse")
    int refuse(
            @Parameters(paramLabel = "ID", descriptionKey = "moderation-desk.decision") String id,
            @Option(
                            names = "--why",
                            required = true,
                            paramLabel = "TEXT",
                            descriptionKey = "moderation-desk.approvals.why")
                    String why)
            throws Exception {
        WrongUse.ifBlank("--why", why);
        return second(id, desk -> desk.approvals().refuse(id, terminal.person(), why));
    }

    @Command(name = "send-back")
    int sendBack(
            @Parameters(paramLabel = "ID", descriptionKey = "moderation-desk.decision") String id,
            @Option(
                            names = "--question",
                            required = true,
                            paramLabel = "TEXT",
                            descriptionKey = "moderation-desk.approvals.question")
                    String question)
            throws Exception {
        WrongUse.ifBlank("--question", question);
        return second(id, desk -> desk.approvals().sendBack(id, terminal.person(), question));
    }

    @Command(name = "notices")
    int notices() throws Exception {
        return terminal.withDesk(desk -> {
            List<Notice> notices = desk.approvals()
                    .notices(terminal.person(), desk.authorities().notices().apply(terminal.person()));
            terminal.each(notices, "cli.none.notices", notice -> told(notice, desk));
            desk.approvals().read(terminal.person(), notices);
            return Exit.DONE;
        });
    }

    private int second(String id, Second act) throws Exception {
        return terminal.withDesk(desk -> {
            var says = new DecisionWords(terminal.says(), desk);
            try {
                return says.changed(act.on(desk));
            } catch (DecisionRefused refused) {
                return says.refused(id, refused);
            }
        });
    }

    private void listed(WaitingApproval one, OpenedDesk desk) {
        DecisionLine line = one.line();
        Instant now = terminal.clock().instant();
        Refusal against = one.against();
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("decision", line.id());
        object.put("item", line.itemId());
        object.put("outcome", line.outcome());
        object.put("waits", line.waits());
        object.put("person", line.person());
        object.put("at", line.at().toString());
        object.put("ageSeconds", line.age(now).toSeconds());
        object.put("dueAt", one.due().toString());
        object.put("late", one.isLate(now));
        object.put("emergency", one.awaited().emergency());
        object.put("mayAnswer", against == null);
        object.put(
                "whyNot",
                against == null
                        ? null
                        : against.words(
                                desk.texts(), desk.book().words(desk.texts().language())));
        object.put("eligible", one.eligible());
        String form = one.isLate(now) ? "cli.approvals.row.late" : "cli.approvals.row";
        terminal.says()
                .result(
                        object,
                        desk.texts()
                                .get(
                                        form,
                                        line.id(),
                                        line.itemId(),
                                        one.awaited().emergency()
                                                ? "EMERGENCY"
                                                : line.waits().toString(),
                                        line.person(),
                                        one.due().toString()));
    }

    private void told(Notice notice, OpenedDesk desk) {
        var object = new LinkedHashMap<String, Object>();
        object.put("kind", notice.kind());
        object.put("decision", notice.about());
        object.put("item", notice.itemId());
        object.put("person", notice.who());
        object.put("at", notice.at().toString());
        object.put("words", notice.words());
        object.put("read", notice.read());
        terminal.says()
                .result(
                        object,
                        desk.texts()
                                .get(
                                        "cli.approvals.notice",
                                        notice.at().toString(),
                                        notice.kind(),
                                        notice.itemId(),
                                        notice.who(),
                                        notice.words()));
    }

    /** What a second person does. */
    @FunctionalInterface
    private interface Second {
        Changed on(OpenedDesk desk);
    }
}
