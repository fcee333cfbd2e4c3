package org.moderationdesk.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.CanonicalJson;
import org.moderationdesk.quality.PlanJson;
import org.moderationdesk.quality.Sampled;
import org.moderationdesk.quality.Sampling;
import org.moderationdesk.quality.SamplingPlan;
import org.moderationdesk.staff.Person;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The plan by which decisions are drawn for a second review. */
@Command(name = "plans")
final class SamplingCommand implements Callable<Integer> {
    private static final long LARGEST = 100_000;
    private static final int VERSIONS = 100;
    private static final String DAYS = "7";

    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    SamplingCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), terminal.texts().get("cli.wrong.subcommand"));
    }

    @Command(name = "list")
    int list() throws Exception {
        return terminal.withDesk(desk -> {
            var versions = desk.quality().plans().history(terminal.person(), VERSIONS);
            terminal.each(versions, "cli.none.sampling-plans", version -> {
                var object = new LinkedHashMap<String, Object>();
                object.put("version", version.plan().version());
                object.put("at", version.at().toString());
                object.put("by", version.by());
                terminal.says()
                        .result(
                                object,
                                desk.texts()
                                        .get(
                                                "cli.quality.plan",
                                                version.plan().version(),
                                                version.at().toString(),
                                                version.by()));
            });
            return Exit.DONE;
        });
    }

    /** The plan as JSON, in the form that dry-run and set take. */
    @Command(name = "show")
    int show(
            @Option(names = "--plan", paramLabel = "N", descriptionKey = "moderation-desk.quality.plans.plan") @Nullable
                    Integer version)
            throws Exception {
        return terminal.withDesk(desk -> {
            Person person = terminal.person();
            var plans = desk.quality().plans();
            SamplingPlan plan = version == null
                    ? plans.inForce(person)
                    : plans.version(person, version).orElse(null);
            if (plan == null) {
                throw new WrongUse("cli.queues.no-version", String.valueOf(version));
            }
            var object = PlanJson.toMap(plan);
            terminal.says().result(object, CanonicalJson.write(object));
            return Exit.DONE;
        });
    }

    @Command(name = "set")
    int set(@Parameters(paramLabel = "FILE", descriptionKey = "moderation-desk.quality.plans.file") Path file)
            throws Exception {
        String json = PlanFile.read(file, LARGEST, "cli.quality.too-large");
        return terminal.withDesk(desk -> {
            Person person = terminal.person();
            var plans = desk.quality().plans();
            SamplingPlan made =
                    plans.save(person, PlanJson.read(plans.inForce(person).version(), json));
            var object = new LinkedHashMap<String, Object>();
            object.put("version", made.version());
            terminal.says().result(object, desk.texts().get("cli.quality.set", made.version()));
            return Exit.DONE;
        });
    }

    @Command(name = "dry-run")
    int dryRun(
            @Parameters(paramLabel = "FILE", descriptionKey = "moderation-desk.quality.plans.file") Path file,
            @Option(
                            names = "--days",
                            paramLabel = "N",
                            defaultValue = DAYS,
                            descriptionKey = "moderation-desk.quality.days")
                    int days)
            throws Exception {
        String json = PlanFile.read(file, LARGEST, "cli.quality.too-large");
        return terminal.withDesk(desk -> {
            Person person = terminal.person();
            var plans = desk.quality().plans();
            SamplingPlan plan =
                    plans.checked(person, PlanJson.read(plans.inForce(person).version(), json));
            Instant now = desk.quality().clock().instant();
            Sampled would = desk.quality()
                    .sampling()
                    .dryRun(
                            person,
                            plan,
                            now.minus(Duration.ofDays(days)),
                            now,
                            terminal.progress("cli.progress.steps"));
            told(would, desk);
            return Exit.DONE;
        });
    }

    private void told(Sampled would, OpenedDesk desk) {
        for (Sampled.OfStratum one : would.strata()) {
            String name = QualityCommand.name(one.stratum());
            row("stratum", name, one.decisions(), one.drawn(), desk);
        }
        for (Sampled.OfReviewer one : would.reviewers()) {
            row("reviewer", one.person(), one.decisions(), one.drawn(), desk);
        }
        var object = new LinkedHashMap<String, Object>();
        object.put("decisions", would.decisions());
        object.put("drawn", would.drawn());
        object.put("seconds", would.seconds());
        terminal.says()
                .result(
                        object,
                        desk.texts().get("cli.quality.would", would.decisions(), would.drawn(), would.seconds()));
    }

    private void row(String kind, String name, long decisions, long drawn, OpenedDesk desk) {
        var object = new LinkedHashMap<String, Object>();
        object.put(kind, name);
        object.put("decisions", decisions);
        object.put("drawn", drawn);
        terminal.says().result(object, desk.texts().get("cli.quality.of", name, decisions, drawn));
    }

    /** Draws from where the last pass ended, up to five minutes ago. */
    @Command(name = "draw")
    int draw() throws Exception {
        return terminal.withDesk(desk -> {
            Sampling.Pass pass =
                    desk.quality().sampling().pass(terminal.person(), terminal.progress("cli.progress.steps"));
            var object = new LinkedHashMap<String, Object>();
            object.put("looked", pass.looked());
            object.put("drawn", pass.drawn());
            object.put("through", pass.through().toString());
            terminal.says()
                    .result(
                            object,
                            desk.texts()
                                    .get(
                                            "cli.quality.drawn",
                                            pass.looked(),
                                            pass.drawn(),
                                            pass.through().toString()));
            return Exit.DONE;
        });
    }
}
