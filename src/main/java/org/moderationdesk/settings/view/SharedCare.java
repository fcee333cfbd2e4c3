package org.moderationdesk.settings.view;

import java.util.function.Consumer;
import org.moderationdesk.db.PostgresPlace;
import org.moderationdesk.log.Verdict;
import org.moderationdesk.log.Verifier;

/**
 * What there is to know of a shared store.
 *
 * @param files where the files of items lie
 * @param onVerified told each verdict, on the JavaFX thread
 */
public record SharedCare(PostgresPlace place, String files, Verifier verifier, Consumer<Verdict> onVerified)
        implements DeskCare {}
