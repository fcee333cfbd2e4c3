package org.moderationdesk.referrals.ncmec;

/** Tags of a file. */
public record FileAnnotations(
        boolean animeDrawingVirtualHentai,
        boolean potentialMeme,
        boolean viral,
        boolean possibleSelfProduction,
        boolean physicalHarm,
        boolean violenceGore,
        boolean bestiality,
        boolean liveStreaming,
        boolean infant,
        boolean generativeAi) {}
