package org.moderationdesk.referrals.ncmec;

import org.jspecify.annotations.Nullable;

/** A game played online. */
public record OnlineGamingIncident(
        @Nullable String gameName,
        @Nullable String console,
        @Nullable String content,
        @Nullable String additionalInfo) implements Incident {}
