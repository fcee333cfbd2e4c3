package org.moderationdesk.db;

/** A store that was just made, open; the recovery key is shown to the person once and kept nowhere. */
public record Created(H2Store store, RecoveryKey recoveryKey) {}
