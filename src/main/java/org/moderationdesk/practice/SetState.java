package org.moderationdesk.practice;

/** How far a set has come. */
public enum SetState {
    /** Being written: only those who write sets see it. */
    DRAFT,
    /** To be practised: each of its items has a key. */
    PUBLISHED,
    /** No longer given to anybody; runs through it can be read, and begun ones finished. */
    ARCHIVED
}
