package org.moderationdesk.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.editions.BookChanges;
import org.moderationdesk.editions.Edition;
import org.moderationdesk.editions.NewReReview;
import org.moderationdesk.editions.ReReview;
import org.moderationdesk.editions.ReReviews;
import org.moderationdesk.editions.Shelf;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.staff.Person;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has past decisions reviewed again because of an edition, or goes on with that. */
@Command(name = "re-review")
final class ReReviewCommand implements Callable<Integer> {
    private static final int LONGEST_DAYS = 90;
    private static final int SOME_DAYS = 14;

    private final Terminal terminal;

    @Parameters(paramLabel = "EDITION", descriptionKey = "moderation-desk.guidelines.edition-touching")
    private String name = "";

    @Option(names = "--clause", paramLabel = "CODE", descriptionKey = "moderation-desk.guidelines.clause")
    private List<String> clauses = List.of();

    @Option(names = "--sample", paramLabel = "N", descriptionKey = "moderation-desk.guidelines.sample")
    private int sample;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "moderation-desk.guidelines.seed")
    private long seed = 1;

    @Option(names = "--why", paramLabel = "TEXT", descriptionKey = "moderation-desk.guidelines.why")
    private String why = "";

    @Option(names = "--due-days", paramLabel = "N", descriptionKey = "moderation-desk.guidelines.due-days")
    private int dueDays = SOME_DAYS;

    @Option(names = "--dry-run", descriptionKey = "moderation-desk.guidelines.dry-run")
    private boolean dryRun;

    @Option(names = "--go-on", paramLabel = "ID", descriptionKey = "moderation-desk.guidelines.go-on")
    private @Nullable String goOn;

    ReReviewCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        if (sample < 0 || dueDays < 1 || dueDays > LONGEST_DAYS) {
            throw new WrongUse("cli.guidelines.numbers", LONGEST_DAYS);
        }
        return terminal.withDesk(desk -> {
            Person person = terminal.person();
            Shelf shelf = desk.editions().shelf();
            Edition edition = EditionsCommand.edition(shelf, name);
            ReReviews reReviews = desk.reReviews();
            var progress = terminal.progress("cli.progress.steps");
            String id = goOn;
            if (id == null) {
                var wanted = new NewReReview(edition, named(shelf, edition), sample, seed, why, dueDays);
                if (dryRun) {
                    return tried(reReviews.dryRun(person, shelf, wanted, progress));
                }
                id = reReviews.open(person, shelf, wanted, progress).id();
            }
            int unused = reReviews.ask(person, id, progress);
            for (ReReview one : reReviews.of(person, edition)) {
                if (one.id().equals(id)) {
                    EditionTouchedCommand.tell(terminal, one);
                }
            }
            return Exit.DONE;
        });
    }

    /** Those that are named, else every one that the edition touches. */
    private Set<ClauseCode> named(Shelf shelf, Edition edition) {
        if (clauses.isEmpty()) {
            return BookChanges.touched(shelf.changes(edition));
        }
        var named = new TreeSet<ClauseCode>();
        for (String code : clauses) {
            named.add(ClauseCode.parse(code).orElseThrow(() -> new WrongUse("cli.wrong.code", code)));
        }
        return named;
    }

    private int tried(ReReviews.Trial trial) {
        var object = new LinkedHashMap<String, Object>();
        object.put("found", trial.found());
        object.put("chosen", trial.decisions().size());
        object.put("decisions", trial.decisions());
        terminal.says()
                .result(
                        object,
                        terminal.texts()
                                .get(
                                        "cli.guidelines.would-review",
                                        trial.decisions().size(),
                                        trial.found()));
        return Exit.DONE;
    }
}
