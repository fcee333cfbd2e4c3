package org.moderationdesk.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.moderationdesk.decisions.StoredReferrals;
import org.moderationdesk.guidelines.ReferralTarget;
import org.moderationdesk.practice.StoredHiddenTests;
import org.moderationdesk.referrals.Environment;
import org.moderationdesk.referrals.Environments;
import org.moderationdesk.referrals.Filing;
import org.moderationdesk.referrals.Filings;
import org.moderationdesk.referrals.ReportDrafts;
import org.moderationdesk.referrals.ShownStop;
import org.moderationdesk.referrals.ncmec.Element;
import org.moderationdesk.referrals.ncmec.Fields;
import org.moderationdesk.referrals.ncmec.IncidentType;
import org.moderationdesk.referrals.ncmec.Outline;
import org.moderationdesk.settings.ReporterSettings;
import org.moderationdesk.staff.Person;

/**
 * A report to NCMEC that stops, while the tour goes on. The desk signs in nowhere, so that nothing goes out, whatever is
 * pressed.
 */
final class TourReport {
    /** Who reports at the desk of the tour. */
    static final ReporterSettings REPORTER =
            new ReporterSettings("Noor", "de Wit", "desk@example.org", "Sample App", "", "", "");

    private static final int MOST = 100;

    /** Cards that the tour opened for their pictures. */
    private static final List<String> UNFILLED =
            List.of("personOrUserReportedPerson/phone[1]", "ipCaptureEvent[1]", "associatedAccount[1]");

    private final OpenDesk desk;
    private final Person person;
    private final Filings filings;
    private final Fields fields = new Fields(Outline.read());

    TourReport(OpenDesk desk, Person person) {
        this.desk = desk;
        this.person = person;
        this.filings = ReferralRooms.filings(desk);
    }

    /** Makes a report of the referral that needs no second person, and has it refused. */
    void stop() {
        new Environments(desk.store(), desk.log()).choose(person, Environment.TEST);
        new StoredReferrals(desk.store(), new StoredHiddenTests())
                .newest(person, MOST).stream()
                        .filter(line -> line.to() == ReferralTarget.NCMEC && line.threatToLife())
                        .findFirst()
                        .ifPresent(line -> stop(line.id()));
    }

    private void stop(String referral) {
        var sources = new ReportDrafts.Sources(desk.decisions().approvals(), () -> REPORTER);
        var drafts =
                new ReportDrafts(desk.store(), desk.log(), filings, ReferralRooms.itemReport(desk), fields, sources);
        ReportDrafts.Prepared prepared = drafts.prepare(person, referral);
        Element report = fields.with(
                prepared.content().report(),
                "report/incidentSummary/incidentType",
                IncidentType.ONLINE_ENTICEMENT.code());
        for (String unfilled : UNFILLED) {
            report = fields.flagged(report, "report/personOrUserReported[1]/" + unfilled, false);
        }
        var content = new ReportDrafts.Content(report, prepared.content().files());
        int unused = drafts.save(person, referral, content, prepared.revision());
        Filing filing = drafts.file(person, referral, Environment.TEST);
        try {
            ShownStop.of(filings, person, filing.id());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
