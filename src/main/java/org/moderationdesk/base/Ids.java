package org.moderationdesk.base;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** New identifiers: UUID version 7 (RFC 9562), so that later ones sort after earlier ones. Safe for any thread. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static String next(Instant now) {
        long high = (now.toEpochMilli() << 16) | 0x7000L | RANDOM.nextInt(0x1000);
        long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }
}
