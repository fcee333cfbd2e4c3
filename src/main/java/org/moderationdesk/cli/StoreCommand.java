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
import org.moderationdesk.db.RestorePermit;
import org.moderationdesk.db.SharedStoreDoor;
import org.moderationdesk.db.StoreMove;
import org.moderationdesk.db.StoreRefused;
import org.moderationdesk.db.Unlock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prepares a store, and copies one to another place. */
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

    /** Copies a store to another place, verified there before it is taken: a folder, or the address of a shared store. */
    @Command(name = "copy")
    int copy(
            @Option(
                            names = "--from",
                            required = true,
                            paramLabel = "DIR|ADDRESS",
                            descriptionKey = "moderation-desk.store.from")
                    String from,
            @Option(
                            names = "--to",
                            required = true,
                            paramLabel = "DIR|ADDRESS",
                            descriptionKey = "moderation-desk.store.to")
                    String to)
            throws Exception {
        Optional<PostgresPlace> server = Terminal.shared(from);
        Optional<PostgresPlace> toServer = Terminal.shared(to);
        if (server.isPresent() && toServer.isPresent()) {
            throw new WrongUse("cli.wrong.two-servers");
        }
        if (server.isPresent()) {
            return move(server.get(), terminal.door().folder(Path.of(to)));
        }
        return toServer.isPresent()
                ? move(terminal.door().folder(Path.of(from)), toServer.get())
                : copy(Path.of(from), Path.of(to));
    }

    private int move(DeskFolder from, PostgresPlace to) throws StoreRefused {
        var server = new StoreMove.Server(to, terminal.serverLogin(), terminal.password());
        Moved moved = terminal.door()
                .moveTo(server, from, terminal::passphrase, terminal.home(), terminal.progress("cli.progress.steps"));
        return told(moved, to.url());
    }

    private int move(PostgresPlace from, DeskFolder to) throws StoreRefused {
        if (terminal.door().exists(to)) {
            throw new WrongUse("cli.wrong.store-there", to.home());
        }
        var server = new StoreMove.Server(from, terminal.serverLogin(), terminal.password());
        var folder = new StoreMove.Folder(to, terminal.hasPassphrase() ? terminal.passphrase() : null);
        Moved moved = terminal.door()
                .moveFrom(
                        server,
                        folder,
                        terminal::tellRecoveryKey,
                        terminal.home(),
                        terminal.progress("cli.progress.steps"));
        return told(moved, to.home());
    }

    private int told(Moved moved, Object where) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("entries", moved.entries());
        object.put("head", moved.head());
        object.put("rows", moved.rows());
        object.put("needLogin", moved.withoutLogin());
        Moved.First first = moved.first();
        if (first != null) {
            object.put("first", first.name());
            object.put("oneTimePassword", first.oneTimePassword());
        }
        Says says = terminal.says();
        says.result(object, terminal.texts().get("cli.store.copied", moved.entries(), where));
        if (!moved.withoutLogin().isEmpty()) {
            String names = String.join(", ", moved.withoutLogin());
            says.message(terminal.texts().get("cli.store.need-login", names));
        }
        if (first != null && !says.json()) {
            says.message(terminal.texts().get("cli.people.once", first.name(), first.oneTimePassword()));
        }
        return Exit.DONE;
    }

    private int copy(Path from, Path to) throws Exception {
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
            RestorePermit permit = RestorePermit.nobodyToAsk();
            long entries =
                    terminal.door().restore(permit, target, onTheWay, unlock, terminal.progress("cli.progress.steps"));
            var object = new LinkedHashMap<String, Object>();
            object.put("entries", entries);
            terminal.says().result(object, terminal.texts().get("cli.store.copied", entries, target.home()));
            return Exit.DONE;
        } finally {
            Files.deleteIfExists(onTheWay);
        }
    }
}
