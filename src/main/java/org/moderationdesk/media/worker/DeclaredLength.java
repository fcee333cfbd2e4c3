package org.moderationdesk.media.worker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How long a file says that it is, in those containers that say it where one can see it. For one thread. */
final class DeclaredLength {
    private static final int EBML = 0x1A45DFA3;
    private static final int SEGMENT = 0x18538067;
    private static final int RIFF = 0x52494646;
    private static final int FTYP = 0x66747970;
    private static final int MOST_BOXES = 4_096;

    private final Source file;

    private DeclaredLength(Source file) {
        this.file = file;
    }

    /** Whether the file ends before it says. */
    static boolean isCut(Source file) {
        try {
            return new DeclaredLength(file).end() > file.size();
        } catch (IOException | IndexOutOfBoundsException | ArithmeticException unreadable) {
            // What cannot be read is told by who decodes it.
            return false;
        }
    }

    /** Where the file should end, as far as it says. */
    private long end() throws IOException {
        ByteBuffer first = at(0, 12);
        if (first.getInt(0) == EBML) {
            return matroska();
        }
        if (first.getInt(0) == RIFF) {
            long length = first.order(ByteOrder.LITTLE_ENDIAN).getInt(4) & 0xFFFFFFFFL;
            // All ones or nothing: written as a stream, its length unknown.
            return length == 0xFFFFFFFFL ? 0 : length + 8;
        }
        return first.getInt(4) == FTYP ? boxes() : 0;
    }

    private long matroska() throws IOException {
        long segment = 4 + numberBytes(4) + number(4);
        if (at(segment, 4).getInt(0) != SEGMENT) {
            return 0;
        }
        int bytes = numberBytes(segment + 4);
        long length = number(segment + 4);
        boolean unknown = length == (1L << 7 * bytes) - 1;
        return unknown ? 0 : segment + 4 + bytes + length;
    }

    private int numberBytes(long at) throws IOException {
        return Integer.numberOfLeadingZeros(at(at, 1).get(0) & 0xFF) - 23;
    }

    private long number(long at) throws IOException {
        int bytes = numberBytes(at);
        ByteBuffer digits = at(at, bytes);
        long number = digits.get(0) & 0xFF >> bytes;
        for (int i = 1; i < bytes; i++) {
            number = number << 8 | digits.get(i) & 0xFF;
        }
        return number;
    }

    private long boxes() throws IOException {
        long at = 0;
        for (int i = 0; i < MOST_BOXES && at + 8 <= file.size(); i++) {
            long length = at(at, 4).getInt(0) & 0xFFFFFFFFL;
            if (length == 1) {
                length = at(at + 8, 8).getLong(0);
            }
            if (length < 8) {
                // To the end of the file, or nonsense.
                return 0;
            }
            at = Math.addExact(at, length);
        }
        return at;
    }

    private ByteBuffer at(long place, int length) throws IOException {
        byte[] bytes = new byte[length];
        int filled = 0;
        while (filled < length) {
            int count = file.read(place + filled, bytes, filled, length - filled);
            if (count <= 0) {
                throw new IndexOutOfBoundsException();
            }
            filled += count;
        }
        return ByteBuffer.wrap(bytes);
    }
}
