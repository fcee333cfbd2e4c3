package org.moderationdesk.referrals.view;

import org.moderationdesk.referrals.ReportDrafts;
import org.moderationdesk.referrals.Sending;
import org.moderationdesk.referrals.Workspace;

/** What the screen of referrals asks of the desk. */
public record ReferralDoors(Workspace workspace, ReportDrafts drafts, Sending sending) {}
