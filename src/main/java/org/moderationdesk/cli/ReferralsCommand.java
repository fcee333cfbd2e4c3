package org.moderationdesk.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.moderationdesk.decisions.ReferralLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Referrals as decisions recorded them; sending is not part of this version. */
@Command(name = "referrals")
final class ReferralsCommand implements Callable<Integer> {
    private static final int MOST = 10_000;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ReferralsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), terminal.texts().get("cli.wrong.subcommand"));
    }

    @Command(name = "list")
    int list() throws Exception {
        return terminal.withDesk(desk -> {
            terminal.each(
                    desk.referrals().newest(terminal.person(), MOST), "cli.none.referrals", line -> terminal.says()
                            .result(
                                    object(line),
                                    desk.texts()
                                            .get(
                                                    "cli.referrals.row",
                                                    line.id(),
                                                    line.to(),
                                                    line.state(),
                                                    line.itemId())));
            return Exit.DONE;
        });
    }

    private static Map<String, Object> object(ReferralLine line) {
        var object = new LinkedHashMap<String, Object>();
        object.put("referral", line.id());
        object.put("to", line.to());
        object.put("state", line.state());
        object.put("item", line.itemId());
        object.put("decision", line.decisionId());
        object.put("threatToLife", line.threatToLife());
        object.put("releaseAt", line.releaseAt().toString());
        return object;
    }
}
