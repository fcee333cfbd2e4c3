package org.moderationdesk.referrals.ncmec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place outside the internet. */
public record NonInternetIncident(
        @Nullable String locationName,
        List<Address> incidentAddress,
        @Nullable String additionalInfo) implements Incident {
    public NonInternetIncident {
        incidentAddress = List.copyOf(incidentAddress);
    }
}
