package org.moderationdesk.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.decisions.ReferralLine;
import org.moderationdesk.referrals.FilingRefused;
import org.moderationdesk.referrals.ItemReport;
import org.moderationdesk.referrals.ncmec.Fault;
import org.moderationdesk.referrals.ncmec.IncidentType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Referrals as decisions recorded them, and whether a report to NCMEC would hold. Nothing here sends anything. */
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

    @Command(name = "validate")
    int validate(
            @Parameters(paramLabel = "ID", descriptionKey = "moderation-desk.referrals.id") String id,
            @Option(names = "--incident-type", paramLabel = "TYPE", descriptionKey = "moderation-desk.referrals.type")
                    @Nullable
                    IncidentType type)
            throws Exception {
        return terminal.withDesk(desk -> {
            ReportDoors doors = desk.reports();
            List<Fault> faults;
            try {
                faults = doors.filings().check(terminal.person(), id, (handle, referral) -> {
                    ItemReport.Gathered gathered = doors.reports()
                            .gather(handle, referral.itemId())
                            .orElseThrow(() -> new WrongUse("cli.wrong.no-item", referral.itemId()));
                    return () -> doors.reports().draft(gathered, type, doors.reporter());
                });
            } catch (FilingRefused refused) {
                throw new WrongUse("cli.wrong.no-report", id);
            }
            terminal.says().result(checked(id, faults, desk.texts()), words(faults, desk.texts()));
            return faults.isEmpty() ? Exit.DONE : Exit.NO;
        });
    }

    private static Map<String, Object> checked(String id, List<Fault> faults, Texts texts) {
        var object = new LinkedHashMap<String, Object>();
        object.put("referral", id);
        object.put("valid", faults.isEmpty());
        object.put(
                "faults",
                faults.stream()
                        .map(fault ->
                                Map.of("field", fault.path(), "rule", fault.rule(), "reason", fault.sentence(texts)))
                        .toList());
        return object;
    }

    private static String words(List<Fault> faults, Texts texts) {
        return faults.isEmpty()
                ? texts.get("cli.referrals.valid")
                : faults.stream()
                        .map(fault -> texts.get("cli.referrals.fault", fault.path(), fault.sentence(texts)))
                        .collect(Collectors.joining("\n"));
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
