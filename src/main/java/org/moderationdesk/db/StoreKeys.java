package org.moderationdesk.db;

import java.io.IOException;
import java.nio.file.Path;

/** Changes what opens a store; made by {@link StoreDoor#keys} with what opens it now. The file's own key stays. */
public final class StoreKeys {
    private final Path file;
    private final FileKey key;
    private KeyFile now;

    StoreKeys(Path file, KeyFile now, FileKey key) {
        this.file = file;
        this.now = now;
        this.key = key;
    }

    /** Whether the key file alone opens the store: who copies the desk's folder then has everything. */
    public boolean opensAlone() {
        return now.opensAlone();
    }

    /** Whether a recovery key has been made, which a backup needs where no passphrase is set. */
    public boolean hasRecoveryKey() {
        return now.hasRecoveryKey();
    }

    /** Sets or changes the passphrase; from now on the key file alone opens nothing. */
    public void setPassphrase(String passphrase) throws StoreRefused {
        keep(now.passphrase(key, passphrase));
    }

    /** Takes the passphrase away: from now on the key file alone opens the store. */
    public void removePassphrase() throws StoreRefused {
        keep(now.alone(key));
    }

    /** Makes a new recovery key, to be shown once; the one before no longer opens the store. */
    public RecoveryKey newRecoveryKey() throws StoreRefused {
        var recovery = RecoveryKey.random();
        keep(now.recovery(key, recovery));
        return recovery;
    }

    private void keep(KeyFile changed) throws StoreRefused {
        try {
            OwnFiles.write(file, changed.json());
        } catch (IOException unwritable) {
            throw new StoreRefused(new StoreRefused.Unwritable(file), unwritable);
        }
        now = changed;
    }
}
