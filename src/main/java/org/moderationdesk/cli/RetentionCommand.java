package org.moderationdesk.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.retention.DataClass;
import org.moderationdesk.retention.Hold;
import org.moderationdesk.retention.HoldKind;
import org.moderationdesk.retention.Plan;
import org.moderationdesk.retention.Preserved;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How long data is kept, what would go, and what is held. */
@Command(name = "retention")
final class RetentionCommand implements Callable<Integer> {
    private static final String FOREVER = "forever";

    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    RetentionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), terminal.texts().get("cli.wrong.subcommand"));
    }

    @Command(name = "set")
    int set(
            @Parameters(paramLabel = "CLASS", descriptionKey = "moderation-desk.retention.class") String what,
            @Parameters(paramLabel = "DAYS", descriptionKey = "moderation-desk.retention.days") String days)
            throws Exception {
        DataClass chosen = constant(DataClass.class, what);
        Optional<Integer> kept = days.equalsIgnoreCase(FOREVER) ? Optional.empty() : Optional.of(number(days));
        return terminal.withDesk(desk -> {
            desk.retention().set(terminal.person(), chosen, kept);
            var object = new LinkedHashMap<String, @Nullable Object>();
            object.put("class", chosen.name());
            object.put("days", kept.orElse(null));
            terminal.says().result(object, period(desk.texts(), chosen, kept.orElse(null)));
            return Exit.DONE;
        });
    }

    /** What would go, and what is held and why; nothing changes. */
    @Command(name = "plan")
    int plan() throws Exception {
        return terminal.withDesk(desk -> {
            Plan plan = desk.retention().plan(terminal.person(), terminal.progress("cli.progress.steps"));
            told(plan, "cli.retention.would-go", desk.texts());
            return Exit.DONE;
        });
    }

    @Command(name = "run")
    int run() throws Exception {
        return terminal.withDesk(desk -> {
            Plan done = desk.retention().run(terminal.person(), terminal.progress("cli.progress.steps"));
            told(done, "cli.retention.gone", desk.texts());
            return Exit.DONE;
        });
    }

    @Command(name = "holds")
    int holds() throws Exception {
        return terminal.withDesk(desk -> {
            terminal.each(
                    desk.retention().holds(terminal.person()), "cli.none.holds", hold -> told(hold, desk.texts()));
            return Exit.DONE;
        });
    }

    @Command(name = "hold")
    int hold(
            @Option(names = "--account", paramLabel = "ID", descriptionKey = "moderation-desk.retention.account")
                    @Nullable
                    String account,
            @Option(names = "--item", paramLabel = "ID", descriptionKey = "moderation-desk.retention.item") @Nullable
                    String item,
            @Option(
                            names = "--kind",
                            paramLabel = "KIND",
                            defaultValue = "LEGAL",
                            descriptionKey = "moderation-desk.retention.kind")
                    String kind,
            @Option(
                            names = "--why",
                            required = true,
                            paramLabel = "TEXT",
                            descriptionKey = "moderation-desk.retention.why")
                    String why)
            throws Exception {
        HoldKind chosen = constant(HoldKind.class, kind);
        String id = account == null ? item : account;
        if (id == null || account != null && item != null) {
            throw new WrongUse("cli.wrong.one-subject");
        }
        Hold.Subject subject = account == null ? Hold.Subject.ITEM : Hold.Subject.ACCOUNT;
        return terminal.withDesk(desk -> {
            told(desk.retention().hold(terminal.person(), subject, id, chosen, why), desk.texts());
            return Exit.DONE;
        });
    }

    /** Says until when a hold is needed. */
    @Command(name = "extend")
    int extend(
            @Parameters(paramLabel = "HOLD", descriptionKey = "moderation-desk.retention.hold-id") String hold,
            @Option(
                            names = "--until",
                            required = true,
                            paramLabel = "TIME",
                            descriptionKey = "moderation-desk.retention.until")
                    String until,
            @Option(
                            names = "--why",
                            required = true,
                            paramLabel = "TEXT",
                            descriptionKey = "moderation-desk.retention.why")
                    String why)
            throws Exception {
        Instant ends = DossiersCommand.time(until);
        return terminal.withDesk(desk -> {
            desk.retention().extend(terminal.person(), hold, ends, why);
            terminal.says()
                    .result(
                            Map.of("hold", hold, "until", ends.toString()),
                            desk.texts().get("cli.retention.extended", hold, ends.toString()));
            return Exit.DONE;
        });
    }

    /** What is preserved by whatever cause, and until when. */
    @Command(name = "preserved")
    int preserved(
            @Option(
                            names = "--days",
                            paramLabel = "N",
                            defaultValue = "30",
                            descriptionKey = "moderation-desk.retention.soon")
                    int days)
            throws Exception {
        return terminal.withDesk(desk -> {
            terminal.each(
                    desk.retention().preserved(terminal.person(), Duration.ofDays(days)),
                    "cli.none.preserved",
                    one -> told(one, desk.texts()));
            return Exit.DONE;
        });
    }

    /** Destroys what was preserved of an item, as an authority ordered. */
    @Command(name = "destroy")
    int destroy(
            @Parameters(paramLabel = "ITEM", descriptionKey = "moderation-desk.retention.destroyed") String item,
            @Option(
                            names = "--order",
                            required = true,
                            paramLabel = "ORDER",
                            descriptionKey = "moderation-desk.referrals.orders.id")
                    String order)
            throws Exception {
        return terminal.withDesk(desk -> {
            List<String> files = desk.retention().destroy(terminal.person(), order, item);
            terminal.says()
                    .result(
                            Map.of("item", item, "order", order, "files", files),
                            desk.texts().get("cli.retention.destroyed", item, files.size()));
            return Exit.DONE;
        });
    }

    @Command(name = "lift")
    int lift(@Parameters(paramLabel = "HOLD", descriptionKey = "moderation-desk.retention.hold-id") String hold)
            throws Exception {
        return terminal.withDesk(desk -> {
            desk.retention().lift(terminal.person(), hold);
            terminal.says()
                    .result(Map.of("hold", hold, "lifted", true), desk.texts().get("cli.retention.lifted", hold));
            return Exit.DONE;
        });
    }

    private void told(Plan plan, String key, Texts texts) {
        plan.classes().forEach((what, of) -> {
            var object = new LinkedHashMap<String, @Nullable Object>();
            object.put("class", what.name());
            object.put("days", of.days());
            object.put("goes", of.goes());
            object.put("held", new TreeMap<>(of.held()));
            String words = of.days() == null
                    ? period(texts, what, null)
                    : period(texts, what, of.days()) + "  " + texts.get(key, of.goes()) + held(texts, of.held());
            terminal.says().result(object, words);
        });
    }

    private void told(Preserved one, Texts texts) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("cause", one.cause().name());
        object.put("id", one.id());
        object.put("subject", one.subject().name());
        object.put("of", one.subjectId());
        object.put("since", one.since().toString());
        object.put("ends", one.ends() == null ? null : one.ends().toString());
        object.put("state", one.state().name());
        terminal.says()
                .result(
                        object,
                        "%s  %s  %s  %s  %s"
                                .formatted(
                                        texts.get("retention.preserved.state." + one.state()),
                                        one.ends() == null ? "-" : one.ends().toString(),
                                        one.subjectId(),
                                        texts.get("retention.preserved.cause." + one.cause()),
                                        one.id()));
    }

    private void told(Hold hold, Texts texts) {
        var object = new LinkedHashMap<String, Object>();
        object.put("hold", hold.id());
        object.put("subject", hold.subject().name());
        object.put("id", hold.subjectId());
        object.put("kind", hold.kind().name());
        object.put("by", hold.by());
        object.put("at", hold.at().toString());
        object.put("why", hold.reason());
        terminal.says()
                .result(
                        object,
                        "%s  %s  %s  %s  %s"
                                .formatted(
                                        hold.id(),
                                        hold.subjectId(),
                                        texts.get("retention.hold." + hold.kind()),
                                        hold.by(),
                                        hold.reason()));
    }

    static String held(Texts texts, Map<HoldKind, Long> held) {
        return held.isEmpty()
                ? ""
                : new TreeMap<>(held)
                        .entrySet().stream()
                                .map(entry -> entry.getValue() + " " + texts.get("retention.hold." + entry.getKey()))
                                .collect(Collectors.joining(", ", "  (" + texts.get("cli.retention.held") + " ", ")"));
    }

    private static String period(Texts texts, DataClass what, @Nullable Integer days) {
        String name = texts.get("retention.class." + what);
        return days == null ? texts.get("cli.retention.forever", name) : texts.get("cli.retention.days", name, days);
    }

    private static int number(String given) {
        try {
            return Integer.parseInt(given);
        } catch (NumberFormatException noNumber) {
            throw new WrongUse("cli.wrong.choice", given);
        }
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String given) {
        String wanted = given.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(wanted)) {
                return constant;
            }
        }
        throw new WrongUse("cli.wrong.choice", given);
    }
}
