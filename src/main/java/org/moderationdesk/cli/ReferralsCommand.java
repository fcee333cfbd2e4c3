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
import org.moderationdesk.referrals.Referral;
import org.moderationdesk.referrals.ReferralFile;
import org.moderationdesk.referrals.ReportDrafts.Content;
import org.moderationdesk.referrals.ReportDrafts.Prepared;
import org.moderationdesk.referrals.Standing;
import org.moderationdesk.referrals.ncmec.Fault;
import org.moderationdesk.referrals.ncmec.IncidentType;
import org.moderationdesk.referrals.ncmec.XmlRefused;
import org.moderationdesk.staff.Person;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Referrals as decisions recorded them, and the reports to NCMEC that are made of them. */
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

    @Command(name = "show")
    int show(@Parameters(paramLabel = "ID", descriptionKey = "moderation-desk.referrals.id") String id)
            throws Exception {
        return terminal.withDesk(desk -> {
            ReferralFile file =
                    desk.reports().workspace().open(terminal.person(), id).orElseThrow(() -> unknown(id));
            terminal.says().result(ReferralLines.object(file), ReferralLines.words(file, desk.texts()));
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
            List<Fault> faults = faults(desk.reports(), id, type);
            terminal.says().result(checked(id, faults, desk.texts()), words(faults, desk.texts()));
            return faults.isEmpty() ? Exit.DONE : Exit.NO;
        });
    }

    @Command(name = "send")
    int send(
            @Parameters(paramLabel = "ID", descriptionKey = "moderation-desk.referrals.id") String id,
            @Option(names = "--incident-type", paramLabel = "TYPE", descriptionKey = "moderation-desk.referrals.type")
                    @Nullable
                    IncidentType type)
            throws Exception {
        return terminal.withDesk(desk -> {
            ReportDoors doors = desk.reports();
            Person person = terminal.person();
            Referral before = doors.workspace().find(person, id).orElseThrow(() -> unknown(id));
            try {
                switch (before.standing()) {
                    case HALTED -> doors.sending().letGoOn(person, id);
                    case UNDER_WAY -> {}
                    default -> begin(doors, id, type);
                }
            } catch (FilingRefused refused) {
                return refused(id, refused, desk.texts());
            }
            return told(desk, id, List.of(Standing.SENT, Standing.TESTED, Standing.KEPT));
        });
    }

    @Command(name = "retract")
    int retract(@Parameters(paramLabel = "ID", descriptionKey = "moderation-desk.referrals.id") String id)
            throws Exception {
        return terminal.withDesk(desk -> {
            ReportDoors doors = desk.reports();
            Referral unused = doors.workspace().find(terminal.person(), id).orElseThrow(() -> unknown(id));
            try {
                doors.sending().takeBack(terminal.person(), id);
            } catch (FilingRefused refused) {
                return refused(id, refused, desk.texts());
            }
            return told(desk, id, List.of(Standing.TAKEN_BACK));
        });
    }

    @Command(name = "fetch-schema")
    int fetchSchema() throws Exception {
        return terminal.withDesk(desk -> {
            ReportDoors doors = desk.reports();
            try {
                byte[] schema = doors.sending().fetchSchema(terminal.person());
                String sha = doors.schemas().keep(terminal.person(), schema);
                terminal.says()
                        .result(
                                Map.of("sha256", sha, "bytes", schema.length),
                                desk.texts().get("cli.referrals.schema", sha));
                return Exit.DONE;
            } catch (FilingRefused refused) {
                return refused("", refused, desk.texts());
            } catch (XmlRefused noSchema) {
                terminal.says().message(desk.texts().get("cli.referrals.no-schema"));
                return Exit.NO;
            }
        });
    }

    private void begin(ReportDoors doors, String id, @Nullable IncidentType type) {
        Person person = terminal.person();
        if (type != null) {
            Prepared prepared = doors.drafts().prepare(person, id);
            int unused = doors.drafts().save(person, id, typed(doors, prepared, type), prepared.revision());
        }
        String unused = doors.sending().begin(person, id).id();
    }

    /** Takes it on, and says how far it came. */
    private int told(OpenedDesk desk, String id, List<Standing> well) {
        ReportDoors doors = desk.reports();
        int troubles = doors.sending().goOn(terminal.person()).size();
        ReferralFile file = doors.workspace().read(terminal.person(), id).orElseThrow(() -> unknown(id));
        terminal.says().result(ReferralLines.object(file), ReferralLines.words(file, desk.texts()));
        boolean done = well.contains(file.referral().standing());
        return done && troubles == 0 ? Exit.DONE : Exit.NO;
    }

    private List<Fault> faults(ReportDoors doors, String id, @Nullable IncidentType type) {
        try {
            Prepared prepared = doors.drafts().prepare(terminal.person(), id);
            return doors.drafts().check(type == null ? prepared.content() : typed(doors, prepared, type));
        } catch (FilingRefused refused) {
            throw new WrongUse("cli.wrong.no-report", id);
        }
    }

    private static Content typed(ReportDoors doors, Prepared prepared, IncidentType type) {
        return new Content(
                doors.drafts()
                        .fields()
                        .with(prepared.content().report(), "report/incidentSummary/incidentType", type.code()),
                prepared.content().files());
    }

    private int refused(String id, FilingRefused refused, Texts texts) {
        var object = new LinkedHashMap<String, Object>();
        object.put("referral", id);
        object.put("accepted", false);
        object.put("why", refused.why().name());
        object.put("faults", faults(refused.faults(), texts));
        String sentence = texts.get("referrals.refused." + refused.why());
        terminal.says()
                .result(
                        object,
                        refused.faults().isEmpty() ? sentence : sentence + "\n" + words(refused.faults(), texts));
        return Exit.NO;
    }

    private static WrongUse unknown(String id) {
        return new WrongUse("cli.wrong.no-referral", id);
    }

    private static Map<String, Object> checked(String id, List<Fault> faults, Texts texts) {
        var object = new LinkedHashMap<String, Object>();
        object.put("referral", id);
        object.put("valid", faults.isEmpty());
        object.put("faults", faults(faults, texts));
        return object;
    }

    private static List<Object> faults(List<Fault> faults, Texts texts) {
        return faults.stream()
                .<Object>map(
                        fault -> Map.of("field", fault.path(), "rule", fault.rule(), "reason", fault.sentence(texts)))
                .toList();
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
