package org.moderationdesk.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.CanonicalJson;
import org.moderationdesk.base.Language;
import org.moderationdesk.db.Progress;
import org.moderationdesk.items.DeskFormat;
import org.moderationdesk.practice.AnswerKey;
import org.moderationdesk.practice.Changes;
import org.moderationdesk.practice.KeyJson;
import org.moderationdesk.practice.PickedCopy;
import org.moderationdesk.practice.PracticeItem;
import org.moderationdesk.practice.PracticeSet;
import org.moderationdesk.practice.SetFiles;
import org.moderationdesk.practice.SetTerms;
import org.moderationdesk.practice.Sets;
import org.moderationdesk.practice.TermsJson;
import org.moderationdesk.practice.Told;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.Rights;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sets of practice: made, brought in, published, shown. Who is asked and what came of it lies beside. */
@Command(name = "practice")
final class PracticeCommand extends PracticeRunsCommand implements Callable<Integer> {
    private static final int PAGE = 200;
    private static final long LARGEST = 500_000_000;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    PracticeCommand(Terminal terminal) {
        super(terminal);
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), terminal.texts().get("cli.wrong.subcommand"));
    }

    @Command(name = "list")
    int list() throws Exception {
        return terminal.withDesk(desk -> {
            terminal.each(
                    desk.practice().sets().all(terminal.person()), "cli.none.practice-sets", set -> told(set, desk));
            return Exit.DONE;
        });
    }

    /** A draft; what came in two languages is said in the terms file. */
    @Command(name = "new")
    int create(
            @Parameters(paramLabel = "TITLE", descriptionKey = "moderation-desk.practice.title", arity = "0..1")
                    @Nullable
                    String title,
            @Option(names = "--terms", paramLabel = "FILE", descriptionKey = "moderation-desk.practice.terms") @Nullable
                    Path terms,
            @Option(names = "--items", paramLabel = "FILE", descriptionKey = "moderation-desk.practice.items") @Nullable
                    Path items,
            @Option(names = "--answers", paramLabel = "FILE", descriptionKey = "moderation-desk.practice.keys")
                    @Nullable
                    Path keys)
            throws Exception {
        if ((title == null) == (terms == null)) {
            throw new WrongUse("cli.practice.title-or-terms");
        }
        String written = terms == null ? null : String.join("\n", lines(terms));
        List<String> itemLines = lines(items);
        List<String> keyLines = lines(keys);
        return terminal.withDesk(desk -> {
            Person person = terminal.person();
            String edition = desk.rules().inForce().edition();
            String json = written != null
                    ? written
                    : CanonicalJson.write(new TreeMap<String, Object>(
                            Map.of("title", Map.of(desk.texts().language().tag(), title))));
            SetTerms read = TermsJson.read(json, "terms", edition);
            Changes first = SetFiles.read(
                    itemLines, keyLines, person.name(), terminal.clock().instant());
            told(desk.practiceMedia().make(person, read, first, folder(items)), desk);
            return Exit.DONE;
        });
    }

    /** Those that come with the desk and are not on it yet. */
    @Command(name = "shipped")
    int shipped(
            @Option(names = "--language", paramLabel = "LANGUAGE", descriptionKey = "moderation-desk.practice.language")
                    @Nullable
                    String tag)
            throws Exception {
        Language named =
                tag == null ? null : Language.tagged(tag).orElseThrow(() -> new WrongUse("cli.practice.language", tag));
        return terminal.withDesk(desk -> {
            Language language = named == null ? desk.texts().language() : named;
            List<PracticeSet> laid = desk.shippedPractice().lay(terminal.person(), language, Progress.NONE);
            laid.forEach(set -> told(set, desk));
            if (laid.isEmpty()) {
                terminal.says().message(desk.texts().get("cli.practice.all-shipped"));
            }
            return Exit.DONE;
        });
    }

    @Command(name = "import")
    int bring(
            @Parameters(paramLabel = "SET", descriptionKey = "moderation-desk.practice.set") String name,
            @Option(names = "--items", paramLabel = "FILE", descriptionKey = "moderation-desk.practice.items") @Nullable
                    Path items,
            @Option(names = "--answers", paramLabel = "FILE", descriptionKey = "moderation-desk.practice.keys")
                    @Nullable
                    Path keys,
            @Option(
                            names = "--why",
                            paramLabel = "TEXT",
                            defaultValue = "",
                            descriptionKey = "moderation-desk.practice.why")
                    String why)
            throws Exception {
        if (items == null && keys == null) {
            throw new WrongUse("cli.practice.nothing");
        }
        List<String> itemLines = lines(items);
        List<String> keyLines = lines(keys);
        return terminal.withDesk(desk -> {
            Person person = terminal.person();
            Sets sets = desk.practice().sets();
            Changes read = SetFiles.read(
                    itemLines, keyLines, person.name(), terminal.clock().instant());
            String id = sets.find(person, name).id();
            told(
                    desk.practiceMedia()
                            .change(person, id, read, Told.in(desk.texts().language(), why), folder(items)),
                    desk);
            return Exit.DONE;
        });
    }

    /** Copies decided cases into a draft, under other names. */
    @Command(name = "pick")
    int pick(
            @Parameters(index = "0", paramLabel = "SET", descriptionKey = "moderation-desk.practice.set") String name,
            @Parameters(
                            index = "1..*",
                            arity = "1..*",
                            paramLabel = "DECISION",
                            descriptionKey = "moderation-desk.practice.decisions")
                    List<String> decisions,
            @Option(names = "--preview", descriptionKey = "moderation-desk.practice.preview") boolean preview)
            throws Exception {
        return terminal.withDesk(desk -> {
            Person person = terminal.person();
            String id = desk.practice().sets().find(person, name).id();
            if (preview) {
                desk.practice()
                        .picking()
                        .preview(person, id, decisions, desk.texts().language())
                        .forEach(this::told);
                return Exit.DONE;
            }
            told(
                    desk.practice()
                            .picking()
                            .pick(person, id, decisions, desk.texts().language()),
                    desk);
            return Exit.DONE;
        });
    }

    @Command(name = "agree")
    int agree(
            @Parameters(index = "0", paramLabel = "SET", descriptionKey = "moderation-desk.practice.set") String name,
            @Parameters(
                            index = "1..*",
                            arity = "1..*",
                            paramLabel = "ITEM",
                            descriptionKey = "moderation-desk.practice.item")
                    List<String> items)
            throws Exception {
        return changed(name, (sets, id) -> sets.agree(terminal.person(), id, Set.copyOf(items)));
    }

    @Command(name = "publish")
    int publish(@Parameters(paramLabel = "SET", descriptionKey = "moderation-desk.practice.set") String name)
            throws Exception {
        return changed(name, (sets, id) -> sets.publish(terminal.person(), id));
    }

    @Command(name = "archive")
    int archive(@Parameters(paramLabel = "SET", descriptionKey = "moderation-desk.practice.set") String name)
            throws Exception {
        return changed(name, (sets, id) -> sets.archive(terminal.person(), id));
    }

    private int changed(String name, Act act) throws Exception {
        return terminal.withDesk(desk -> {
            Sets sets = desk.practice().sets();
            told(act.on(sets, sets.find(terminal.person(), name).id()), desk);
            return Exit.DONE;
        });
    }

    /** The set, and to who trains its items with their keys. */
    @Command(name = "show")
    int show(@Parameters(paramLabel = "SET", descriptionKey = "moderation-desk.practice.set") String name)
            throws Exception {
        return terminal.withDesk(desk -> {
            Person person = terminal.person();
            Sets sets = desk.practice().sets();
            PracticeSet set = sets.find(person, name);
            told(set, desk);
            if (!Rights.has(person, Right.TRAIN)) {
                return Exit.DONE;
            }
            int version = set.newest().version();
            for (List<PracticeItem> page = sets.items(person, set.id(), version, 0, PAGE);
                    !page.isEmpty();
                    page = sets.items(person, set.id(), version, page.getLast().position(), PAGE)) {
                var keys = sets.keys(
                        person,
                        set.id(),
                        version,
                        page.stream().map(PracticeItem::id).toList());
                page.forEach(item -> told(item, keys.get(item.id()), desk));
            }
            return Exit.DONE;
        });
    }

    private void told(PickedCopy copy) {
        PracticeItem item = copy.item();
        var object = new LinkedHashMap<String, Object>();
        object.put("decision", copy.decisionId());
        object.put("item", DeskFormat.toMap(item.content()));
        object.put("key", KeyJson.toMap(item.id(), item.title(), copy.key()));
        terminal.says().result(object, CanonicalJson.write(object));
    }

    private void told(PracticeItem item, @Nullable AnswerKey key, OpenedDesk desk) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("item", item.id());
        object.put("kind", item.content().item().kind());
        object.put("title", item.title().in(desk.texts().language()));
        object.put("key", key == null ? null : KeyJson.toMap(item.id(), item.title(), key));
        object.put("agreed", key == null ? List.of() : key.agreed());
        String outcome = key == null ? "-" : String.valueOf(key.first().outcome());
        terminal.says()
                .result(
                        object,
                        desk.texts()
                                .get(
                                        "cli.practice.item",
                                        item.id(),
                                        item.title().in(desk.texts().language()),
                                        outcome));
    }

    private void told(PracticeSet set, OpenedDesk desk) {
        SetTerms terms = set.newest().terms();
        String title = terms.title().in(desk.texts().language());
        var object = new LinkedHashMap<String, Object>();
        object.put("set", set.id());
        object.put("number", set.number());
        object.put("title", title);
        object.put("state", set.state());
        object.put("version", set.newest().version());
        object.put("items", set.newest().items());
        object.put("keyed", set.keyed());
        object.put("edition", terms.edition());
        object.put("open", terms.open());
        object.put("passMark", terms.scoring().passMark());
        terminal.says()
                .result(
                        object,
                        desk.texts()
                                .get(
                                        "cli.practice.set",
                                        Integer.toString(set.number()),
                                        title,
                                        desk.texts().get("practice.state." + set.state()),
                                        set.newest().version(),
                                        set.newest().items(),
                                        set.keyed()));
    }

    /** Beside the file with the items lie those that they name. */
    private static Path folder(@Nullable Path items) {
        return items == null ? Path.of("") : items.toAbsolutePath().resolveSibling("");
    }

    static List<String> lines(@Nullable Path file) {
        if (file == null) {
            return List.of();
        }
        try {
            if (Files.size(file) > LARGEST) {
                throw new WrongUse("cli.practice.too-large");
            }
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException unread) {
            throw new WrongUse("cli.wrong.unreadable", file);
        }
    }

    @FunctionalInterface
    private interface Act {
        PracticeSet on(Sets sets, String id);
    }
}
