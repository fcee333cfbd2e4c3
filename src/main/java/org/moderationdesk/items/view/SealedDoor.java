package org.moderationdesk.items.view;

/** The one way to what is sealed. Asked in the background. */
public interface SealedDoor {
    /** Records that a look begins, and only then reads what is asked for. */
    SealedSight open(SealedAsk ask);
}
