package org.moderationdesk.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.PostgresPlace;
import org.moderationdesk.db.RecoveryKey;
import org.moderationdesk.db.SharedStoreDoor;
import org.moderationdesk.db.StoreRefused;
import org.moderationdesk.db.Unlock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prepares a store, and moves one to another folder. */
@Command(name = "store")
final class StoreCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    StoreCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), terminal.texts().get("cli.wrong.subcommand"));
    }

    /** Makes the desk's store, with a passphrase where the environment holds one; or prepares a shared one. */
    @Command(name = "init")
    int init() throws Exception {
        Optional<PostgresPlace> shared = terminal.shared();
        if (shared.isPresent()) {
            return prepare(shared.get());
        }
        DeskFolder folder = terminal.folder();
        @Nullable String passphrase = terminal.hasPassphrase() ? terminal.passphrase() : null;
        terminal.door().create(folder, passphrase, terminal::tellRecoveryKey);
        var object = new LinkedHashMap<String, Object>();
        object.put("home", folder.home().toString());
        object.put("passphrase", passphrase != null);
        terminal.says()
                .result(
                        object,
                        terminal.texts()
                                .get(passphrase == null ? "cli.store.made-alone" : "cli.store.made", folder.home()));
        return Exit.DONE;
    }

    private int prepare(PostgresPlace place) throws StoreRefused {
        new SharedStoreDoor(place).prepare(terminal.serverLogin(), terminal.password());
        boolean guarded = place.guard() == PostgresPlace.Guard.VERIFIED;
        var object = new LinkedHashMap<String, Object>();
        object.put("store", place.url());
        object.put("encrypted", guarded);
        terminal.says()
                .result(
                        object,
                        terminal.texts().get(guarded ? "cli.store.prepared" : "cli.store.prepared-open", place.url()));
        return Exit.DONE;
    }

    /** Copies a desk's store to another folder, verified there before it is taken. */
    @Command(name = "copy")
    int copy(
            @Option(
                            names = "--from",
                            required = true,
                            paramLabel = "DIR",
                            descriptionKey = "moderation-desk.store.from")
                    Path from,
            @Option(names = "--to", required = true, paramLabel = "DIR", descriptionKey = "moderation-desk.store.to")
                    Path to)
            throws Exception {
        DeskFolder source = terminal.door().folder(from);
        if (!terminal.door().exists(source)) {
            throw new StoreRefused(new StoreRefused.Missing(source.home()));
        }
        DeskFolder target = terminal.door().folder(to);
        if (terminal.door().exists(target)) {
            throw new WrongUse("cli.wrong.store-there", target.home());
        }
        String secret = terminal.passphraseOrRecoveryKey();
        Unlock unlock = RecoveryKey.isOne(secret) ? new Unlock.Recovery(secret) : new Unlock.Passphrase(secret);
        Path onTheWay = Files.createTempFile("moderation-desk", ".copy");
        try {
            try (OpenedDesk desk = terminal.door().open(source, () -> secret, _ -> {})) {
                desk.backup()
                        .orElseThrow(() -> new WrongUse("cli.wrong.server-backup"))
                        .to(onTheWay, terminal.progress("cli.progress.bytes"));
            }
            long entries = terminal.door().restore(target, onTheWay, unlock, terminal.progress("cli.progress.steps"));
            var object = new LinkedHashMap<String, Object>();
            object.put("entries", entries);
            terminal.says().result(object, terminal.texts().get("cli.store.copied", entries, target.home()));
            return Exit.DONE;
        } finally {
            Files.deleteIfExists(onTheWay);
        }
    }
}
