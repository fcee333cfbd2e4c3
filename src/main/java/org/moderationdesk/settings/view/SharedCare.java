package org.moderationdesk.settings.view;

import java.util.function.Consumer;
import org.moderationdesk.audit.Custody;
import org.moderationdesk.db.PostgresPlace;
import org.moderationdesk.log.Verdict;

/**
 * What there is to know of a shared store.
 *
 * @param files where the files of items lie
 * @param onVerified told each verdict, on the JavaFX thread
 */
public record SharedCare(PostgresPlace place, String files, Custody custody, Consumer<Verdict> onVerified)
        implements DeskCare {}
