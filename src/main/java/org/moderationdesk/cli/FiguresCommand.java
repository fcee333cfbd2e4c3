package org.moderationdesk.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Texts;
import org.moderationdesk.transparency.Figure;
import org.moderationdesk.transparency.Figures;
import org.moderationdesk.transparency.FiguresFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Numbers of referrals, orders, dossiers, calls and reports, for transparency reports. */
@Command(name = "figures")
final class FiguresCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "DAY",
            descriptionKey = "moderation-desk.referrals.figures.from")
    private String from = "";

    @Option(
            names = "--to",
            required = true,
            paramLabel = "DAY",
            descriptionKey = "moderation-desk.referrals.figures.to")
    private String through = "";

    @Option(names = "--csv", paramLabel = "FILE", descriptionKey = "moderation-desk.referrals.figures.csv")
    private @Nullable Path csv;

    FiguresCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        LocalDate first = day(from);
        LocalDate last = day(through);
        if (last.isBefore(first)) {
            throw new WrongUse("cli.figures.order");
        }
        return terminal.withDesk(desk -> {
            Figures figures = taken(desk.figures(), first, last);
            if (figures.leavesOut()) {
                terminal.says().message(desk.texts().get("transparency.leaves-out"));
            }
            if (csv == null) {
                terminal.each(figures.all(), "cli.none.figures", figure -> terminal.says()
                        .result(figures.row(figure), words(figure, desk.texts())));
            } else {
                terminal.says()
                        .message(desk.texts()
                                .get("cli.figures.written", figures.all().size(), csv.getFileName()));
            }
            return Exit.DONE;
        });
    }

    private Figures taken(FiguresFile file, LocalDate first, LocalDate last) {
        try {
            return csv == null
                    ? file.taken(terminal.person(), first, last)
                    : file.csv(terminal.person(), first, last, csv);
        } catch (IOException unwritable) {
            throw new WrongUse("cli.wrong.out", String.valueOf(csv));
        }
    }

    private static String words(Figure figure, Texts texts) {
        String median = figure.median() == null
                ? ""
                : texts.get(
                        "transparency.median",
                        figure.median().toHours(),
                        figure.median().toMinutesPart());
        return texts.get(
                        "transparency.row",
                        texts.get("transparency.what." + figure.what()),
                        figure.of(),
                        figure.state(),
                        figure.count(),
                        median)
                .strip();
    }

    private static LocalDate day(String given) {
        try {
            return LocalDate.parse(given);
        } catch (DateTimeException noDay) {
            throw new WrongUse("cli.figures.day", given);
        }
    }
}
