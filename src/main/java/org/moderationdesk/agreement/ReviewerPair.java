package org.moderationdesk.agreement;

import org.moderationdesk.decisions.Outcome;

/** How far two people agree on outcomes; {@code one} comes before {@code other} by name. */
public record ReviewerPair(String one, String other, Agreement<Outcome> agreement) {}
