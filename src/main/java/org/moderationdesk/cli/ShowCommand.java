package org.moderationdesk.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.items.CaseReport;
import org.moderationdesk.items.DeskFormat;
import org.moderationdesk.items.FlaggedItem;
import org.moderationdesk.items.ItemFile;
import org.moderationdesk.log.Entry;
import org.moderationdesk.log.EventKind;
import org.moderationdesk.log.LoggedEvent;
import org.moderationdesk.queue.CaseRow;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** One case, whole: item, reports, decisions, events. Showing it is an event itself. */
@Command(name = "show")
final class ShowCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "ITEM", descriptionKey = "moderation-desk.item")
    private String item = "";

    ShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        return terminal.withDesk(desk -> {
            Person person = terminal.person();
            Rights.require(person, Right.LOOK);
            ItemFile file = desk.items()
                    .file(item)
                    .filter(_ -> !desk.queue().isHidden(person, item))
                    .orElseThrow(() -> new WrongUse("cli.wrong.no-item", item));
            @Nullable CaseRow row = desk.queue().find(person, item).orElse(null);
            Map<String, @Nullable Object> whole = whole(desk, file, row);
            desk.log()
                    .record(
                            person.name(),
                            act -> act.append(new Entry(
                                    EventKind.SHOWN,
                                    row == null ? null : row.id(),
                                    item,
                                    Map.of("by", "command line"),
                                    List.of())));
            terminal.says().whole(whole);
            return Exit.DONE;
        });
    }

    private Map<String, @Nullable Object> whole(OpenedDesk desk, ItemFile file, @Nullable CaseRow row) {
        Map<String, Object> line = DeskFormat.toMap(new FlaggedItem(
                file.item(), file.reports().stream().map(CaseReport::report).toList()));
        Object reports = line.getOrDefault("reports", List.of());
        var shown = new LinkedHashMap<String, Object>(line);
        shown.remove("reports");
        var whole = new LinkedHashMap<String, @Nullable Object>();
        whole.put("case", row == null ? null : caseOf(row));
        whole.put("item", shown);
        whole.put("versions", file.versions());
        whole.put("media", file.mediaStates());
        whole.put("reports", reports);
        whole.put("decisions", desk.decisions().wholeOfItem(item));
        whole.put(
                "events",
                desk.events().ofItem(item).stream().map(ShowCommand::event).toList());
        return whole;
    }

    private static Map<String, @Nullable Object> caseOf(CaseRow row) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("case", row.id());
        object.put("state", row.state());
        object.put("queue", row.queue());
        object.put("sections", row.sections());
        object.put("severity", row.severity());
        object.put("openedAt", row.openedAt().toString());
        object.put("dueAt", row.dueAt().toString());
        object.put("sealed", row.sealed());
        object.put("childSafety", row.childSafety());
        object.put("claimedBy", row.claimedBy());
        return object;
    }

    private static Map<String, Object> event(LoggedEvent event) {
        var object = new LinkedHashMap<String, Object>();
        object.put("seq", event.seq());
        object.put("at", event.at().toString());
        object.put("kind", event.kind());
        object.put("person", event.by());
        object.put("hash", event.hash());
        return object;
    }
}
