package org.moderationdesk.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.authorities.Dossier;
import org.moderationdesk.authorities.DossierFiles;
import org.moderationdesk.authorities.DossierFiles.Wanted;
import org.moderationdesk.authorities.Dossiers;
import org.moderationdesk.authorities.Receipt;
import org.moderationdesk.db.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Dossiers for police and courts. Nothing here sends anything: who handed one over enters the receipt. */
@Command(name = "dossiers")
final class DossiersCommand implements Callable<Integer> {
    private static final int MOST = 1_000;
    private static final long LARGEST = 10L << 20;

    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    DossiersCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), terminal.texts().get("cli.wrong.subcommand"));
    }

    @Command(name = "list")
    int list() throws Exception {
        return terminal.withDesk(desk -> {
            terminal.each(desk.authorities().dossiers().newest(terminal.person(), MOST), "cli.none.dossiers", line -> {
                var object = object(line.dossier());
                object.put("sent", line.isSent());
                object.put(
                        "receipts",
                        line.receipts().stream().map(DossiersCommand::object).toList());
                terminal.says()
                        .result(
                                object,
                                desk.texts()
                                        .get(
                                                line.isSent() ? "cli.dossiers.sent" : "cli.dossiers.made",
                                                line.dossier().id(),
                                                line.dossier().target(),
                                                line.dossier().itemId(),
                                                line.isSent()
                                                        ? line.receipts()
                                                                .getLast()
                                                                .sentAt()
                                                                .toString()
                                                        : ""));
            });
            return Exit.DONE;
        });
    }

    @Command(name = "make")
    int make(
            @Parameters(paramLabel = "REFERRAL", descriptionKey = "moderation-desk.referrals.id") String referral,
            @Option(names = "--state", paramLabel = "XX", descriptionKey = "moderation-desk.referrals.dossiers.state")
                    @Nullable
                    String state,
            @Option(names = "--to", paramLabel = "CODE", descriptionKey = "moderation-desk.referrals.dossiers.to")
                    @Nullable
                    String to,
            @Option(names = "--why", paramLabel = "TEXT", descriptionKey = "moderation-desk.referrals.dossiers.why")
                    @Nullable
                    String why,
            @Option(
                            names = "--because",
                            paramLabel = "TEXT",
                            descriptionKey = "moderation-desk.referrals.dossiers.because")
                    @Nullable
                    String another)
            throws Exception {
        return terminal.withDesk(desk -> {
            AuthorityDoors doors = desk.authorities();
            var ask = new Dossiers.Ask(state, to, why, another);
            Dossier made = doors.dossiers().make(terminal.person(), referral, ask, doors.own(), desk.texts());
            terminal.says()
                    .result(
                            object(made),
                            desk.texts().get("cli.dossiers.made", made.id(), made.target(), made.itemId(), ""));
            return Exit.DONE;
        });
    }

    /** Writes a dossier to a file that a password opens: a ZIP of everything, or the PDF alone. */
    @Command(name = "seal")
    int seal(
            @Parameters(paramLabel = "DOSSIER", descriptionKey = "moderation-desk.referrals.dossiers.id")
                    String dossier,
            @Parameters(paramLabel = "FILE", descriptionKey = "moderation-desk.referrals.dossiers.file") Path file)
            throws Exception {
        return terminal.withDesk(desk -> {
            char[] password = terminal.filePassword().toCharArray();
            DossierFiles files = desk.authorities().files();
            try {
                boolean pdf = file.toString().toLowerCase(Locale.ROOT).endsWith(".pdf");
                DossierFiles.Written written = pdf
                        ? files.pdf(terminal.person(), dossier, Wanted.fresh(file), password, Progress.NONE)
                        : files.zip(
                                terminal.person(),
                                dossier,
                                Wanted.fresh(file),
                                password,
                                terminal.progress("cli.progress.verify"));
                terminal.says()
                        .result(
                                Map.of("dossier", dossier, "sha256", written.sha256(), "bytes", written.bytes()),
                                desk.texts().get("cli.dossiers.sealed", written.bytes(), written.sha256()));
                return Exit.DONE;
            } catch (FileAlreadyExistsException there) {
                throw new WrongUse("cli.wrong.there", file);
            } catch (IOException unwritable) {
                throw new WrongUse("cli.wrong.out", file);
            }
        });
    }

    @Command(name = "receipt")
    int receipt(
            @Parameters(paramLabel = "DOSSIER", descriptionKey = "moderation-desk.referrals.dossiers.id")
                    String dossier,
            @Option(
                            names = "--at",
                            required = true,
                            paramLabel = "TIME",
                            descriptionKey = "moderation-desk.referrals.dossiers.at")
                    String at,
            @Option(
                            names = "--reference",
                            required = true,
                            paramLabel = "TEXT",
                            descriptionKey = "moderation-desk.referrals.dossiers.reference")
                    String reference,
            @Option(
                            names = "--document",
                            paramLabel = "FILE",
                            descriptionKey = "moderation-desk.referrals.dossiers.document")
                    @Nullable
                    Path document)
            throws Exception {
        return enter(at, document, (desk, sent, papers) -> {
            Receipt receipt =
                    desk.authorities().dossiers().receipt(terminal.person(), dossier, sent, reference, papers);
            terminal.says().result(object(receipt), desk.texts().get("cli.dossiers.entered", dossier));
        });
    }

    /** Enters what the authority answered to one that went out. */
    @Command(name = "answered")
    int answered(
            @Parameters(paramLabel = "DOSSIER", descriptionKey = "moderation-desk.referrals.dossiers.id")
                    String dossier,
            @Option(
                            names = "--at",
                            required = true,
                            paramLabel = "TIME",
                            descriptionKey = "moderation-desk.referrals.dossiers.came")
                    String at,
            @Option(
                            names = "--reference",
                            required = true,
                            paramLabel = "TEXT",
                            descriptionKey = "moderation-desk.referrals.dossiers.reference")
                    String reference,
            @Option(
                            names = "--document",
                            paramLabel = "FILE",
                            descriptionKey = "moderation-desk.referrals.dossiers.document")
                    @Nullable
                    Path document)
            throws Exception {
        return enter(at, document, (desk, came, papers) -> {
            Receipt answer = desk.authorities().dossiers().answer(terminal.person(), dossier, came, reference, papers);
            terminal.says().result(object(answer), desk.texts().get("cli.dossiers.answered", dossier));
        });
    }

    private int enter(String at, @Nullable Path document, Entering entering) throws Exception {
        Instant moment = time(at);
        byte @Nullable [] papers = document == null ? null : bytes(document);
        return terminal.withDesk(desk -> {
            entering.enter(desk, moment, papers);
            return Exit.DONE;
        });
    }

    @FunctionalInterface
    private interface Entering {
        void enter(OpenedDesk desk, Instant at, byte @Nullable [] document);
    }

    /** Writes what the authority answered to a file, as it was entered. */
    @Command(name = "answer")
    int answer(
            @Parameters(paramLabel = "DOSSIER", descriptionKey = "moderation-desk.referrals.dossiers.id")
                    String dossier,
            @Parameters(paramLabel = "N", descriptionKey = "moderation-desk.referrals.dossiers.number") int number,
            @Parameters(paramLabel = "FILE", descriptionKey = "moderation-desk.referrals.dossiers.answer") Path file)
            throws Exception {
        return terminal.withDesk(desk -> {
            Dossiers dossiers = desk.authorities().dossiers();
            Receipt receipt = dossiers.newest(terminal.person(), MOST).stream()
                    .filter(line -> line.dossier().id().equals(dossier))
                    .flatMap(line -> line.receipts().stream())
                    .filter(one -> one.place() == number - 1)
                    .findFirst()
                    .orElseThrow(() -> new WrongUse("cli.wrong.no-receipt", number));
            try {
                DossierFiles.Written written =
                        desk.authorities().files().document(terminal.person(), receipt, Wanted.fresh(file));
                terminal.says().result(object(receipt), desk.texts().get("cli.dossiers.answer", written.bytes()));
            } catch (FileAlreadyExistsException there) {
                throw new WrongUse("cli.wrong.there", file);
            } catch (IOException unwritable) {
                throw new WrongUse("cli.wrong.out", file);
            }
            return Exit.DONE;
        });
    }

    private static LinkedHashMap<String, @Nullable Object> object(Dossier dossier) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("dossier", dossier.id());
        object.put("referral", dossier.referralId());
        object.put("item", dossier.itemId());
        object.put("target", dossier.target());
        object.put("state", dossier.state());
        object.put("by", dossier.by());
        object.put("at", dossier.at().toString());
        object.put("pdf", dossier.pdf());
        object.put("json", dossier.json());
        return object;
    }

    private static Map<String, @Nullable Object> object(Receipt receipt) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("dossier", receipt.dossierId());
        object.put("number", receipt.place() + 1);
        object.put("sentAt", receipt.sentAt().toString());
        object.put("reference", receipt.reference());
        object.put("document", receipt.document());
        object.put("by", receipt.by());
        return object;
    }

    /** A moment, with the zone that it is in. */
    static Instant time(String given) {
        try {
            return OffsetDateTime.parse(given).toInstant();
        } catch (DateTimeParseException none) {
            throw new WrongUse("cli.wrong.time", given);
        }
    }

    static byte[] bytes(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new WrongUse("cli.wrong.large-document");
            }
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new WrongUse("cli.queues.unreadable", String.valueOf(file.getFileName()));
        }
    }
}
