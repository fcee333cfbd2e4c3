package org.moderationdesk.calibration;

/** How far a calibration session has come. */
public enum SessionState {
    /** Those who are asked decide apart: nobody sees an answer but their own. */
    OPEN,
    /** Nobody decides any more; the answers lie side by side. */
    CLOSED,
    /** The lead has said what is right, or that there is nothing to say. */
    RULED
}
