package org.moderationdesk.referrals.ncmec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A web page. */
public record WebPageIncident(
        @Nullable Boolean thirdPartyHostedContent,
        List<String> url,
        @Nullable String additionalInfo) implements Incident {
    public WebPageIncident {
        url = List.copyOf(url);
    }
}
