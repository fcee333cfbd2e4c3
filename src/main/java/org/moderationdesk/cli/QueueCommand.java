package org.moderationdesk.cli;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.PageKey;
import org.moderationdesk.queue.CaseFilter;
import org.moderationdesk.queue.CasePage;
import org.moderationdesk.queue.CaseRow;
import org.moderationdesk.queue.Ordering;
import org.moderationdesk.queue.Priority;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The cases waiting, most urgent first. */
@Command(name = "queue")
final class QueueCommand implements Callable<Integer> {
    private static final int PAGE = 1_000;

    private final Terminal terminal;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", descriptionKey = "moderation-desk.queue.limit")
    private int limit = 20;

    @Option(names = "--queue", paramLabel = "NAME", descriptionKey = "moderation-desk.queue.queue")
    private @Nullable String queue;

    QueueCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        if (limit < 1) {
            throw new WrongUse("cli.wrong.limit");
        }
        CaseFilter filter = queue == null ? CaseFilter.all() : CaseFilter.ofQueue(queue);
        return terminal.withDesk(desk -> {
            Rights.require(terminal.person(), Right.LOOK);
            Instant now = terminal.clock().instant();
            int left = limit;
            PageKey after = null;
            do {
                CasePage page =
                        desk.queue().page(terminal.person(), filter, Ordering.URGENCY, after, Math.min(left, PAGE));
                page.rows().forEach(row -> terminal.says().result(object(row, now), words(row, desk)));
                left -= page.rows().size();
                after = page.after();
            } while (left > 0 && after != null);
            if (left == limit) {
                terminal.none(queue == null ? "cli.none.cases" : "cli.none.cases-of-queue", String.valueOf(queue));
            }
            return Exit.DONE;
        });
    }

    private static Map<String, @Nullable Object> object(CaseRow row, Instant now) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("case", row.id());
        object.put("item", row.itemId());
        object.put("kind", row.kind());
        object.put("sections", row.sections());
        object.put("severity", row.severity());
        object.put("priority", row.priority().points(now) / 1_000.0);
        object.put(
                "because",
                row.priority().parts(now).stream().map(QueueCommand::part).toList());
        object.put("dueAt", row.dueAt().toString());
        object.put("reports", row.reports());
        object.put("claimedBy", row.claimedBy());
        return object;
    }

    private static Map<String, Object> part(Priority.Part part) {
        var object = new LinkedHashMap<String, Object>();
        object.put("part", part.name());
        object.put("points", part.milliPoints() / 1_000.0);
        return object;
    }

    private static String words(CaseRow row, OpenedDesk desk) {
        return desk.texts()
                .get(
                        "cli.queue.row",
                        row.itemId(),
                        row.severity(),
                        String.join(" ", row.sections()),
                        row.dueAt().toString(),
                        row.reports(),
                        row.excerpt());
    }
}
