package org.moderationdesk.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays a scripted review in the real window, on a sample store of its own, and leaves pictures. */
@Command(name = "tour")
final class TourCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--out", required = true, paramLabel = "DIR", descriptionKey = "moderation-desk.tour.out")
    private Path out = Path.of("");

    TourCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        int pictures = played();
        terminal.says().result(Map.of("pictures", pictures), terminal.texts().get("cli.tour.done", pictures, out));
        return Exit.DONE;
    }

    private int played() {
        try {
            Files.createDirectories(out);
        } catch (IOException unwritable) {
            throw new WrongUse("cli.wrong.out", out);
        }
        return terminal.door().tour(out);
    }
}
