package org.moderationdesk.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.referrals.targets.StoredTargets;
import org.moderationdesk.referrals.targets.Target;
import org.moderationdesk.referrals.targets.Targets;
import org.moderationdesk.referrals.targets.TargetsJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** To whom something can be referred, who can order something, and by which clocks. */
@Command(name = "targets")
final class TargetsCommand implements Callable<Integer> {
    private static final long LARGEST = 100_000;
    private static final int VERSIONS = 100;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    TargetsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), terminal.texts().get("cli.wrong.subcommand"));
    }

    @Command(name = "list")
    int list() throws Exception {
        return terminal.withDesk(desk -> {
            Targets targets = desk.authorities().targets().inForce();
            targets.all()
                    .forEach(target -> terminal.says().result(TargetsJson.toMap(target), row(target, desk.texts())));
            return Exit.DONE;
        });
    }

    /** One target as JSON, in the form that set takes. */
    @Command(name = "show")
    int show(
            @Parameters(paramLabel = "CODE", descriptionKey = "moderation-desk.referrals.targets.code") String code,
            @Option(names = "--plan", paramLabel = "N", descriptionKey = "moderation-desk.referrals.targets.plan")
                    @Nullable
                    Integer version)
            throws Exception {
        return terminal.withDesk(desk -> {
            StoredTargets stored = desk.authorities().targets();
            Targets targets = version == null
                    ? stored.inForce()
                    : stored.version(version)
                            .orElseThrow(() -> new WrongUse("cli.queues.no-version", String.valueOf(version)));
            Target target = targets.find(code).orElseThrow(() -> new WrongUse("cli.wrong.no-target", code));
            terminal.says().whole(TargetsJson.toMap(target));
            return Exit.DONE;
        });
    }

    /** Makes a new version, with the target of the file added or in the place of that of its code. */
    @Command(name = "set")
    int set(@Parameters(paramLabel = "FILE", descriptionKey = "moderation-desk.referrals.targets.file") Path file)
            throws Exception {
        Target target = TargetsJson.one(PlanFile.read(file, LARGEST, "cli.queues.too-large"));
        return terminal.withDesk(desk -> {
            StoredTargets stored = desk.authorities().targets();
            return made(stored.set(terminal.person(), stored.inForce().version(), target), target.code(), desk.texts());
        });
    }

    @Command(name = "remove")
    int remove(@Parameters(paramLabel = "CODE", descriptionKey = "moderation-desk.referrals.targets.code") String code)
            throws Exception {
        return terminal.withDesk(desk -> {
            StoredTargets stored = desk.authorities().targets();
            return made(stored.remove(terminal.person(), stored.inForce().version(), code), code, desk.texts());
        });
    }

    @Command(name = "history")
    int history() throws Exception {
        return terminal.withDesk(desk -> {
            terminal.each(desk.authorities().targets().history(VERSIONS), "cli.none.target-versions", version -> {
                var object = new LinkedHashMap<String, Object>();
                object.put("version", version.version());
                object.put("at", version.at().toString());
                object.put("by", version.by());
                object.put("changed", version.changed());
                terminal.says()
                        .result(
                                object,
                                desk.texts()
                                        .get(
                                                "cli.targets.version",
                                                version.version(),
                                                version.at().toString(),
                                                version.by(),
                                                String.join(", ", version.changed())));
            });
            return Exit.DONE;
        });
    }

    private int made(Targets targets, String code, Texts texts) {
        var object = new LinkedHashMap<String, Object>();
        object.put("version", targets.version());
        object.put("target", code);
        terminal.says().result(object, texts.get("cli.targets.made", targets.version(), code));
        return Exit.DONE;
    }

    private static String row(Target target, Texts texts) {
        return texts.get(
                "cli.targets.row",
                target.code(),
                target.name().in(texts.language()),
                deadline(target, texts),
                texts.get("referrals.targets.Channel." + target.channel()),
                target.contact());
    }

    /** By when, in words. */
    static String deadline(Target target, Texts texts) {
        return target.within()
                .map(time -> texts.get("referrals.targets.deadline.hours", time.toHours()))
                .orElseGet(() -> texts.get("referrals.targets.deadline." + target.deadline()));
    }
}
