package org.moderationdesk.db;

import java.io.IOException;
import java.nio.file.Files;

/** Opens a desk's store on a disk that is about to be full, for trials in other rooms. */
public final class FullDiskDesk {
    private FullDiskDesk() {}

    /** Opens the store of the desk; its key file alone opens it. */
    public static Store open(DeskFolder folder) throws StoreRefused {
        SmallDisk.register();
        SmallDisk.letFilesGrowTo(Long.MAX_VALUE);
        FileKey key = KeyFile.read(folder.keyFile()).unlock(new Unlock.Alone());
        return new H2Store(H2Engine.openThrough(SmallDisk.SCHEME + ":", folder.store(), key), null, _ -> {});
    }

    /** From now on the store's file may grow by so many bytes. */
    public static void leaveRoom(DeskFolder folder, long bytes) throws IOException {
        SmallDisk.letFilesGrowTo(Files.size(folder.storeFile()) + bytes);
    }
}
