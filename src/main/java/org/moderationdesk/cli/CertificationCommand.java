package org.moderationdesk.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.practice.Certificate;
import org.moderationdesk.practice.Certification;
import org.moderationdesk.practice.PracticeSet;
import org.moderationdesk.practice.Told;
import org.moderationdesk.practice.scoring.PracticePapers;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What certificates ask for, who has earned one, and who holds one. */
@Command(name = "certification")
final class CertificationCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    CertificationCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), terminal.texts().get("cli.wrong.subcommand"));
    }

    @Command(name = "set")
    int set(
            @Parameters(paramLabel = "NAME", descriptionKey = "moderation-desk.practice.certification") String name,
            @Option(
                            names = "--sets",
                            required = true,
                            split = ",",
                            paramLabel = "SET",
                            descriptionKey = "moderation-desk.practice.certification.sets")
                    List<String> sets,
            @Option(
                            names = "--percent",
                            required = true,
                            paramLabel = "N",
                            descriptionKey = "moderation-desk.practice.certification.percent")
                    int percent,
            @Option(
                            names = "--days",
                            required = true,
                            paramLabel = "N",
                            descriptionKey = "moderation-desk.practice.certification.days")
                    int days,
            @Option(
                            names = "--title",
                            paramLabel = "TEXT",
                            descriptionKey = "moderation-desk.practice.certification.title")
                    @Nullable
                    String title)
            throws Exception {
        return terminal.withDesk(desk -> {
            Person person = terminal.person();
            List<String> ids = sets.stream()
                    .map(one -> desk.practice().sets().find(person, one.strip()).id())
                    .toList();
            Told called = Told.in(desk.texts().language(), title == null ? name : title);
            told(
                    desk.practice()
                            .certifying()
                            .put(person, new Certification(name, called, ids, percent, days, false)),
                    desk);
            return Exit.DONE;
        });
    }

    @Command(name = "list")
    int list() throws Exception {
        return terminal.withDesk(desk -> {
            terminal.each(
                    desk.practice().certifying().all(terminal.person()),
                    "cli.none.certifications",
                    one -> told(one, desk));
            return Exit.DONE;
        });
    }

    private void told(Certification one, OpenedDesk desk) {
        Map<String, PracticeSet> known = desk.practice().sets().all(terminal.person()).stream()
                .collect(Collectors.toMap(PracticeSet::id, set -> set));
        String sets = one.sets().stream()
                .map(id -> known.containsKey(id)
                        ? known.get(id).number() + " "
                                + known.get(id)
                                        .newest()
                                        .terms()
                                        .title()
                                        .in(desk.texts().language())
                        : id)
                .collect(Collectors.joining(", "));
        var object = new LinkedHashMap<String, Object>();
        object.put("certification", one.name());
        object.put("title", one.title().in(desk.texts().language()));
        object.put("sets", one.sets());
        object.put("percent", one.percent());
        object.put("days", one.validDays());
        object.put("withdrawn", one.withdrawn());
        terminal.says()
                .result(
                        object,
                        one.withdrawn()
                                ? desk.texts().get("cli.practice.certification.withdrawn", one.name())
                                : desk.texts()
                                        .get(
                                                "cli.practice.certification",
                                                one.name(),
                                                sets,
                                                one.percent(),
                                                one.validDays()));
    }

    @Command(name = "withdraw")
    int withdraw(
            @Parameters(paramLabel = "NAME", descriptionKey = "moderation-desk.practice.certification") String name)
            throws Exception {
        return terminal.withDesk(desk -> {
            desk.practice().certifying().withdraw(terminal.person(), name);
            var object = new LinkedHashMap<String, Object>();
            object.put("certification", name);
            object.put("withdrawn", true);
            terminal.says().result(object, desk.texts().get("cli.practice.certification.withdrawn", name));
            return Exit.DONE;
        });
    }

    @Command(name = "held")
    int held() throws Exception {
        return terminal.withDesk(desk -> {
            Person person = terminal.person();
            boolean trains = Rights.has(person, Right.TRAIN);
            var certifying = desk.practice().certifying();
            terminal.each(
                    trains ? certifying.everybodys(person) : certifying.own(person),
                    trains ? "cli.none.certificates" : "cli.none.certificates-own",
                    one -> told(one, desk));
            return Exit.DONE;
        });
    }

    private void told(Certificate one, OpenedDesk desk) {
        Instant back = one.takenBackAt();
        boolean good = one.isGood(terminal.clock().instant());
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("certificate", one.id());
        object.put("person", one.person());
        object.put("certification", one.certification());
        object.put("from", one.from().toString());
        object.put("until", one.until().toString());
        object.put("takenBackAt", back == null ? null : back.toString());
        object.put("good", good);
        String key = back != null ? "taken-back" : good ? "good" : "ended";
        terminal.says()
                .result(
                        object,
                        desk.texts()
                                .get(
                                        "cli.practice.certificate." + key,
                                        one.id(),
                                        one.person(),
                                        one.certification(),
                                        (back == null ? one.until() : back).toString()));
    }

    @Command(name = "earned")
    int earned() throws Exception {
        return terminal.withDesk(desk -> {
            terminal.each(desk.practice().certifying().earned(terminal.person()), "cli.none.earned", one -> {
                var object = new LinkedHashMap<String, Object>();
                object.put("person", one.person());
                object.put("certification", one.certification().name());
                object.put("runs", one.runs());
                terminal.says()
                        .result(
                                object,
                                desk.texts()
                                        .get(
                                                "cli.practice.earned",
                                                one.person(),
                                                one.certification().name()));
            });
            return Exit.DONE;
        });
    }

    @Command(name = "take-back")
    int takeBack(
            @Parameters(paramLabel = "CERTIFICATE", descriptionKey = "moderation-desk.practice.certificate") String id)
            throws Exception {
        return terminal.withDesk(desk -> {
            desk.practice().certifying().takeBack(terminal.person(), id);
            told(desk.practice().certifying().find(terminal.person(), id), desk);
            return Exit.DONE;
        });
    }

    @Command(name = "paper")
    int paper(
            @Parameters(paramLabel = "CERTIFICATE", descriptionKey = "moderation-desk.practice.certificate") String id,
            @Option(
                            names = "--out",
                            required = true,
                            paramLabel = "FILE",
                            descriptionKey = "moderation-desk.practice.out")
                    Path file)
            throws Exception {
        return terminal.withDesk(desk -> {
            try {
                PracticePapers.of(desk.practice(), desk.rules())
                        .certificate(terminal.person(), id, desk.texts(), ZoneId.systemDefault(), file);
            } catch (IOException unwritable) {
                throw new WrongUse("cli.wrong.out", file);
            }
            printed(1, desk);
            return Exit.DONE;
        });
    }

    private void printed(int pages, OpenedDesk desk) {
        var object = new LinkedHashMap<String, Object>();
        object.put("pages", pages);
        terminal.says().result(object, desk.texts().get("cli.practice.printed", pages));
    }
}
