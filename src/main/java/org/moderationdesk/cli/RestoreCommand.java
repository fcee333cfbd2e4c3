package org.moderationdesk.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.audit.Custody;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.RecoveryKey;
import org.moderationdesk.db.RestorePermit;
import org.moderationdesk.db.StoreRefused;
import org.moderationdesk.db.Unlock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Puts a backup in the place of the desk's store, after verifying it. */
@Command(name = "restore")
final class RestoreCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", descriptionKey = "moderation-desk.restore.file")
    private Path file = Path.of("");

    RestoreCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        DeskFolder folder = terminal.folder();
        if (!Files.isReadable(file)) {
            throw new WrongUse("cli.wrong.unreadable", file);
        }
        RestorePermit permit = permit(folder);
        long entries =
                terminal.door().restore(permit, folder, file, unlock(folder), terminal.progress("cli.progress.steps"));
        var object = new LinkedHashMap<String, Object>();
        object.put("entries", entries);
        object.put("bytes", Files.size(file));
        terminal.says().result(object, terminal.texts().get("cli.restore.done", entries));
        return Exit.DONE;
    }

    /** The people of the store that is there now say who may replace it; one that does not open has nobody to ask. */
    private RestorePermit permit(DeskFolder folder) throws Exception {
        if (!terminal.door().exists(folder)) {
            return RestorePermit.nobodyToAsk();
        }
        try {
            var given = new AtomicReference<@Nullable RestorePermit>();
            int unused = terminal.withDesk(_ -> {
                given.set(Custody.requireRestore(terminal.person()));
                return Exit.DONE;
            });
            return Objects.requireNonNull(given.get());
        } catch (StoreRefused doesNotOpen) {
            terminal.says().message(terminal.texts().get("cli.restore.unasked"));
        } catch (Terminal.NoSecret nobody) {
            if (nobody.status() != Exit.STORE_CLOSED) {
                throw nobody;
            }
            terminal.says().message(terminal.texts().get("cli.restore.unasked"));
        }
        return RestorePermit.nobodyToAsk();
    }

    private Unlock unlock(DeskFolder folder) throws StoreRefused {
        if (!terminal.hasPassphrase() && terminal.door().opensAlone(folder, file)) {
            return new Unlock.Alone();
        }
        String typed = terminal.passphraseOrRecoveryKey();
        return RecoveryKey.isOne(typed) ? new Unlock.Recovery(typed) : new Unlock.Passphrase(typed);
    }
}
