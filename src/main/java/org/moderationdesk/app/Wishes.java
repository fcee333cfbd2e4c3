package org.moderationdesk.app;

import org.moderationdesk.media.SafeView;
import org.moderationdesk.settings.Appearance;
import org.moderationdesk.settings.DecisionSettings;
import org.moderationdesk.settings.LockSettings;
import org.moderationdesk.settings.QueueSettings;
import org.moderationdesk.settings.WellbeingSettings;

/** What a person can ask of the window from within it. JavaFX thread only. */
interface Wishes {
    Appearance appearance();

    /** Shows the new appearance and keeps it; another language furnishes the window anew. */
    void change(Appearance appearance);

    /** Keeps how work goes, tells the log, and lets it take effect. */
    void keep(QueueSettings queue, DecisionSettings decisions);

    /** Keeps how much looking a day holds, tells the log, and lets it take effect. */
    void keep(WellbeingSettings wellbeing);

    /** Keeps how this person likes content to open; it holds from the next case on. */
    void keep(SafeView own, Runnable then);

    /** Sets the floor under that, for everybody at this store. */
    void keepFloor(SafeView floor, Runnable then);

    LockSettings lockSettings();

    /** Keeps when the desk locks itself, tells the log, and lets it take effect. */
    void keep(LockSettings lock);

    /** Furnishes the window with the edition of the guidelines that has come into force. */
    void newEdition();

    /** Locks the desk now. */
    void lock();

    /** Gives the open case back, keeps what is unsent, and asks who works here next. */
    void signOut();

    /** Leaves this desk as by signing out, and goes to a shared one. */
    void otherDesk();

    /** Closes the desk and goes to where a backup is put back. */
    void restore();
}
