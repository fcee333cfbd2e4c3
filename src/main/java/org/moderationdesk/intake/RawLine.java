package org.moderationdesk.intake;

/**
 * One line of a file as it stands there, without its end.
 *
 * @param number from 1, blank lines counted
 * @param bytes the line, or its beginning where it is too long to hold
 * @param whole whether {@code bytes} is all of it
 * @param end offset in the file of the byte after the line
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record RawLine(long number, byte[] bytes, boolean whole, long end) {
    /** What is kept of a line that is too long. */
    static final int KEPT = 65_536;

    /** Of what comes in without a file. */
    static RawLine inNoFile() {
        return new RawLine(0, new byte[0], true, 0);
    }

    boolean isInAFile() {
        return number > 0;
    }

    boolean isBlank() {
        if (!whole) {
            return false;
        }
        for (byte b : bytes) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
