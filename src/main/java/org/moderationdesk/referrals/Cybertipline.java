package org.moderationdesk.referrals;

/** The way to NCMEC. Touches the network: not for the JavaFX thread. */
@FunctionalInterface
interface Cybertipline {
    /** @throws NoAnswer where none came in time */
    Answer send(Call call) throws NoAnswer;
}
