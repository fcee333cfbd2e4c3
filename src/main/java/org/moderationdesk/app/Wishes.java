package org.moderationdesk.app;

import org.moderationdesk.settings.Appearance;

/** What a person can ask of the window from within it. JavaFX thread only. */
interface Wishes {
    Appearance appearance();

    /** Shows the new appearance and keeps it; another language furnishes the window anew. */
    void change(Appearance appearance);

    /** What can be set at this desk. */
    Choices choices();

    /** Locks the desk now. */
    void lock();

    /** Gives the open case back, keeps what is unsent, and asks who works here next; asks before, where that cannot be. */
    void signOut();

    /** Leaves this desk as by signing out, and goes to a shared one. */
    void otherDesk();

    /** Closes the desk and goes to where a backup is put back. */
    void restore();
}
