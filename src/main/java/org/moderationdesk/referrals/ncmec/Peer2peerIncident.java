package org.moderationdesk.referrals.ncmec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files shared from computer to computer. */
public record Peer2peerIncident(
        @Nullable String client,
        List<IpCaptureEvent> ipCaptureEvent,
        @Nullable String fileNames,
        @Nullable String additionalInfo)
        implements Incident {
    public Peer2peerIncident {
        ipCaptureEvent = List.copyOf(ipCaptureEvent);
    }
}
