package org.moderationdesk.app;

import static org.moderationdesk.app.TourWindow.Modifier.ALT;
import static org.moderationdesk.app.TourWindow.Modifier.SHORTCUT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.moderationdesk.decisions.ReferralLine;
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

    /** Words that are written into the form while a colleague saves it. */
    private static final String WRITTEN = "#report-incidentSummary-platform";

    private final OpenDesk desk;
    private final Person person;
    private final Filings filings;
    private final Fields fields = new Fields(Outline.read());

    TourReport(OpenDesk desk, Person person) {
        this.desk = desk;
        this.person = person;
        this.filings = ReferralRooms.filings(desk);
    }

    /**
     * Places of the incident, and what is said of people, each as a card; a card that was taken off, and words that a
     * colleague's came before.
     */
    static void walk(TourWindow window, Taking pictures, Consumer<OpenDesk> colleague) throws IOException {
        for (String kind : List.of("chatImIncident", "nonInternetIncident")) {
            window.choose("#report-add-place", "report-add-" + kind);
        }
        pictures.take("referral-form-places");
        for (String part : List.of(
                "personOrUserReportedPerson-phone",
                "ipCaptureEvent",
                "accountPermanentlyDisabled",
                "associatedAccount")) {
            window.choose(
                    "#report-more-report-personOrUserReported-1", "report-offer-report-personOrUserReported-1-" + part);
        }
        pictures.take("referral-form-people");
        window.key(KeyCode.S, SHORTCUT);
        window.fire("#report-remove-personOrUserReported-1-associatedAccount-1");
        pictures.take("referral-removed");
        window.key(KeyCode.Z, SHORTCUT);
        window.focus(WRITTEN);
        window.type("Sample");
        window.meanwhile(colleague);
        window.focus("#referrals-list");
        window.key(KeyCode.J);
        window.key(KeyCode.ENTER);
        pictures.take("referral-missed");
        window.key(KeyCode.U, ALT);
    }

    /** Makes a report of the referral that needs no second person, and has it refused. */
    void stop() {
        new Environments(desk.store(), desk.log()).choose(person, Environment.TEST);
        ncmec().filter(ReferralLine::threatToLife).findFirst().ifPresent(line -> stop(line.id()));
    }

    /** Saves another draft of each report, so that what is in the window comes too late. */
    void saveMeanwhile() {
        ReportDrafts drafts = drafts();
        ncmec().forEach(line -> {
            ReportDrafts.Prepared prepared = drafts.prepare(person, line.id());
            Element report = fields.with(
                    prepared.content().report(),
                    "report/incidentSummary/incidentType",
                    IncidentType.ONLINE_ENTICEMENT.code());
            int unused = drafts.save(
                    person,
                    line.id(),
                    new ReportDrafts.Content(report, prepared.content().files()),
                    prepared.revision());
        });
    }

    private ReportDrafts drafts() {
        var sources = new ReportDrafts.Sources(desk.decisions().approvals(), () -> REPORTER);
        return new ReportDrafts(desk.store(), desk.log(), filings, ReferralRooms.itemReport(desk), fields, sources);
    }

    private Stream<ReferralLine> ncmec() {
        return new StoredReferrals(desk.store(), new StoredHiddenTests())
                .newest(person, MOST).stream().filter(line -> line.to() == ReferralTarget.NCMEC);
    }

    private void stop(String referral) {
        ReportDrafts drafts = drafts();
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
