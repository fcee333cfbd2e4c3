package org.moderationdesk.decisions;

/** A proposal as it was written, with the codes in it that are none. */
public record ProposalLine(Proposal proposal, Strays strays) {}
