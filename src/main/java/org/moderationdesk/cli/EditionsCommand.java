package org.moderationdesk.cli;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.editions.Edition;
import org.moderationdesk.editions.Readers.Reader;
import org.moderationdesk.editions.Shelf;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The editions that the desk knows of, and who has read them. */
@Command(name = "editions")
final class EditionsCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--readers", paramLabel = "EDITION", descriptionKey = "moderation-desk.guidelines.readers")
    private @Nullable String readersOf;

    @Option(names = "--must-read", paramLabel = "yes|no", descriptionKey = "moderation-desk.guidelines.must-read")
    private @Nullable YesNo mustRead;

    /** As it is typed. */
    private enum YesNo {
        yes,
        no
    }

    EditionsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        return terminal.withDesk(desk -> {
            if (mustRead != null) {
                desk.readers().mustRead(terminal.person(), mustRead == YesNo.yes);
            }
            Shelf shelf = desk.editions().shelf();
            if (readersOf != null) {
                Edition edition = edition(shelf, readersOf);
                terminal.each(
                        desk.readers().of(terminal.person(), edition, desk.people()), "cli.none.readers", this::tell);
                return Exit.DONE;
            }
            Instant now = terminal.clock().instant();
            boolean must = desk.readers().mustRead();
            shelf.editions().forEach(edition -> tell(shelf, edition, now, must));
            return Exit.DONE;
        });
    }

    static Edition edition(Shelf shelf, String name) {
        return shelf.find(name).orElseThrow(() -> new WrongUse("cli.guidelines.no-edition", name));
    }

    private void tell(Reader reader) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("name", reader.name());
        object.put("read", reader.at() == null ? null : reader.at().toString());
        terminal.says()
                .result(
                        object,
                        reader.at() == null
                                ? terminal.texts().get("cli.guidelines.not-read", reader.name())
                                : terminal.texts()
                                        .get(
                                                "cli.guidelines.has-read",
                                                reader.name(),
                                                reader.at().toString()));
    }

    private void tell(Shelf shelf, Edition edition, Instant now, boolean must) {
        boolean inForce = shelf.inForce(now).equals(edition);
        int changes = shelf.changes(edition).size();
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("edition", edition.name());
        object.put("version", edition.version());
        object.put("from", edition.isFirst() ? null : edition.from().toString());
        object.put("inForce", inForce);
        object.put("changes", changes);
        object.put("mustRead", must);
        String words = edition.isFirst()
                ? terminal.texts().get("cli.guidelines.first", edition.name())
                : terminal.texts()
                        .get(
                                "cli.guidelines.row",
                                edition.name(),
                                edition.from().toString(),
                                changes);
        terminal.says().result(object, inForce ? terminal.texts().get("cli.guidelines.in-force", words) : words);
    }
}
