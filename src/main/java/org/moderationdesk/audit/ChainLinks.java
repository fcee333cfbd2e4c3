package org.moderationdesk.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moderationdesk.base.Sha256;
import org.moderationdesk.log.LoggedEvent;
import org.moderationdesk.log.StoredEvents;

/** Proves single entries of the log: their hashes are made anew. That all hold, only a walk over the log shows. */
public final class ChainLinks {
    private static final String NOTHING_BEFORE = "0".repeat(64);

    private final StoredEvents events;

    public ChainLinks(StoredEvents events) {
        this.events = events;
    }

    /** The entry in its place; empty where there is none of this number. Not for the JavaFX thread. */
    public Optional<ChainLink> of(long seq) {
        return events.at(seq).map(this::link);
    }

    private ChainLink link(LoggedEvent entry) {
        @Nullable LoggedEvent next = events.at(entry.seq() + 1).orElse(null);
        String before = entry.seq() == 1
                ? NOTHING_BEFORE
                : events.at(entry.seq() - 1).map(LoggedEvent::hash).orElse("");
        return new ChainLink(
                entry.seq(), before, entry.hash(), next == null ? null : next.hash(), state(before, entry, next));
    }

    private static ChainLink.State state(String before, LoggedEvent entry, @Nullable LoggedEvent next) {
        if (next != null && !next.hash().equals(hash(entry.hash(), next))) {
            return ChainLink.State.BROKEN;
        }
        if (before.isEmpty()) {
            return ChainLink.State.UNKNOWN;
        }
        return entry.hash().equals(hash(before, entry)) ? ChainLink.State.HOLDS : ChainLink.State.BROKEN;
    }

    private static String hash(String before, LoggedEvent entry) {
        MessageDigest sha = Sha256.digest();
        sha.update(before.getBytes(StandardCharsets.US_ASCII));
        sha.update(entry.body().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(sha.digest());
    }
}
