package org.moderationdesk.referrals.ncmec;

/** One place of what is reported: a report may have several. */
public record InternetDetails(Incident incident) {}
