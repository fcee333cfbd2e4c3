package org.moderationdesk.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.emergency.Call;
import org.moderationdesk.emergency.Emergencies;
import org.moderationdesk.emergency.Outcome;
import org.moderationdesk.emergency.OutcomeKind;
import org.moderationdesk.emergency.Script;
import org.moderationdesk.referrals.targets.SupportLines;
import org.moderationdesk.referrals.targets.Target;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Danger to life now. */
@Command(name = "emergency")
final class EmergencyCommand implements Callable<Integer> {
    private static final int MOST = 1_000;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    EmergencyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), terminal.texts().get("cli.wrong.subcommand"));
    }

    @Command(name = "script")
    int script(
            @Parameters(paramLabel = "ITEM", descriptionKey = "moderation-desk.referrals.emergency.item") String item,
            @Option(
                            names = "--region",
                            paramLabel = "XX",
                            descriptionKey = "moderation-desk.referrals.emergency.region")
                    @Nullable
                    String region)
            throws Exception {
        return terminal.withDesk(desk -> {
            Script script =
                    desk.authorities().emergencies().script(terminal.person(), item, Optional.ofNullable(region));
            terminal.says().result(object(script), words(script, desk.texts()));
            return Exit.DONE;
        });
    }

    @Command(name = "call")
    int called(
            @Parameters(paramLabel = "ITEM", descriptionKey = "moderation-desk.referrals.emergency.item") String item,
            @Option(
                            names = "--region",
                            paramLabel = "XX",
                            descriptionKey = "moderation-desk.referrals.emergency.region")
                    @Nullable
                    String region,
            @Option(names = "--who", paramLabel = "TEXT", descriptionKey = "moderation-desk.referrals.emergency.who")
                    @Nullable
                    String who,
            @Option(
                            names = "--where",
                            paramLabel = "TEXT",
                            descriptionKey = "moderation-desk.referrals.emergency.where")
                    @Nullable
                    String where,
            @Option(names = "--how", paramLabel = "TEXT", descriptionKey = "moderation-desk.referrals.emergency.how")
                    @Nullable
                    String how,
            @Option(
                            names = "--number",
                            paramLabel = "TEXT",
                            descriptionKey = "moderation-desk.referrals.emergency.number")
                    @Nullable
                    String number,
            @Option(names = "--at", paramLabel = "TIME", descriptionKey = "moderation-desk.referrals.emergency.at")
                    @Nullable
                    String at)
            throws Exception {
        var said = new Emergencies.Said(who, where, how, number, moment(at));
        return terminal.withDesk(desk -> {
            Call call =
                    desk.authorities().emergencies().call(terminal.person(), item, Optional.ofNullable(region), said);
            terminal.says()
                    .result(
                            object(call),
                            desk.texts()
                                    .get(
                                            "cli.emergency.called",
                                            call.id(),
                                            call.calledAt().toString()));
            return Exit.DONE;
        });
    }

    @Command(name = "outcome")
    int outcome(
            @Parameters(paramLabel = "CALL", descriptionKey = "moderation-desk.referrals.emergency.id") String id,
            @Option(
                            names = "--outcome",
                            paramLabel = "KIND",
                            required = true,
                            descriptionKey = "moderation-desk.referrals.emergency.outcome")
                    String kind,
            @Option(
                            names = "--reference",
                            paramLabel = "TEXT",
                            defaultValue = "",
                            descriptionKey = "moderation-desk.referrals.emergency.reference")
                    String reference,
            @Option(
                            names = "--words",
                            paramLabel = "TEXT",
                            defaultValue = "",
                            descriptionKey = "moderation-desk.referrals.emergency.words")
                    String words,
            @Option(names = "--at", paramLabel = "TIME", descriptionKey = "moderation-desk.referrals.emergency.at")
                    @Nullable
                    String at)
            throws Exception {
        OutcomeKind came = constant(kind);
        return terminal.withDesk(desk -> {
            Outcome outcome =
                    desk.authorities().emergencies().outcome(terminal.person(), id, came, moment(at), reference, words);
            Texts texts = desk.texts();
            terminal.says()
                    .result(
                            object(outcome),
                            texts.get("cli.emergency.ended", id, texts.get("emergency.outcome." + outcome.kind())));
            return Exit.DONE;
        });
    }

    @Command(name = "list")
    int list() throws Exception {
        return terminal.withDesk(desk -> {
            terminal.each(
                    desk.authorities().emergencies().newest(terminal.person(), MOST),
                    "cli.none.calls",
                    call -> terminal.says().result(object(call), row(call, desk.texts())));
            return Exit.DONE;
        });
    }

    @Command(name = "support")
    int support(
            @Option(
                            names = "--region",
                            paramLabel = "XX",
                            descriptionKey = "moderation-desk.referrals.emergency.region")
                    @Nullable
                    String region)
            throws Exception {
        return terminal.withDesk(desk -> {
            Emergencies emergencies = desk.authorities().emergencies();
            List<Target> lines = emergencies.support(region == null ? emergencies.own() : region);
            if (lines.isEmpty()) {
                terminal.none("cli.none.support");
                return Exit.DONE;
            }
            var object = new LinkedHashMap<String, Object>();
            object.put("lines", lines.stream().map(Target::code).toList());
            object.put("words", SupportLines.notice(lines, desk.texts()));
            terminal.says().result(object, SupportLines.notice(lines, desk.texts()));
            return Exit.DONE;
        });
    }

    private static String words(Script script, Texts texts) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.get(
                "emergency.script.call",
                script.to().contact(),
                script.to().name().in(texts.language())));
        if (!script.local()) {
            lines.add(texts.get("emergency.script.elsewhere", script.region()));
        }
        lines.add(line(texts, "emergency.script.who", script.who()));
        lines.add(line(texts, "emergency.script.where", script.where()));
        lines.add(line(texts, "emergency.script.how", script.how()));
        return String.join("\n", lines);
    }

    private static String line(Texts texts, String key, List<String> known) {
        return texts.get(key) + "  "
                + (known.isEmpty() ? texts.get("emergency.script.unknown") : String.join(", ", known));
    }

    private static String row(Call call, Texts texts) {
        return texts.get(
                "cli.emergency.row",
                call.id(),
                call.calledAt().toString(),
                call.number(),
                call.by(),
                call.itemId(),
                call.outcomes().isEmpty()
                        ? texts.get("cli.emergency.open")
                        : texts.get(
                                "emergency.outcome." + call.outcomes().getLast().kind()));
    }

    private static Map<String, Object> object(Script script) {
        var object = new LinkedHashMap<String, Object>();
        object.put("item", script.itemId());
        object.put("region", script.region());
        object.put("number", script.to().contact());
        object.put("target", script.to().code());
        object.put("local", script.local());
        object.put("who", script.who());
        object.put("where", script.where());
        object.put("how", script.how());
        return object;
    }

    private static Map<String, Object> object(Call call) {
        var object = new LinkedHashMap<String, Object>();
        object.put("call", call.id());
        object.put("item", call.itemId());
        object.put("target", call.target());
        object.put("number", call.number());
        object.put("region", call.region());
        object.put("who", call.who());
        object.put("where", call.where());
        object.put("how", call.how());
        object.put("by", call.by());
        object.put("at", call.calledAt().toString());
        object.put("open", call.isOpen());
        object.put(
                "outcomes",
                call.outcomes().stream().map(EmergencyCommand::object).toList());
        return object;
    }

    private static Map<String, Object> object(Outcome outcome) {
        var object = new LinkedHashMap<String, Object>();
        object.put("call", outcome.callId());
        object.put("outcome", outcome.kind().name());
        object.put("at", outcome.endedAt().toString());
        object.put("reference", outcome.reference());
        object.put("words", outcome.words());
        object.put("by", outcome.by());
        return object;
    }

    private static @Nullable Instant moment(@Nullable String given) {
        return given == null ? null : DossiersCommand.time(given);
    }

    private static OutcomeKind constant(String given) {
        String wanted = given.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        for (OutcomeKind kind : OutcomeKind.values()) {
            if (kind.name().equals(wanted)) {
                return kind;
            }
        }
        throw new WrongUse("cli.wrong.choice", given);
    }
}
