package org.moderationdesk.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.audit.ExportForm;
import org.moderationdesk.audit.Exported;
import org.moderationdesk.audit.Exporter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Streams cases, decisions, events or measures to a file. */
@Command(name = "export")
final class ExportCommand implements Callable<Integer> {
    private static final Instant BEGINNING = Instant.EPOCH;
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    private final Terminal terminal;

    @Parameters(paramLabel = "WHAT", descriptionKey = "moderation-desk.export.what")
    private String what = "";

    @Option(names = "--out", required = true, paramLabel = "FILE", descriptionKey = "moderation-desk.export.out")
    private Path out = Path.of("");

    @Option(
            names = "--as-format",
            paramLabel = "NAME",
            defaultValue = "jsonl",
            descriptionKey = "moderation-desk.export.form")
    private String form = "jsonl";

    @Option(names = "--from", paramLabel = "TIME", descriptionKey = "moderation-desk.export.from")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", descriptionKey = "moderation-desk.export.to")
    private @Nullable String to;

    ExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        var order = new Exporter.Order(
                constant(Exported.class, what), constant(ExportForm.class, form), time(from, BEGINNING), time(to, END));
        return terminal.withDesk(desk -> {
            long started = System.nanoTime();
            long rows = written(desk, order);
            double seconds = Math.round((System.nanoTime() - started) / 1e6) / 1e3;
            var object = new LinkedHashMap<String, Object>();
            object.put("rows", rows);
            object.put("seconds", seconds);
            terminal.says().result(object, desk.texts().get("cli.export.done", rows, seconds));
            return Exit.DONE;
        });
    }

    private long written(OpenedDesk desk, Exporter.Order order) {
        try {
            return desk.exporter().export(order, out, terminal.person());
        } catch (IOException unwritable) {
            throw new WrongUse("cli.wrong.out", out);
        }
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String given) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(given)) {
                return constant;
            }
        }
        throw new WrongUse("cli.wrong.choice", given);
    }

    private static Instant time(@Nullable String given, Instant otherwise) {
        if (given == null) {
            return otherwise;
        }
        try {
            return OffsetDateTime.parse(given).toInstant();
        } catch (DateTimeException noTime) {
            throw new WrongUse("cli.wrong.time", given);
        }
    }
}
