package org.moderationdesk.referrals;

import org.moderationdesk.referrals.ncmec.ViewedHere.Extent;

/** What files are, as far as seeing all of them goes: by what the desk decodes, never by what an item says of them. */
@FunctionalInterface
public interface Extents {
    /**
     * Unknown where that is not certain. Takes as long as a decoder does; not for the JavaFX thread.
     *
     * @param sha256 of the file's content
     */
    Extent of(String sha256);
}
