package org.moderationdesk.cli;

import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.authorities.AuthorityRefused;
import org.moderationdesk.base.Language;
import org.moderationdesk.base.Texts;
import org.moderationdesk.db.StoreException;
import org.moderationdesk.db.StoreRefused;
import org.moderationdesk.editions.EditionRefused;
import org.moderationdesk.emergency.EmergencyRefused;
import org.moderationdesk.orders.OrderRefused;
import org.moderationdesk.practice.PracticeRefused;
import org.moderationdesk.quality.QualityRefused;
import org.moderationdesk.quality.SamplingRefused;
import org.moderationdesk.referrals.targets.TargetsRefused;
import org.moderationdesk.retention.RetentionRefused;
import org.moderationdesk.routing.PlanRefused;
import org.moderationdesk.staff.PeopleRefused;
import org.moderationdesk.staff.RightRefused;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** All commands, parsed, run, and turned into an exit status. */
public final class DeskCommandLine {
    private static final String HOME = "--home";

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
        Texts texts = door.texts(door.folder(home(arguments)));
        line.setResourceBundle(usage(texts.language()));
        line.setOut(out);
        line.setErr(err);
        line.setExecutionExceptionHandler((failure, _, _) -> told(failure));
        var words = new UsageWords(texts);
        words.headings(line);
        line.setParameterExceptionHandler((wrong, _) -> {
            int status = say(words.of(wrong), Exit.WRONG_USE);
            err.println(wrong.getCommandLine().getUsageMessage());
            return status;
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
        commands.put("notice", new NoticeCommand(terminal));
        commands.put("approvals", new ApprovalsCommand(terminal));
        commands.put("export", new ExportCommand(terminal));
        commands.put("verify", new VerifyCommand(terminal));
        commands.put("checkpoint", new CheckpointCommand(terminal));
        commands.put("backup", new BackupCommand(terminal));
        commands.put("restore", new RestoreCommand(terminal));
        commands.put("guidelines", guidelines());
        commands.put("people", new PeopleCommand(terminal));
        commands.put("queues", new QueuesCommand(terminal));
        commands.put("quality", quality());
        commands.put(
                "practice",
                new CommandLine(new PracticeCommand(terminal))
                        .addSubcommand("hidden", new HiddenCommand(terminal))
                        .addSubcommand("certification", new CertificationCommand(terminal)));
        commands.put("retention", new RetentionCommand(terminal));
        commands.put("erase", new EraseCommand(terminal));
        commands.put("access", new AccessCommand(terminal));
        commands.put("referrals", referrals());
        commands.put("store", new StoreCommand(terminal));
        commands.put("sample", new SampleCommand(terminal));
        commands.put("tour", new TourCommand(terminal));
        return commands;
    }

    private CommandLine guidelines() {
        return new CommandLine(new GuidelinesCommand(terminal))
                .addSubcommand("import", new EditionImportCommand(terminal))
                .addSubcommand("withdraw", new EditionWithdrawCommand(terminal))
                .addSubcommand("editions", new EditionsCommand(terminal))
                .addSubcommand("diff", new EditionDiffCommand(terminal))
                .addSubcommand("read", new EditionReadCommand(terminal))
                .addSubcommand("touched", new EditionTouchedCommand(terminal))
                .addSubcommand("re-review", new ReReviewCommand(terminal));
    }

    private CommandLine referrals() {
        return new CommandLine(new ReferralsCommand(terminal))
                .addSubcommand("targets", new TargetsCommand(terminal))
                .addSubcommand("dossiers", new DossiersCommand(terminal))
                .addSubcommand("orders", new OrdersCommand(terminal))
                .addSubcommand("figures", new FiguresCommand(terminal))
                .addSubcommand("emergency", new EmergencyCommand(terminal));
    }

    private CommandLine quality() {
        return new CommandLine(new QualityCommand(terminal)).addSubcommand("plans", new SamplingCommand(terminal));
    }

    private int told(Exception failure) {
        Texts texts = terminal.texts();
        return switch (failure) {
            case StoreRefused refused -> say(refused.words(texts), status(refused.reason()));
            case Terminal.NoSecret asked -> say(texts.get(asked.key(), asked.variable()), asked.status());
            case StoreException broken -> say(broken.words(texts), Exit.STORE_CLOSED);
            case RightRefused missing -> say(missing.words(texts), Exit.NO);
            case PeopleRefused refused -> say(refused.words(texts), Exit.NO);
            case RetentionRefused refused -> say(refused.words(texts), Exit.NO);
            case EditionRefused refused -> say(refused.words(texts), Exit.NO);
            case PracticeRefused refused -> say(refused.words(texts), refused.isOfForm() ? Exit.WRONG_USE : Exit.NO);
            case QualityRefused refused -> say(refused.words(texts), Exit.NO);
            case SamplingRefused refused ->
                say(refused.words(texts), refused.why() == SamplingRefused.Why.FORMAT ? Exit.WRONG_USE : Exit.NO);
            case OrderRefused refused -> say(refused.words(texts), Exit.NO);
            case EmergencyRefused refused -> say(refused.words(texts), Exit.NO);
            case AuthorityRefused refused -> say(refused.words(texts), Exit.NO);
            case PlanRefused refused ->
                say(refused.words(texts), refused.why() == PlanRefused.Why.FORMAT ? Exit.WRONG_USE : Exit.NO);
            case TargetsRefused refused ->
                say(refused.words(texts), refused.why() == TargetsRefused.Why.FORMAT ? Exit.WRONG_USE : Exit.NO);
            case WrongUse wrong -> say(texts.get(wrong.key(), wrong.arguments()), Exit.WRONG_USE);
            default -> say(texts.get("cli.failed", place(failure)), Exit.FAILED);
        };
    }

    /** A refusal that is about a file that was named, not about the desk's own store, is a matter of use. */
    private static int status(StoreRefused.Reason reason) {
        return switch (reason) {
            case StoreRefused.AlreadyThere _,
                    StoreRefused.NotEmpty _,
                    StoreRefused.BackupDamaged _,
                    StoreRefused.NoCertificate _,
                    StoreRefused.NoRecoveryKey _,
                    StoreRefused.NotABackup _,
                    StoreRefused.Unwritable _,
                    StoreRefused.UnusableName _ -> Exit.WRONG_USE;
            case StoreRefused.CopyDiffers _,
                    StoreRefused.CopyDoesNotVerify _,
                    StoreRefused.DoesNotVerify _,
                    StoreRefused.OtherHead _ -> Exit.NO;
            case StoreRefused.Damaged _,
                    StoreRefused.DamagedKeyFile _,
                    StoreRefused.InUse _,
                    StoreRefused.Missing _,
                    StoreRefused.MissingKeyFile _,
                    StoreRefused.Mistyped _,
                    StoreRefused.NeedsPassphrase _,
                    StoreRefused.Newer _,
                    StoreRefused.NoRoom _,
                    StoreRefused.NoTls _,
                    StoreRefused.NotAMember _,
                    StoreRefused.NotBroughtUp _,
                    StoreRefused.NotByItsRules _,
                    StoreRefused.NotProved _,
                    StoreRefused.UnknownHost _,
                    StoreRefused.NotPrepared _,
                    StoreRefused.NotTheOwner _,
                    StoreRefused.OtherOrder _,
                    StoreRefused.OtherShape _,
                    StoreRefused.ReadOnly _,
                    StoreRefused.Truncated _,
                    StoreRefused.Unfinished _,
                    StoreRefused.Unreachable _,
                    StoreRefused.WrongKey _,
                    StoreRefused.WrongLogin _ -> Exit.STORE_CLOSED;
        };
    }

    /** Where it failed, without its words: they may quote content under review. */
    private static String place(Exception failure) {
        String own = DeskCommandLine.class.getPackageName().replaceFirst("\\.cli$", ".");
        return Stream.of(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(own))
                .findFirst()
                .map(frame ->
                        failure.getClass().getSimpleName() + ", " + frame.getFileName() + ":" + frame.getLineNumber())
                .orElse(failure.getClass().getSimpleName());
    }

    private int say(String words, int status) {
        new Says(out, err, false).message(words);
        return status;
    }

    /** The desk's folder, before the arguments are read: help and faults in them speak the desk's language too. */
    private static @Nullable Path home(String... arguments) {
        String given = null;
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith(HOME + "=")) {
                given = arguments[i].substring(HOME.length() + 1);
            } else if (arguments[i].equals(HOME) && i + 1 < arguments.length) {
                given = arguments[i + 1];
            }
        }
        try {
            return given == null ? null : Path.of(given);
        } catch (InvalidPathException noPath) {
            return null;
        }
    }

    private static ResourceBundle usage(Language language) {
        var noFallback = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        Locale locale = language == Language.NL ? Locale.forLanguageTag("nl") : Locale.ROOT;
        return ResourceBundle.getBundle(
                "text.moderation-desk", locale, DeskCommandLine.class.getClassLoader(), noFallback);
    }

    @Command(name = "moderation-desk", scope = ScopeType.INHERIT, versionProvider = Version.class)
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
