package org.moderationdesk.practice.view;

/** Whether a list is there to be shown. */
enum ListState {
    LOADING,
    THERE,
    /** The store did not answer. */
    LOST
}
