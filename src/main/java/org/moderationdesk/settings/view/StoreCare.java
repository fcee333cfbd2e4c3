package org.moderationdesk.settings.view;

import java.util.function.Consumer;
import org.moderationdesk.audit.Custody;
import org.moderationdesk.db.Backup;
import org.moderationdesk.db.DeskFolder;
import org.moderationdesk.db.StoreKeys;
import org.moderationdesk.log.Verdict;

/**
 * What the care of an open store takes.
 *
 * @param onVerified told each verdict, on the JavaFX thread
 * @param restore closes the desk and goes to where a backup is put back
 */
public record StoreCare(
        DeskFolder folder,
        StoreKeys keys,
        Backup backup,
        Custody custody,
        Consumer<Verdict> onVerified,
        Runnable restore)
        implements DeskCare {}
