package org.moderationdesk.cli;

import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.moderationdesk.decisions.Changed;
import org.moderationdesk.decisions.DecisionLine;
import org.moderationdesk.decisions.DecisionRefused;
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
            desk.decisions().awaiting(terminal.person()).forEach(line -> listed(line, desk));
            return Exit.DONE;
        });
    }

    @Command(name = "approve")
    int approve(@Parameters(paramLabel = "ID", descriptionKey = "moderation-desk.decision") String id)
            throws Exception {
        return second(id, desk -> desk.review().approve(id, terminal.person()));
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
        return second(id, desk -> desk.review().refuse(id, terminal.person(), why));
    }

    private int second(String id, Second act) throws Exception {
        return terminal.withDesk(desk -> {
            if (desk.people().isEmpty() && isSomebodyElses(desk, id)) {
                return alone(id, desk);
            }
            var says = new DecisionWords(terminal.says(), desk);
            try {
                return says.changed(act.on(desk));
            } catch (DecisionRefused refused) {
                return says.refused(id, refused);
            }
        });
    }

    private boolean isSomebodyElses(OpenedDesk desk, String id) {
        return desk.decisions()
                .find(id)
                .filter(line -> !line.person().equals(terminal.person().name()))
                .isPresent();
    }

    /** A desk that knows no people has nobody who may be the second, whatever name is given. */
    private int alone(String id, OpenedDesk desk) {
        var object = new LinkedHashMap<String, Object>();
        object.put("decision", id);
        object.put("accepted", false);
        object.put("reason", desk.texts().get("cli.approvals.alone"));
        terminal.says().result(object, desk.texts().get("cli.approvals.alone"));
        return Exit.NO;
    }

    private void listed(DecisionLine line, OpenedDesk desk) {
        var object = new LinkedHashMap<String, Object>();
        object.put("decision", line.id());
        object.put("item", line.itemId());
        object.put("outcome", line.outcome());
        object.put("waits", line.waits());
        object.put("person", line.person());
        object.put("at", line.at().toString());
        object.put("ageSeconds", line.age(terminal.clock().instant()).toSeconds());
        terminal.says()
                .result(
                        object,
                        desk.texts()
                                .get(
                                        "cli.approvals.row",
                                        line.id(),
                                        line.itemId(),
                                        line.waits().toString(),
                                        line.person(),
                                        line.at().toString()));
    }

    /** What a second person does. */
    @FunctionalInterface
    private interface Second {
        Changed on(OpenedDesk desk);
    }
}
