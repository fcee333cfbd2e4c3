package org.moderationdesk.media.decode;

import java.time.Duration;

/**
 * How far the worker goes for a stranger's file.
 *
 * @param mostPixels of a frame; more are refused before they are decoded
 * @param longestSide of a frame, in pixels
 * @param answer longest wait for an answer before the worker counts as hung, and is killed
 * @param survey longest that a look over the whole file takes; what was found by then is the answer
 * @param heapMegabytes of the worker's JVM
 * @param memoryMegabytes of address space that the worker has in all; kept by the system on Linux
 */
public record DecodeLimits(
        long mostPixels, int longestSide, Duration answer, Duration survey, int heapMegabytes, int memoryMegabytes) {
    public static final DecodeLimits USUAL =
            new DecodeLimits(64_000_000, 16_384, Duration.ofSeconds(10), Duration.ofSeconds(20), 96, 3_072);
}
