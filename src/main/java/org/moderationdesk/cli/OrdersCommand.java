package org.moderationdesk.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.orders.NewOrder;
import org.moderationdesk.orders.Order;
import org.moderationdesk.orders.OrderKind;
import org.moderationdesk.orders.OrderLine;
import org.moderationdesk.orders.OrderStep;
import org.moderationdesk.orders.Orders;
import org.moderationdesk.orders.StepKind;
import org.moderationdesk.orders.Subject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What authorities order or ask for. */
@Command(name = "orders")
final class OrdersCommand implements Callable<Integer> {
    private static final int MOST = 1_000;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    OrdersCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), terminal.texts().get("cli.wrong.subcommand"));
    }

    @Command(name = "list")
    int list() throws Exception {
        return terminal.withDesk(desk -> {
            Orders orders = desk.authorities().orders();
            terminal.each(orders.all(terminal.person(), MOST), "cli.none.orders", line -> {
                boolean late = line.isOverdue(orders.now());
                Texts texts = desk.texts();
                terminal.says()
                        .result(
                                object(line, late),
                                texts.get(
                                        "cli.orders.row",
                                        line.order().id(),
                                        line.order().target(),
                                        texts.get("orders.kind." + line.order().kind()),
                                        line.order().reference(),
                                        line.due().toString(),
                                        texts.get(late ? "orders.late" : "orders.state." + line.state())));
            });
            return Exit.DONE;
        });
    }

    @Command(name = "receive")
    int receive(
            @Option(
                            names = "--kind",
                            paramLabel = "KIND",
                            required = true,
                            descriptionKey = "moderation-desk.referrals.orders.kind")
                    String kind,
            @Option(
                            names = "--target",
                            paramLabel = "CODE",
                            required = true,
                            descriptionKey = "moderation-desk.referrals.orders.target")
                    String target,
            @Option(
                            names = "--authority",
                            paramLabel = "NAME",
                            required = true,
                            descriptionKey = "moderation-desk.referrals.orders.authority")
                    String authority,
            @Option(
                            names = "--reference",
                            paramLabel = "TEXT",
                            required = true,
                            descriptionKey = "moderation-desk.referrals.orders.reference")
                    String reference,
            @Option(
                            names = "--proved",
                            paramLabel = "TEXT",
                            required = true,
                            descriptionKey = "moderation-desk.referrals.orders.proved")
                    String proved,
            @Option(
                            names = "--received",
                            paramLabel = "TIME",
                            required = true,
                            descriptionKey = "moderation-desk.referrals.orders.received")
                    String received,
            @Option(
                            names = "--within",
                            paramLabel = "DURATION",
                            descriptionKey = "moderation-desk.referrals.orders.within")
                    @Nullable
                    String within,
            @Option(names = "--until", paramLabel = "TIME", descriptionKey = "moderation-desk.referrals.orders.until")
                    @Nullable
                    String until,
            @Option(names = "--item", paramLabel = "ITEM", descriptionKey = "moderation-desk.referrals.orders.item")
                    @Nullable
                    List<String> items,
            @Option(names = "--place", paramLabel = "PLACE", descriptionKey = "moderation-desk.referrals.orders.place")
                    @Nullable
                    List<String> places,
            @Option(
                            names = "--document",
                            paramLabel = "FILE",
                            descriptionKey = "moderation-desk.referrals.orders.document")
                    @Nullable
                    Path document,
            @Option(names = "--no-notice", descriptionKey = "moderation-desk.referrals.orders.no-notice")
                    boolean noNotice,
            @Option(names = "--child-safety", descriptionKey = "moderation-desk.referrals.orders.child-safety")
                    boolean childSafety)
            throws Exception {
        List<Subject> subjects = new ArrayList<>();
        if (items != null) {
            items.forEach(item -> subjects.add(new Subject(item, "")));
        }
        if (places != null) {
            places.forEach(place -> subjects.add(new Subject(null, place)));
        }
        var wanted = new NewOrder(
                constant(OrderKind.class, kind),
                target,
                authority,
                reference,
                proved,
                moment(received),
                within == null ? null : duration(within),
                until == null ? null : DossiersCommand.time(until),
                noNotice,
                childSafety,
                subjects,
                document == null ? null : DossiersCommand.bytes(document));
        return terminal.withDesk(desk -> {
            Order order = desk.authorities().orders().record(terminal.person(), wanted);
            terminal.says()
                    .result(
                            Map.of("order", order.id(), "due", order.due().toString()),
                            desk.texts()
                                    .get(
                                            "cli.orders.received",
                                            order.id(),
                                            order.due().toString()));
            return Exit.DONE;
        });
    }

    @Command(name = "answer")
    int answer(
            @Parameters(paramLabel = "ORDER", descriptionKey = "moderation-desk.referrals.orders.id") String id,
            @Option(
                            names = "--step",
                            paramLabel = "KIND",
                            required = true,
                            descriptionKey = "moderation-desk.referrals.orders.step")
                    String step,
            @Option(
                            names = "--at",
                            paramLabel = "TIME",
                            required = true,
                            descriptionKey = "moderation-desk.referrals.orders.at")
                    String at,
            @Option(
                            names = "--words",
                            paramLabel = "TEXT",
                            required = true,
                            descriptionKey = "moderation-desk.referrals.orders.words")
                    String words,
            @Option(
                            names = "--document",
                            paramLabel = "FILE",
                            descriptionKey = "moderation-desk.referrals.orders.document")
                    @Nullable
                    Path document)
            throws Exception {
        StepKind kind = constant(StepKind.class, step);
        OffsetDateTime done = moment(at);
        byte @Nullable [] sent = document == null ? null : DossiersCommand.bytes(document);
        return terminal.withDesk(desk -> {
            Orders orders = desk.authorities().orders();
            OrderStep taken = orders.step(terminal.person(), id, kind, done.toInstant(), words, sent);
            OrderLine line = orders.find(terminal.person(), id).orElseThrow();
            terminal.says()
                    .result(
                            object(taken),
                            desk.texts()
                                    .get("cli.orders.answered", id, desk.texts().get("orders.state." + line.state())));
            return Exit.DONE;
        });
    }

    @Command(name = "document")
    int document(
            @Parameters(paramLabel = "ORDER", descriptionKey = "moderation-desk.referrals.orders.id") String id,
            @Parameters(paramLabel = "SHA256", descriptionKey = "moderation-desk.referrals.orders.sha") String sha,
            @Parameters(paramLabel = "FILE", descriptionKey = "moderation-desk.referrals.orders.file") Path file)
            throws Exception {
        return terminal.withDesk(desk -> {
            byte[] bytes = desk.authorities()
                    .orders()
                    .document(terminal.person(), id, sha)
                    .orElseThrow(() -> new WrongUse("cli.wrong.no-document"));
            try {
                Files.write(file, bytes, StandardOpenOption.CREATE_NEW);
            } catch (FileAlreadyExistsException there) {
                throw new WrongUse("cli.wrong.there", file);
            } catch (IOException unwritable) {
                throw new WrongUse("cli.wrong.out", file);
            }
            terminal.says()
                    .result(
                            Map.of("order", id, "bytes", bytes.length),
                            desk.texts().get("cli.dossiers.answer", bytes.length));
            return Exit.DONE;
        });
    }

    private static Map<String, @Nullable Object> object(OrderLine line, boolean late) {
        Order order = line.order();
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("order", order.id());
        object.put("kind", order.kind().name());
        object.put("target", order.target());
        object.put("authority", order.authority());
        object.put("reference", order.reference());
        object.put("proved", order.authentication());
        object.put("receivedAt", order.received().toString());
        object.put("due", line.due().toString());
        object.put("state", line.state().name());
        object.put("overdue", late);
        object.put("late", line.wasLate());
        object.put(
                "preserveUntil",
                order.preserveUntil() == null ? null : order.preserveUntil().toString());
        object.put("noNotice", order.nonDisclosure());
        object.put("childSafety", order.childSafety());
        object.put("document", order.document());
        object.put(
                "items",
                line.subjects().stream()
                        .map(Subject::itemId)
                        .filter(item -> item != null)
                        .toList());
        object.put(
                "places",
                line.subjects().stream()
                        .map(Subject::locator)
                        .filter(place -> !place.isEmpty())
                        .toList());
        object.put("steps", line.steps().stream().map(OrdersCommand::object).toList());
        return object;
    }

    private static Map<String, @Nullable Object> object(OrderStep step) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("order", step.orderId());
        object.put("step", step.kind().name());
        object.put("at", step.doneAt().toString());
        object.put("words", step.words());
        object.put("document", step.document());
        object.put("by", step.by());
        return object;
    }

    private static OffsetDateTime moment(String given) {
        try {
            return OffsetDateTime.parse(given);
        } catch (DateTimeParseException none) {
            throw new WrongUse("cli.wrong.time", given);
        }
    }

    private static Duration duration(String given) {
        try {
            return Duration.parse(given);
        } catch (DateTimeParseException none) {
            throw new WrongUse("cli.wrong.duration", given);
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
