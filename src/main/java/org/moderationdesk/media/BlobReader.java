package org.moderationdesk.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.moderationdesk.db.BlobCipher;

/**
 * Reads an encrypted file from any place, in memory alone. A file that {@link GrowingFile} still writes is read as far as
 * it is. For one thread at a time.
 */
public final class BlobReader implements AutoCloseable {
    private static final int SEALED = BlobCipher.SEGMENT + BlobCipher.TAG;
    private static final int KEPT = 16;

    private final FileChannel in;
    private final BlobCipher cipher;
    private final boolean mayGrow;
    private final Map<Long, byte[]> kept = new LinkedHashMap<>(KEPT, 0.75f, true);
    private long segments;
    private long size;
    private boolean growing;

    /**
     * Opens the file and proves its end.
     *
     * @throws IOException also where it was changed or cut on disk
     */
    public BlobReader(Blob blob) throws IOException {
        cipher = BlobCipher.decrypting(blob.key());
        mayGrow = blob.mayGrow();
        in = FileChannel.open(blob.path(), StandardOpenOption.READ);
        try {
            refresh();
        } catch (IOException damaged) {
            in.close();
            throw damaged;
        }
    }

    /** Looks again how far it goes. */
    public void refresh() throws IOException {
        long bytes = in.size();
        kept.clear();
        growing = false;
        segments = (bytes + SEALED - 1) / SEALED;
        size = bytes - segments * BlobCipher.TAG;
        if (segments > 0 && isProved(segments - 1, true)) {
            return;
        }
        // Its writer may be in the midst of a segment: what is whole counts.
        growing = true;
        segments = bytes / SEALED;
        size = segments * BlobCipher.SEGMENT;
        if (!mayGrow || segments > 0 && !isProved(segments - 1, false)) {
            throw new IOException("a media file was changed or cut on disk");
        }
    }

    /** Plain bytes that can be read now. */
    public long size() {
        return size;
    }

    /** Whether its end is not written yet. */
    public boolean isGrowing() {
        return growing;
    }

    /** Reads up to {@code length} bytes; -1 at the end. */
    public int read(long at, byte[] into, int offset, int length) throws IOException {
        if (at < 0 || at >= size) {
            return -1;
        }
        byte[] plain = segment(at / BlobCipher.SEGMENT);
        int from = (int) (at % BlobCipher.SEGMENT);
        int count = Math.min(length, plain.length - from);
        System.arraycopy(plain, from, into, offset, count);
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private byte[] segment(long number) throws IOException {
        byte[] plain = kept.get(number);
        if (plain != null) {
            return plain;
        }
        try {
            plain = opened(number, !growing && number == segments - 1);
        } catch (GeneralSecurityException changed) {
            throw new IOException("a media file was changed or cut on disk", changed);
        }
        kept.put(number, plain);
        if (kept.size() > KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
        return plain;
    }

    private boolean isProved(long number, boolean last) throws IOException {
        try {
            kept.put(number, opened(number, last));
            return true;
        } catch (GeneralSecurityException otherwise) {
            return false;
        }
    }

    private byte[] opened(long number, boolean last) throws IOException, GeneralSecurityException {
        ByteBuffer sealed = ByteBuffer.allocate((int) Math.min(SEALED, in.size() - number * SEALED));
        while (sealed.hasRemaining() && in.read(sealed, number * SEALED + sealed.position()) >= 0) {
            // A file shrinking meanwhile ends here and does not pass.
        }
        return cipher.turn(number, sealed.array(), sealed.position(), last);
    }
}
