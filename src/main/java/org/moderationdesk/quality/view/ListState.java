package org.moderationdesk.quality.view;

/** What a list shows. */
enum ListState {
    LOADING,
    THERE,
    /** The store did not answer. */
    LOST
}
