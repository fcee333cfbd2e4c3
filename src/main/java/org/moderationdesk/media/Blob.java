package org.moderationdesk.media;

import java.nio.file.Path;

/**
 * An encrypted media file and the key that opens it and no other.
 *
 * @param key 32 bytes
 * @param mayGrow whether it may still be written, so that an end that is missing is no damage
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Blob(Path path, byte[] key, boolean mayGrow) {}
