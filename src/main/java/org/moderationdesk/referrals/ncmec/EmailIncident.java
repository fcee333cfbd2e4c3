package org.moderationdesk.referrals.ncmec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Email. Each address must be one of a reported person, an intended recipient or a victim. */
public record EmailIncident(
        List<Email> emailAddress,
        @Nullable String content,
        @Nullable String additionalInfo) implements Incident {
    public EmailIncident {
        emailAddress = List.copyOf(emailAddress);
    }
}
