package org.moderationdesk.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.CanonicalJson;
import org.moderationdesk.queue.Preview;
import org.moderationdesk.routing.Plan;
import org.moderationdesk.routing.PlanJson;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The queues there are, and the rules that bring cases into them. */
@Command(name = "queues")
final class QueuesCommand implements Callable<Integer> {
    private static final long LARGEST = 1_000_000;
    private static final int VERSIONS = 100;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    QueuesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), terminal.texts().get("cli.wrong.subcommand"));
    }

    @Command(name = "list")
    int list() throws Exception {
        return terminal.withDesk(desk -> {
            Person person = terminal.person();
            Rights.require(person, Right.LOOK);
            Plan plan = desk.plans().inForce(person);
            terminal.each(desk.queue().queues(person), "cli.none.queues", name -> {
                var counts = desk.queue().counts(person, name);
                var object = new LinkedHashMap<String, @Nullable Object>();
                object.put("queue", name);
                object.put("waiting", counts.waiting());
                object.put("held", counts.held());
                object.put("member", plan.admits(person.name(), name));
                object.put("default", name.equals(plan.fallback()));
                String certificate = plan.certificate(name).orElse(null);
                object.put("certificate", certificate);
                terminal.says()
                        .result(
                                object,
                                certificate == null
                                        ? desk.texts().get("cli.queues.row", name, counts.waiting(), counts.held())
                                        : desk.texts()
                                                .get(
                                                        "cli.queues.row.certificate",
                                                        name,
                                                        counts.waiting(),
                                                        counts.held(),
                                                        certificate));
            });
            return Exit.DONE;
        });
    }

    /** The plan as JSON, in the form that dry-run and save take. */
    @Command(name = "show")
    int show(
            @Option(names = "--plan", paramLabel = "N", descriptionKey = "moderation-desk.queues.plan") @Nullable
                    Integer version)
            throws Exception {
        return terminal.withDesk(desk -> {
            Person person = terminal.person();
            Rights.require(person, Right.SET_ROUTING);
            Plan plan = version == null
                    ? desk.plans().inForce(person)
                    : desk.plans().version(person, version).orElse(null);
            if (plan == null) {
                throw new WrongUse("cli.queues.no-version", String.valueOf(version));
            }
            var object = PlanJson.toMap(plan);
            terminal.says().result(object, CanonicalJson.write(object));
            return Exit.DONE;
        });
    }

    @Command(name = "history")
    int history() throws Exception {
        return terminal.withDesk(desk -> {
            terminal.each(desk.plans().history(terminal.person(), VERSIONS), "cli.none.queue-plans", version -> {
                var object = new LinkedHashMap<String, Object>();
                object.put("version", version.plan().version());
                object.put("at", version.at().toString());
                object.put("by", version.by());
                object.put(
                        "changes",
                        version.changes().stream()
                                .map(change -> (change.kind() + " " + change.name()).strip())
                                .toList());
                terminal.says()
                        .result(
                                object,
                                desk.texts()
                                        .get(
                                                "cli.queues.version",
                                                version.plan().version(),
                                                version.at().toString(),
                                                version.by(),
                                                version.changes().size()));
            });
            return Exit.DONE;
        });
    }

    @Command(name = "dry-run")
    int dryRun(@Parameters(paramLabel = "FILE", descriptionKey = "moderation-desk.queues.file") Path file)
            throws Exception {
        String json = PlanFile.read(file, LARGEST, "cli.queues.too-large");
        return terminal.withDesk(desk -> {
            Person person = terminal.person();
            Plan plan = desk.plans()
                    .checked(person, PlanJson.read(desk.plans().inForce(person).version(), json));
            Preview preview = desk.rerouting().dryRun(person, plan, terminal.progress("cli.progress.steps"));
            terminal.each(preview.flows(), "cli.none.flows", flow -> {
                var object = new LinkedHashMap<String, Object>();
                object.put("from", flow.from());
                object.put("to", flow.to());
                object.put("waiting", flow.waiting());
                object.put("held", flow.held());
                terminal.says()
                        .result(
                                object,
                                desk.texts()
                                        .get("cli.queues.flow", flow.from(), flow.to(), flow.waiting(), flow.held()));
            });
            return Exit.DONE;
        });
    }

    /** Makes a new version of what is in the file, and moves what waits. */
    @Command(name = "save")
    int save(@Parameters(paramLabel = "FILE", descriptionKey = "moderation-desk.queues.file") Path file)
            throws Exception {
        String json = PlanFile.read(file, LARGEST, "cli.queues.too-large");
        return terminal.withDesk(desk -> {
            Person person = terminal.person();
            Plan plan = PlanJson.read(desk.plans().inForce(person).version(), json);
            return moved(desk, desk.plans().save(person, plan).version());
        });
    }

    /** Goes on with moving what waits. */
    @Command(name = "move")
    int move() throws Exception {
        return terminal.withDesk(
                desk -> moved(desk, desk.plans().inForce(terminal.person()).version()));
    }

    private int moved(OpenedDesk desk, int version) {
        long moved = desk.rerouting().apply(terminal.person(), terminal.progress("cli.progress.steps"));
        var object = new LinkedHashMap<String, Object>();
        object.put("version", version);
        object.put("moved", moved);
        terminal.says().result(object, desk.texts().get("cli.queues.moved", version, moved));
        return Exit.DONE;
    }
}
