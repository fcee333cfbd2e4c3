package org.moderationdesk.referrals;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where reports go. The hosts are NCMEC's, and nothing sets others. */
public enum Environment {
    /** Reports are checked and kept; nothing is sent. */
    DISABLED(null),
    /** NCMEC's test system: what is reported there is discarded. */
    TEST("https://exttest.cybertip.org/ispws"),
    /** The CyberTipline itself. */
    PRODUCTION("https://report.cybertip.org/ispws");

    private final @Nullable String base;

    Environment(@Nullable String base) {
        this.base = base;
    }

    /** Empty where nothing is sent. */
    Optional<URI> address() {
        return Optional.ofNullable(base).map(URI::create);
    }

    public boolean isSending() {
        return base != null;
    }
}
