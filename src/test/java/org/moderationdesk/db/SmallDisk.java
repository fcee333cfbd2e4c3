package org.moderationdesk.db;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** A file system for H2, "small:", on which no file grows beyond a length that a test sets. */
public final class SmallDisk extends FilePathWrapper {
    static final String SCHEME = "small";

    /** H2 makes an object of this class for each path, so they can only share what is static. */
    private static final AtomicLong LONGEST = new AtomicLong(Long.MAX_VALUE);

    static void register() {
        FilePath.register(new SmallDisk());
    }

    static void letFilesGrowTo(long bytes) {
        LONGEST.set(bytes);
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new SmallFile(super.open(mode));
    }

    private static final class SmallFile extends FileBaseDefault {
        private final FileChannel file;

        SmallFile(FileChannel file) {
            this.file = file;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public int read(ByteBuffer to, long at) throws IOException {
            return file.read(to, at);
        }

        @Override
        public int write(ByteBuffer from, long at) throws IOException {
            if (at + from.remaining() > LONGEST.get()) {
                throw new IOException("No space left on device");
            }
            return file.write(from, at);
        }

        @Override
        protected void implTruncate(long length) throws IOException {
            file.truncate(length);
        }

        @Override
        public void force(boolean metadata) throws IOException {
            file.force(metadata);
        }

        @Override
        public FileLock tryLock(long at, long length, boolean shared) throws IOException {
            return file.tryLock(at, length, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
