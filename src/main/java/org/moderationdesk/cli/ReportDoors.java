package org.moderationdesk.cli;

import org.moderationdesk.referrals.Filings;
import org.moderationdesk.referrals.ItemReport;
import org.moderationdesk.settings.ReporterSettings;

/**
 * What commands know of reports to NCMEC.
 *
 * @param reporter who reports from this desk
 */
public record ReportDoors(Filings filings, ItemReport reports, ReporterSettings reporter) {}
