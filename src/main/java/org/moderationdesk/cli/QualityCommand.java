package org.moderationdesk.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.decisions.DecisionRefused;
import org.moderationdesk.decisions.Recorded;
import org.moderationdesk.quality.Coverage;
import org.moderationdesk.quality.Difference;
import org.moderationdesk.quality.Differences.Verdict;
import org.moderationdesk.quality.Stratum;
import org.moderationdesk.staff.Person;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Blind second reviews: what waits, where they differ, and how far it has come; plans lie under {@code quality plans}. */
@Command(name = "quality")
final class QualityCommand implements Callable<Integer> {
    private static final String DAYS = "30";

    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    QualityCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), terminal.texts().get("cli.wrong.subcommand"));
    }

    /** What waits for this person; the answer itself is given in the window, under cover. */
    @Command(name = "waiting")
    int waiting() throws Exception {
        return terminal.withDesk(desk -> {
            terminal.each(desk.quality().seconds().waiting(terminal.person()), "cli.none.second-reviews", one -> {
                var object = new LinkedHashMap<String, Object>();
                object.put("review", one.id());
                object.put("item", one.itemId());
                object.put("sections", one.sections());
                object.put("dueAt", one.due().toString());
                terminal.says()
                        .result(
                                object,
                                desk.texts()
                                        .get(
                                                "cli.quality.waiting",
                                                one.id(),
                                                one.itemId(),
                                                String.join(" ", one.sections()),
                                                one.due().toString()));
            });
            return Exit.DONE;
        });
    }

    @Command(name = "differences")
    int differences() throws Exception {
        return terminal.withDesk(desk -> {
            terminal.each(
                    desk.quality().differences().open(terminal.person()),
                    "cli.none.differences",
                    one -> listed(one, desk));
            return Exit.DONE;
        });
    }

    private void listed(Difference one, OpenedDesk desk) {
        List<String> fields = one.fields().stream().sorted().toList();
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("review", one.reviewId());
        object.put("decision", one.decisionId());
        object.put("item", one.itemId());
        object.put("section", one.section());
        object.put("fields", fields);
        object.put("first", one.first().outcome());
        object.put("second", one.second().outcome());
        object.put("decidedAt", one.decidedAt().toString());
        object.put("mayResolve", one.against() == null);
        terminal.says()
                .result(
                        object,
                        desk.texts()
                                .get(
                                        "cli.quality.difference",
                                        one.reviewId(),
                                        one.itemId(),
                                        String.valueOf(one.first().outcome()),
                                        String.valueOf(one.second().outcome()),
                                        String.join(" ", fields)));
    }

    @Command(name = "resolve")
    int resolve(
            @Parameters(paramLabel = "REVIEW", descriptionKey = "moderation-desk.quality.review") String review,
            @Option(
                            names = "--verdict",
                            paramLabel = "KIND",
                            required = true,
                            descriptionKey = "moderation-desk.quality.verdict")
                    Verdict verdict,
            @Option(
                            names = "--note",
                            paramLabel = "TEXT",
                            defaultValue = "",
                            descriptionKey = "moderation-desk.quality.note")
                    String note)
            throws Exception {
        return terminal.withDesk(desk -> {
            try {
                Optional<Recorded> made =
                        desk.quality().differences().resolve(terminal.person(), review, verdict, note);
                var object = new LinkedHashMap<String, @Nullable Object>();
                object.put("review", review);
                object.put("verdict", verdict);
                object.put("replacement", made.map(Recorded::decisionId).orElse(null));
                object.put("state", made.map(Recorded::state).orElse(null));
                terminal.says().result(object, desk.texts().get("cli.quality.resolved." + verdict, review));
                return Exit.DONE;
            } catch (DecisionRefused refused) {
                return new DecisionWords(terminal.says(), desk).refused(review, refused);
            }
        });
    }

    /** Takes back what was made of a difference, while there is time. */
    @Command(name = "undo")
    int undo(@Parameters(paramLabel = "REVIEW", descriptionKey = "moderation-desk.quality.review") String review)
            throws Exception {
        return terminal.withDesk(desk -> {
            desk.quality().differences().undo(terminal.person(), review);
            terminal.says().result(Map.of("review", review), desk.texts().get("cli.quality.undone", review));
            return Exit.DONE;
        });
    }

    @Command(name = "coverage")
    int coverage(
            @Option(
                            names = "--days",
                            paramLabel = "N",
                            defaultValue = DAYS,
                            descriptionKey = "moderation-desk.quality.days")
                    int days)
            throws Exception {
        return terminal.withDesk(desk -> {
            Person person = terminal.person();
            Instant now = desk.quality().clock().instant();
            Coverage found = desk.quality().coverages().of(person, now.minus(Duration.ofDays(days)), now);
            found.lines().forEach(line -> told(line, desk));
            told(found.total(), desk);
            Instant through = found.through();
            terminal.says()
                    .message(
                            through == null
                                    ? desk.texts().get("cli.quality.never")
                                    : desk.texts().get("cli.quality.through", through.toString()));
            return Exit.DONE;
        });
    }

    private void told(Coverage.Line line, OpenedDesk desk) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        Stratum stratum = line.stratum();
        object.put("stratum", stratum == null ? null : name(stratum));
        object.put("decisions", line.decisions());
        object.put("drawn", line.drawn());
        object.put("waiting", line.waiting());
        object.put("overdue", line.overdue());
        object.put("reviewed", line.reviewed());
        object.put("agreed", line.agreed());
        object.put("disputed", line.disputed());
        object.put("open", line.open());
        object.put("dropped", line.dropped());
        terminal.says()
                .result(
                        object,
                        desk.texts()
                                .get(
                                        "cli.quality.coverage",
                                        stratum == null ? desk.texts().get("cli.quality.all") : name(stratum),
                                        line.decisions(),
                                        line.drawn(),
                                        line.waiting(),
                                        line.reviewed(),
                                        line.agreed(),
                                        line.disputed()));
    }

    static String name(Stratum stratum) {
        return (stratum.kind() + " " + stratum.section()).strip();
    }
}
