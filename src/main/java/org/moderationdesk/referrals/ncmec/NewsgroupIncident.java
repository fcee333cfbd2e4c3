package org.moderationdesk.referrals.ncmec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A newsgroup. */
public record NewsgroupIncident(
        @Nullable String name,
        List<Email> emailAddress,
        @Nullable String content,
        @Nullable String additionalInfo) implements Incident {
    public NewsgroupIncident {
        emailAddress = List.copyOf(emailAddress);
    }
}
