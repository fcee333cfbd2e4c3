package org.moderationdesk.practice;

/** How a run stands. */
public enum RunState {
    RUNNING,
    PAUSED,
    FINISHED
}
