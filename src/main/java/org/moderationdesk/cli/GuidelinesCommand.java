package org.moderationdesk.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Language;
import org.moderationdesk.db.StoreRefused;
import org.moderationdesk.editions.Edition;
import org.moderationdesk.editions.Shelf;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.guidelines.BookProblem;
import org.moderationdesk.guidelines.BookProblems;
import org.moderationdesk.guidelines.BookReader;
import org.moderationdesk.guidelines.CarveOut;
import org.moderationdesk.guidelines.CarveOutCode;
import org.moderationdesk.guidelines.Clause;
import org.moderationdesk.guidelines.ClauseCode;
import org.moderationdesk.guidelines.Section;
import org.moderationdesk.guidelines.SectionCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The policy book. */
@Command(name = "guidelines")
final class GuidelinesCommand implements Callable<Integer> {
    private static final String SHIPPED = "2020-12";

    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    GuidelinesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), terminal.texts().get("cli.wrong.subcommand"));
    }

    @Command(name = "list")
    int list(
            @Option(names = "--edition", paramLabel = "EDITION", descriptionKey = "moderation-desk.guidelines.edition")
                    @Nullable
                    String edition)
            throws Exception {
        return withBook(edition, this::list);
    }

    private int list(Book book) {
        for (Clause rule : book.rules()) {
            terminal.says().result(rule(book, rule), rule.code() + "  " + ownWords(book, rule.code()));
        }
        return Exit.DONE;
    }

    @Command(name = "show")
    int show(
            @Parameters(paramLabel = "CODE", descriptionKey = "moderation-desk.guidelines.code") String code,
            @Option(names = "--edition", paramLabel = "EDITION", descriptionKey = "moderation-desk.guidelines.edition")
                    @Nullable
                    String edition)
            throws Exception {
        return withBook(edition, book -> show(book, code));
    }

    /**
     * The edition that is named, else the one in force. The one that came with the desk needs no store, and where there
     * is no store yet it is in force.
     */
    private int withBook(@Nullable String edition, ToIntFunction<Book> use) throws Exception {
        if (SHIPPED.equals(edition) || edition == null && !terminal.hasStore()) {
            return use.applyAsInt(new BookReader().read(SHIPPED));
        }
        try {
            return terminal.withDesk(desk -> {
                Shelf shelf = desk.editions().shelf();
                Edition shown = edition == null
                        ? shelf.inForce(terminal.clock().instant())
                        : EditionsCommand.edition(shelf, edition);
                return use.applyAsInt(shown.book());
            });
        } catch (StoreRefused refused) {
            // Which edition is in force is known to the store alone, so nothing is shown that might be an older one.
            if (refused.reason() instanceof StoreRefused.InUse) {
                terminal.says().message(terminal.texts().get("cli.guidelines.beside-window", SHIPPED));
            }
            throw refused;
        }
    }

    private int show(Book book, String code) {
        var object = SectionCode.parse(code)
                .flatMap(book::section)
                .map(section -> section(book, section))
                .or(() -> ClauseCode.parse(code).flatMap(book::clause).map(clause -> rule(book, clause)))
                .or(() -> CarveOutCode.parse(code).flatMap(book::carveOut).map(carveOut -> carveOut(book, carveOut)))
                .orElseThrow(() -> new WrongUse("cli.wrong.code", code));
        terminal.says().whole(object);
        return Exit.DONE;
    }

    @Command(name = "check")
    int check(@Parameters(paramLabel = "FILE", descriptionKey = "moderation-desk.guidelines.file") Path file) {
        if (!Files.isReadable(file)) {
            throw new WrongUse("cli.wrong.unreadable", file);
        }
        var object = new LinkedHashMap<String, Object>();
        try {
            Book book = new BookReader().read(file);
            object.put("valid", true);
            object.put("edition", book.edition());
            object.put("rules", book.rules().size());
            terminal.says()
                    .result(
                            object,
                            terminal.texts()
                                    .get(
                                            "cli.guidelines.valid",
                                            book.edition(),
                                            book.rules().size()));
            return Exit.DONE;
        } catch (BookProblems problems) {
            object.put("valid", false);
            object.put("problems", listed(problems));
            terminal.says().result(object, inLines(problems));
            return Exit.NO;
        }
    }

    static List<Map<String, String>> listed(BookProblems problems) {
        return problems.problems().stream()
                .map(problem -> pair("place", problem.place(), "what", problem.what()))
                .toList();
    }

    private static <T> Map<String, T> pair(String one, T first, String other, T second) {
        var object = new LinkedHashMap<String, T>();
        object.put(one, first);
        object.put(other, second);
        return object;
    }

    static String inLines(BookProblems problems) {
        return String.join(
                "\n", problems.problems().stream().map(BookProblem::toString).toList());
    }

    private String ownWords(Book book, ClauseCode code) {
        return book.words(terminal.texts().language()).text(code);
    }

    private static Map<String, Object> rule(Book book, Clause clause) {
        var object = new LinkedHashMap<String, Object>();
        object.put("code", clause.code().value());
        object.put("section", clause.code().section().value());
        object.put(
                "severity", book.section(clause.code().section()).orElseThrow().severity());
        object.put("line", clause.line());
        for (Language language : Language.values()) {
            object.put(language.tag(), book.words(language).text(clause.code()));
        }
        if (!clause.parts().isEmpty()) {
            object.put(
                    "parts",
                    clause.parts().stream().map(part -> rule(book, part)).toList());
        }
        return object;
    }

    private static Map<String, Object> section(Book book, Section section) {
        var object = new LinkedHashMap<String, Object>();
        object.put("code", section.code().value());
        object.put("severity", section.severity());
        for (Language language : Language.values()) {
            object.put(
                    language.tag(),
                    pair(
                            "title", book.words(language).title(section.code()),
                            "about", book.words(language).about(section.code())));
        }
        object.put("referrals", section.referrals().stream().sorted().toList());
        object.put(
                "rules", section.rules().stream().map(rule -> rule(book, rule)).toList());
        object.put("carveOuts", carveOuts(book, section));
        return object;
    }

    private static List<Object> carveOuts(Book book, Section section) {
        var carveOuts = new ArrayList<Object>();
        section.carveOuts().forEach(carveOut -> carveOuts.add(carveOut(book, carveOut)));
        return carveOuts;
    }

    private static Map<String, Object> carveOut(Book book, CarveOut carveOut) {
        var object = new LinkedHashMap<String, Object>();
        object.put("code", carveOut.code().value());
        object.put(
                "covers",
                carveOut.covers().stream().sorted().map(ClauseCode::value).toList());
        for (Language language : Language.values()) {
            object.put(
                    language.tag(),
                    GuidelinesCommand.<Object>pair(
                            "text", book.words(language).carveOut(carveOut.code()),
                            "questions", book.words(language).questions(carveOut.code())));
        }
        return object;
    }
}
