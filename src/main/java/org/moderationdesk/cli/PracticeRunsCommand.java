package org.moderationdesk.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.practice.Assignment;
import org.moderationdesk.practice.AssignmentTerms;
import org.moderationdesk.practice.Certificate;
import org.moderationdesk.practice.Dispute;
import org.moderationdesk.practice.Feedback;
import org.moderationdesk.practice.KeyJson;
import org.moderationdesk.practice.Practice;
import org.moderationdesk.practice.PracticeExport;
import org.moderationdesk.practice.Run;
import org.moderationdesk.practice.Score;
import org.moderationdesk.practice.Whom;
import org.moderationdesk.practice.scoring.PracticePapers;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;
import org.moderationdesk.staff.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The half of {@code practice} that is about people: who is asked, what came of it, questioned keys, certificates. */
@Command
abstract class PracticeRunsCommand {
    private static final int PAGE = 200;
    private static final int MOST_ATTEMPTS = 1_000;

    private final Terminal terminal;

    PracticeRunsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(name = "assign")
    int assign(
            @Parameters(paramLabel = "SET", descriptionKey = "moderation-desk.practice.set") String name,
            @Option(names = "--to", split = ",", paramLabel = "NAME", descriptionKey = "moderation-desk.practice.to")
                    @Nullable
                    List<String> people,
            @Option(names = "--role", paramLabel = "ROLE", descriptionKey = "moderation-desk.practice.role") @Nullable
                    Role role,
            @Option(names = "--queue", paramLabel = "NAME", descriptionKey = "moderation-desk.practice.queue") @Nullable
                    String queue,
            @Option(names = "--due", paramLabel = "TIME", descriptionKey = "moderation-desk.practice.due") @Nullable
                    String due,
            @Option(
                            names = "--attempts",
                            paramLabel = "N",
                            defaultValue = "0",
                            descriptionKey = "moderation-desk.practice.attempts")
                    int attempts,
            @Option(
                            names = "--feedback",
                            paramLabel = "WHEN",
                            defaultValue = "AT_THE_END",
                            descriptionKey = "moderation-desk.practice.feedback")
                    Feedback feedback,
            @Option(names = "--in-order", descriptionKey = "moderation-desk.practice.in-order") boolean inOrder,
            @Option(names = "--hide-time", descriptionKey = "moderation-desk.practice.hide-time") boolean hideTime)
            throws Exception {
        List<Whom> whom = Stream.of(
                        Optional.ofNullable(people).<Whom>map(Whom.Named::new),
                        Optional.ofNullable(role).<Whom>map(Whom.OfRole::new),
                        Optional.ofNullable(queue).<Whom>map(Whom.OfQueue::new))
                .flatMap(Optional::stream)
                .toList();
        if (whom.size() != 1 || attempts < 0 || attempts > MOST_ATTEMPTS) {
            throw new WrongUse("cli.practice.whom");
        }
        var terms = new AssignmentTerms(moment(due), attempts, !inOrder, !hideTime, feedback);
        return terminal.withDesk(desk -> {
            Person person = terminal.person();
            String id = desk.practice().sets().find(person, name).id();
            Assignment made = desk.practice().assignments().assign(person, id, whom.getFirst(), terms);
            var object = new LinkedHashMap<String, @Nullable Object>();
            object.put("assignment", made.id());
            object.put("set", id);
            object.put("people", made.people());
            object.put("due", made.due() == null ? null : made.due().toString());
            terminal.says().result(object, desk.texts().get("cli.practice.assigned", String.join(", ", made.people())));
            return Exit.DONE;
        });
    }

    private static @Nullable Instant moment(@Nullable String given) {
        try {
            return given == null ? null : OffsetDateTime.parse(given).toInstant();
        } catch (DateTimeException noTime) {
            throw new WrongUse("cli.wrong.time", String.valueOf(given));
        }
    }

    /** The scores of a set's runs; of one's own for who does not train. */
    @Command(name = "score")
    int score(@Parameters(paramLabel = "SET", descriptionKey = "moderation-desk.practice.set") String name)
            throws Exception {
        return terminal.withDesk(desk -> {
            Person person = terminal.person();
            Practice practice = desk.practice();
            String id = practice.sets().find(person, name).id();
            if (!Rights.has(person, Right.TRAIN)) {
                List<Run> own = practice.runs().own(person).stream()
                        .filter(run -> run.setId().equals(id))
                        .toList();
                terminal.each(own, "cli.none.runs-own", run -> told(run, desk));
                return Exit.DONE;
            }
            List<Run> page = practice.results().ofSet(person, id, null, PAGE);
            terminal.each(page, "cli.none.runs", run -> told(run, desk));
            while (!page.isEmpty()) {
                page = practice.results().ofSet(person, id, page.getLast(), PAGE);
                page.forEach(run -> told(run, desk));
            }
            return Exit.DONE;
        });
    }

    private void told(Run run, OpenedDesk desk) {
        Score score = run.score();
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("run", run.id());
        object.put("person", run.person());
        object.put("attempt", run.attempt());
        object.put("version", run.version());
        object.put("state", run.state());
        object.put("answered", run.answered());
        object.put("items", run.items());
        object.put("score", score == null ? null : score.percent());
        object.put("right", score == null ? null : score.right());
        object.put("severe", score == null ? null : score.severe());
        object.put("passed", score == null ? null : score.passed());
        String result = score == null
                ? desk.texts().get("cli.practice.running", run.answered(), run.items())
                : desk.texts()
                        .get(
                                score.passed() ? "cli.practice.passed" : "cli.practice.failed",
                                score.percent(),
                                score.right(),
                                score.items());
        terminal.says().result(object, desk.texts().get("cli.practice.run", run.person(), run.attempt(), result));
    }

    @Command(name = "disputes")
    int disputes() throws Exception {
        return terminal.withDesk(desk -> {
            terminal.each(
                    desk.practice().disputes().open(terminal.person()), "cli.none.disputes", one -> told(one, desk));
            return Exit.DONE;
        });
    }

    private void told(Dispute one, OpenedDesk desk) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("dispute", one.id());
        object.put("set", one.setId());
        object.put("item", one.itemId());
        object.put("person", one.person());
        object.put("at", one.at().toString());
        object.put("reason", one.reason());
        object.put("state", one.state());
        object.put("ruling", one.ruling());
        terminal.says()
                .result(
                        object,
                        desk.texts().get("cli.practice.dispute", one.id(), one.itemId(), one.person(), one.reason()));
    }

    /** Keeps a questioned key, or with a file of one line puts another in its place. */
    @Command(name = "rule")
    int rule(
            @Parameters(paramLabel = "DISPUTE", descriptionKey = "moderation-desk.practice.dispute") String id,
            @Option(names = "--key", paramLabel = "FILE", descriptionKey = "moderation-desk.practice.key") @Nullable
                    Path key,
            @Option(
                            names = "--why",
                            required = true,
                            paramLabel = "TEXT",
                            descriptionKey = "moderation-desk.practice.why")
                    String why)
            throws Exception {
        List<String> lines = PracticeCommand.lines(key);
        if (key != null && lines.stream().filter(line -> !line.isBlank()).count() != 1) {
            throw new WrongUse("cli.practice.one-key");
        }
        return terminal.withDesk(desk -> {
            Person person = terminal.person();
            var disputes = desk.practice().disputes();
            int scoredAnew = 0;
            if (key == null) {
                Dispute _ = disputes.keep(person, id, why);
            } else {
                KeyJson.Line line = KeyJson.read(
                        lines.stream().filter(one -> !one.isBlank()).findFirst().orElseThrow(),
                        "keys 1",
                        person.name());
                scoredAnew = disputes.change(person, id, line.key(), why).size();
            }
            var object = new LinkedHashMap<String, Object>();
            object.put("dispute", id);
            object.put("state", key == null ? "KEPT" : "CHANGED");
            object.put("scoredAnew", scoredAnew);
            terminal.says()
                    .result(
                            object,
                            key == null
                                    ? desk.texts().get("cli.practice.kept")
                                    : desk.texts().get("cli.practice.changed", scoredAnew));
            return Exit.DONE;
        });
    }

    @Command(name = "certify")
    int certify(
            @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "moderation-desk.people.name") String name,
            @Parameters(
                            index = "1",
                            paramLabel = "CERTIFICATION",
                            descriptionKey = "moderation-desk.practice.certification")
                    String certification)
            throws Exception {
        return terminal.withDesk(desk -> {
            Certificate given = desk.practice().certifying().certify(terminal.person(), name, certification);
            var object = new LinkedHashMap<String, Object>();
            object.put("certificate", given.id());
            object.put("person", given.person());
            object.put("certification", given.certification());
            object.put("until", given.until().toString());
            terminal.says()
                    .result(
                            object,
                            desk.texts()
                                    .get(
                                            "cli.practice.certified",
                                            name,
                                            certification,
                                            given.until().toString()));
            return Exit.DONE;
        });
    }

    /** What came of a run that is over, on paper. */
    @Command(name = "report")
    int report(
            @Parameters(paramLabel = "RUN", descriptionKey = "moderation-desk.practice.run") String run,
            @Option(
                            names = "--out",
                            required = true,
                            paramLabel = "FILE",
                            descriptionKey = "moderation-desk.practice.out")
                    Path file)
            throws Exception {
        return terminal.withDesk(desk -> {
            int pages;
            try {
                pages = PracticePapers.of(desk.practice(), desk.rules())
                        .run(terminal.person(), run, desk.texts(), ZoneId.systemDefault(), file);
            } catch (IOException unwritable) {
                throw new WrongUse("cli.wrong.out", file);
            }
            var object = new LinkedHashMap<String, Object>();
            object.put("pages", pages);
            terminal.says().result(object, desk.texts().get("cli.practice.printed", pages));
            return Exit.DONE;
        });
    }

    /** What a set says, or what was answered in it, as a file. */
    @Command(name = "export")
    int export(
            @Parameters(paramLabel = "SET", descriptionKey = "moderation-desk.practice.set") String name,
            @Option(
                            names = "--out",
                            required = true,
                            paramLabel = "FILE",
                            descriptionKey = "moderation-desk.practice.out")
                    Path file,
            @Option(
                            names = "--what",
                            paramLabel = "NAME",
                            defaultValue = "results",
                            descriptionKey = "moderation-desk.practice.what")
                    String what,
            @Option(
                            names = "--as-format",
                            paramLabel = "NAME",
                            defaultValue = "csv",
                            descriptionKey = "moderation-desk.practice.form")
                    String form)
            throws Exception {
        What wanted = constant(What.class, what);
        PracticeExport.Form written = constant(PracticeExport.Form.class, form);
        return terminal.withDesk(desk -> {
            Person person = terminal.person();
            String id = desk.practice().sets().find(person, name).id();
            PracticeExport export = desk.practice().export();
            long rows;
            try {
                rows = switch (wanted) {
                    case RESULTS -> export.results(person, id, written, file);
                    case ITEMS -> export.items(person, id, file);
                    case KEYS -> export.keys(person, id, file);
                };
            } catch (IOException unwritable) {
                throw new WrongUse("cli.wrong.out", file);
            }
            var object = new LinkedHashMap<String, Object>();
            object.put("rows", rows);
            terminal.says().result(object, desk.texts().get("cli.practice.exported", rows));
            return Exit.DONE;
        });
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String given) {
        return Stream.of(type.getEnumConstants())
                .filter(one -> one.name().equalsIgnoreCase(given))
                .findFirst()
                .orElseThrow(() -> new WrongUse("cli.wrong.choice", given));
    }

    /** What is written. */
    private enum What {
        RESULTS,
        ITEMS,
        KEYS
    }
}
