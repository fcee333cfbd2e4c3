package org.moderationdesk.review;

import org.moderationdesk.guidelines.Severity;
import org.moderationdesk.media.CoverChoice;
import org.moderationdesk.media.SafeView;

/**
 * Under which cover content opens for one person: as they like it, and never with less than the floor. Kept in memory,
 * so that it can be asked on any thread.
 */
public final class Covering {
    private volatile SafeView own;
    private volatile SafeView floor;

    public Covering(SafeView own, SafeView floor) {
        this.own = own;
        this.floor = floor;
    }

    /** What the person likes, whether the floor lets them have it or not. */
    public SafeView own() {
        return own;
    }

    public SafeView floor() {
        return floor;
    }

    public void own(SafeView liked) {
        own = liked;
    }

    public void floor(SafeView least) {
        floor = least;
    }

    /** How content of this severity opens. */
    public CoverChoice of(Severity severity) {
        return StoredCoverFloor.of(own.over(floor), severity);
    }
}
