package org.moderationdesk.referrals.ncmec;

import org.jspecify.annotations.Nullable;

/** A chat, or messages. */
public record ChatImIncident(
        @Nullable String chatClient,
        @Nullable String chatRoomName,
        @Nullable String content,
        @Nullable String additionalInfo)
        implements Incident {}
