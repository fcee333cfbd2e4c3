package org.moderationdesk.referrals.ncmec;

/** Marks a report of several accounts that spread the same file. */
public record BatchedReport(BatchReason reason) {}
