package org.moderationdesk.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Splits a file into lines, holding no more of it than the line at hand, and of a line beyond the limit only its
 * beginning. Lines end with LF; a byte order mark at the start of the file is skipped. For one thread.
 */
final class LineReader {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int BUFFER = 1 << 18;

    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;
    private long read;
    private long number;

    /** @param longest bytes of the longest line that is held whole */
    LineReader(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** The next line; empty at the end of the file. */
    Optional<RawLine> next() throws IOException {
        if (number == 0) {
            skipByteOrderMark();
        }
        if (at == end && !fill()) {
            return Optional.empty();
        }
        number++;
        var line = new ByteArrayOutputStream(512);
        boolean whole = true;
        boolean ended = false;
        while (!ended && (at < end || fill())) {
            int lineEnd = indexOfLineEnd();
            ended = lineEnd < end;
            if (whole && line.size() + lineEnd - at > longest) {
                whole = false;
                line = beginning(line, lineEnd);
            } else if (whole) {
                line.write(buffer, at, lineEnd - at);
            }
            at = ended ? lineEnd + 1 : lineEnd;
        }
        return Optional.of(new RawLine(number, line.toByteArray(), whole, read - (end - at)));
    }

    private ByteArrayOutputStream beginning(ByteArrayOutputStream line, int lineEnd) {
        var beginning = new ByteArrayOutputStream(RawLine.KEPT);
        byte[] held = line.toByteArray();
        beginning.write(held, 0, Math.min(held.length, RawLine.KEPT));
        beginning.write(buffer, at, Math.min(lineEnd - at, RawLine.KEPT - beginning.size()));
        return beginning;
    }

    private int indexOfLineEnd() {
        for (int i = at; i < end; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return end;
    }

    private void skipByteOrderMark() throws IOException {
        if (fill() && end >= 3 && Arrays.equals(buffer, 0, 3, BYTE_ORDER_MARK, 0, 3)) {
            at = 3;
        }
    }

    private boolean fill() throws IOException {
        at = 0;
        end = in.readNBytes(buffer, 0, BUFFER);
        read += end;
        return end > 0;
    }
}
