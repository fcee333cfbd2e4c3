package org.moderationdesk.settings.view;

import java.util.function.Consumer;
import org.moderationdesk.audit.Custody;
import org.moderationdesk.log.Verdict;

/** What the settings can do for the store of the desk that is open: its own, or a shared one. */
public sealed interface DeskCare permits StoreCare, SharedCare {
    Custody custody();

    /** Told each verdict, on the JavaFX thread. */
    Consumer<Verdict> onVerified();
}
