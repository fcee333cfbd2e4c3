package org.moderationdesk.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/**
 * Reads lines, holding of one beyond the limit only its beginning, so that no file can fill the memory. A byte order
 * mark before the first is skipped.
 */
final class BoundedLines {
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final BufferedReader in;
    private final int longest;
    private boolean begun;

    /** @param longest characters of a line that are kept */
    BoundedLines(Reader in, int longest) {
        this.in = new BufferedReader(in);
        this.longest = longest;
    }

    /** The next line without its end; empty at the end of the file. */
    Optional<String> next() throws IOException {
        int c = in.read();
        if (!begun && c == BYTE_ORDER_MARK) {
            c = in.read();
        }
        begun = true;
        if (c < 0) {
            return Optional.empty();
        }
        var line = new StringBuilder();
        for (; c >= 0 && c != '\n'; c = in.read()) {
            if (line.length() < longest) {
                line.append((char) c);
            }
        }
        return Optional.of(line.toString());
    }
}
