package org.moderationdesk.cli;

import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.moderationdesk.editions.Edition;
import org.moderationdesk.editions.ReReview;
import org.moderationdesk.editions.Touched;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** How many past decisions an edition touches, and how far they are reviewed again. */
@Command(name = "touched")
final class EditionTouchedCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "EDITION", descriptionKey = "moderation-desk.guidelines.edition-touching")
    private String name = "";

    EditionTouchedCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        return terminal.withDesk(desk -> {
            var person = terminal.person();
            var shelf = desk.editions().shelf();
            Edition edition = EditionsCommand.edition(shelf, name);
            Touched touched = desk.touched().count(person, shelf, edition, terminal.progress("cli.progress.steps"));
            touched.byClause().forEach((clause, decisions) -> {
                var object = new LinkedHashMap<String, Object>();
                object.put("clause", clause.value());
                object.put("decisions", decisions);
                terminal.says()
                        .result(object, terminal.texts().get("cli.guidelines.touched", clause.value(), decisions));
            });
            var all = new LinkedHashMap<String, Object>();
            all.put("decisions", touched.decisions());
            terminal.says().result(all, terminal.texts().get("cli.guidelines.touched-all", touched.decisions()));
            desk.reReviews().of(person, edition).forEach(one -> tell(terminal, one));
            return Exit.DONE;
        });
    }

    static void tell(Terminal terminal, ReReview one) {
        ReReview.Stages stages = one.stages();
        var object = new LinkedHashMap<String, Object>();
        object.put("reReview", one.id());
        object.put("edition", one.edition());
        object.put("found", one.found());
        object.put("chosen", one.chosen());
        object.put("seed", one.seed());
        object.put("toAsk", stages.toAsk());
        object.put("waiting", stages.waiting());
        object.put("agreed", stages.agreed());
        object.put("differs", stages.differs());
        object.put("settled", stages.settled());
        object.put("gone", stages.gone());
        terminal.says()
                .result(
                        object,
                        terminal.texts()
                                .get(
                                        "cli.guidelines.re-review",
                                        one.id(),
                                        one.chosen(),
                                        one.found(),
                                        stages.done(),
                                        stages.toAsk(),
                                        stages.differs()));
    }
}
