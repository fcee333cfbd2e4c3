package org.moderationdesk.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import org.moderationdesk.base.Language;
import org.moderationdesk.db.StoreException;
import org.moderationdesk.db.StoreRefused;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** All commands, parsed, run, and turned into an exit status. */
public final class DeskCommandLine {
    private final Choices choices = new Choices();
    private final DeskDoor door;
    private final Terminal terminal;
    private final PrintWriter out;
    private final PrintWriter err;

    public DeskCommandLine(DeskDoor door, Map<String, String> environment, PrintWriter out, PrintWriter err) {
        this.door = door;
        this.out = out;
        this.err = err;
        this.terminal = new Terminal(choices, door, environment, out, err);
    }

    /** Runs the command and answers with its exit status. */
    public int run(String... arguments) {
        CommandLine line = new CommandLine(new Root());
        line.addMixin("choices", choices);
        commands().forEach(line::addSubcommand);
        line.setResourceBundle(usage());
        line.setOut(out);
        line.setErr(err);
        line.setExecutionExceptionHandler((failure, _, _) -> told(failure));
        line.setParameterExceptionHandler((wrong, _) -> {
            err.println(wrong.getMessage());
            err.println(wrong.getCommandLine().getUsageMessage());
            err.flush();
            return Exit.WRONG_USE;
        });
        int status = line.execute(arguments);
        out.flush();
        err.flush();
        return status;
    }

    private Map<String, Object> commands() {
        var commands = new LinkedHashMap<String, Object>();
        commands.put("import", new ImportCommand(terminal));
        commands.put("queue", new QueueCommand(terminal));
        commands.put("show", new ShowCommand(terminal));
        commands.put("claim", new ClaimCommand(terminal));
        commands.put("release", new ReleaseCommand(terminal));
        commands.put("skip", new SkipCommand(terminal));
        commands.put("hand-over", new HandOverCommand(terminal));
        commands.put("decide", new DecideCommand(terminal));
        commands.put("undo", new UndoCommand(terminal));
        commands.put("approvals", new ApprovalsCommand(terminal));
        commands.put("export", new ExportCommand(terminal));
        commands.put("verify", new VerifyCommand(terminal));
        commands.put("backup", new BackupCommand(terminal));
        commands.put("restore", new RestoreCommand(terminal));
        commands.put("guidelines", new GuidelinesCommand(terminal));
        commands.put("referrals", new ReferralsCommand(terminal));
        commands.put("store", new StoreCommand(terminal));
        commands.put("sample", new SampleCommand(terminal));
        commands.put("tour", new TourCommand(terminal));
        return commands;
    }

    private int told(Exception failure) throws Exception {
        return switch (failure) {
            case StoreRefused refused -> say(terminal.words(refused), Exit.STORE_CLOSED);
            case Terminal.NoSecret _ ->
                say(terminal.texts().get("cli.no-secret", Terminal.PASSPHRASE), Exit.STORE_CLOSED);
            case StoreException broken -> say(broken.words(terminal.texts()), Exit.STORE_CLOSED);
            case WrongUse wrong ->
                say(door.texts(door.folder(choices.home)).get(wrong.key(), wrong.arguments()), Exit.WRONG_USE);
            default -> throw failure;
        };
    }

    private int say(String words, int status) {
        new Says(out, err, false).message(words);
        return status;
    }

    private ResourceBundle usage() {
        Language language = door.texts(door.folder(choices.home)).language();
        var noFallback = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        Locale locale = language == Language.NL ? Locale.forLanguageTag("nl") : Locale.ROOT;
        return ResourceBundle.getBundle(
                "text.moderation-desk", locale, DeskCommandLine.class.getClassLoader(), noFallback);
    }

    @Command(
            name = "moderation-desk",
            mixinStandardHelpOptions = true,
            scope = ScopeType.INHERIT,
            versionProvider = Version.class)
    private static final class Root implements Callable<Integer> {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            spec.commandLine().usage(spec.commandLine().getErr());
            return Exit.WRONG_USE;
        }
    }
}
