package org.moderationdesk.cli;

import org.moderationdesk.referrals.ReportDrafts;
import org.moderationdesk.referrals.Schemas;
import org.moderationdesk.referrals.Sending;
import org.moderationdesk.referrals.Workspace;

/** What commands know of referrals and of reports to NCMEC. */
public record ReportDoors(Workspace workspace, ReportDrafts drafts, Sending sending, Schemas schemas) {}
