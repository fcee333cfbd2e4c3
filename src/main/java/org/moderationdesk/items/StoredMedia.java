package org.moderationdesk.items;

import org.jspecify.annotations.Nullable;

/**
 * What became of one media file of an item.
 *
 * @param sha256 of the file as it was found; where it was not, as it was given; null where that is no SHA-256
 */
public record StoredMedia(MediaFile.State state, @Nullable String sha256) {}
