package org.moderationdesk.decisions;

/** Something known from elsewhere that the decision relies on. */
public record OffPlatformSource(String source, String reference, String why) {}
