package org.moderationdesk.app;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.moderationdesk.approvals.Notice;
import org.moderationdesk.authorities.AuthorityKind;
import org.moderationdesk.authorities.DossierFiles;
import org.moderationdesk.authorities.Dossiers;
import org.moderationdesk.authorities.OrderNotices;
import org.moderationdesk.authorities.view.DossierDoors;
import org.moderationdesk.decisions.StoredReferrals;
import org.moderationdesk.emergency.Calls;
import org.moderationdesk.emergency.Emergencies;
import org.moderationdesk.emergency.EmergencyKind;
import org.moderationdesk.emergency.EmergencyNotices;
import org.moderationdesk.notices.Statements;
import org.moderationdesk.notices.view.NoticesCard;
import org.moderationdesk.orders.Orders;
import org.moderationdesk.practice.StoredHiddenTests;
import org.moderationdesk.referrals.DecodedExtents;
import org.moderationdesk.referrals.Environments;
import org.moderationdesk.referrals.Filings;
import org.moderationdesk.referrals.ItemReport;
import org.moderationdesk.referrals.NcmecKind;
import org.moderationdesk.referrals.ReferralKind;
import org.moderationdesk.referrals.ReportDrafts;
import org.moderationdesk.referrals.Schemas;
import org.moderationdesk.referrals.Sending;
import org.moderationdesk.referrals.Workspace;
import org.moderationdesk.referrals.ncmec.Fields;
import org.moderationdesk.referrals.ncmec.Outline;
import org.moderationdesk.referrals.targets.StoredTargets;
import org.moderationdesk.referrals.targets.SupportLine;
import org.moderationdesk.referrals.targets.Targets;
import org.moderationdesk.referrals.view.ReporterCard;
import org.moderationdesk.review.ItemLooks;
import org.moderationdesk.settings.NoticeSettings;
import org.moderationdesk.settings.Settings;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.Right;
import org.moderationdesk.staff.SettingChange;
import org.moderationdesk.transparency.FigureReader;
import org.moderationdesk.transparency.FiguresFile;

/** The rooms of referrals at an open desk. */
final class ReferralRooms {
    private final OpenDesk desk;
    private final Settings settings;

    /** @param settings read anew each time, off the JavaFX thread */
    ReferralRooms(OpenDesk desk, Settings settings) {
        this.desk = desk;
        this.settings = settings;
    }

    Workspace workspace() {
        List<ReferralKind> kinds = List.of(new NcmecKind(), new AuthorityKind(), new EmergencyKind());
        return new Workspace(
                desk.store(),
                desk.log(),
                kinds,
                desk.decisions().approvals(),
                () -> new Preferences(settings).referrals(),
                desk.clock());
    }

    /** Reports to NCMEC. */
    Filings filings() {
        return filings(desk);
    }

    static Filings filings(OpenDesk desk) {
        return new Filings(
                desk.store(),
                desk.log(),
                new StoredReferrals(desk.store(), new StoredHiddenTests()),
                desk.media(),
                schemas(desk),
                desk.clock());
    }

    /** What this person is told of orders of authorities that are open, and of calls to emergency services. */
    static List<Notice> notices(OpenDesk desk, Person person) {
        return Stream.concat(
                        new OrderNotices(new Orders(desk.store(), desk.log(), desk.clock())).of(person).stream(),
                        new EmergencyNotices(new Calls(desk.store()), desk.clock()).of(person).stream())
                .toList();
    }

    /** Dossiers for police and courts, of what is no hidden test. */
    static Dossiers dossiers(OpenDesk desk) {
        var referrals = new StoredReferrals(desk.store(), new StoredHiddenTests());
        var known = new Dossiers.Known(desk.items(), desk.decisions(), referrals);
        return new Dossiers(desk.store(), desk.log(), known, desk.clock());
    }

    /** Calls to emergency services, from where the desk is. */
    Emergencies emergencies() {
        return desk.emergencies(new Preferences(settings).establishment().state());
    }

    DossierDoors dossierDoors() {
        Dossiers dossiers = dossiers(desk);
        return new DossierDoors(
                dossiers,
                new DossierFiles(dossiers, desk.checkpoints()),
                () -> new Preferences(settings).establishment().state());
    }

    /** What reports are checked by. */
    static Schemas schemas(OpenDesk desk) {
        return new Schemas(desk.store(), desk.log(), Outline.read(), desk.clock());
    }

    /** What the desk can report of an item by itself. */
    static ItemReport itemReport(OpenDesk desk) {
        return new ItemReport(desk.items(), new ItemLooks(), new DecodedExtents(desk.decoder()), Outline.read());
    }

    /** Drafts of such reports. */
    ReportDrafts drafts() {
        return new ReportDrafts(
                desk.store(),
                desk.log(),
                filings(),
                itemReport(desk),
                new Fields(Outline.read()),
                new ReportDrafts.Sources(desk.decisions().approvals(), () -> new Preferences(settings).reporter()));
    }

    /** Takes reports on. */
    Sending sending() {
        return new Sending(filings(), drafts(), new Environments(desk.store(), desk.log()), desk.clock());
    }

    /** Numbers for transparency reports. */
    FiguresFile figures() {
        return new FiguresFile(new FigureReader(desk.store(), new StoredHiddenTests()), desk.log());
    }

    /** What people concerned are told of decisions. */
    Statements statements() {
        return new Statements(
                desk.store(),
                desk.decisions(),
                desk.rules(),
                desk.items(),
                () -> said(new Preferences(settings)),
                desk.clock());
    }

    /** What people concerned are told of the desk and of who helps. */
    NoticesCard.Held noticesHeld() {
        Targets targets = targets().inForce();
        return new NoticesCard.Held(new Preferences(settings).notices(), targets.version(), SupportLine.of(targets));
    }

    /** Keeps what has changed of it in this person's name; the lines as a version of the targets. */
    NoticesCard.Held keep(Person person, NoticesCard.Held before, NoticeSettings says, List<SupportLine> lines) {
        if (!lines.equals(before.lines())) {
            Targets unused = targets().setSupport(person, before.version(), lines);
        }
        if (!says.equals(before.says())) {
            new SettingChange(desk.log())
                    .keep(person, Right.CHANGE_SETTINGS, Map.of("setting", "notices"), () -> new Preferences(settings)
                            .keep(says));
        }
        return noticesHeld();
    }

    private StoredTargets targets() {
        return new StoredTargets(desk.store(), desk.log());
    }

    private static Statements.Desk said(Preferences preferences) {
        return new Statements.Desk(
                preferences.establishment().state(), preferences.notices().complaints());
    }

    /** Who reports, and how soon referrals are to go out, as set. */
    ReporterCard.Held held() {
        var preferences = new Preferences(settings);
        return new ReporterCard.Held(preferences.reporter(), preferences.referrals());
    }

    /** Keeps it in this person's name. */
    void keep(Person person, ReporterCard.Held held) {
        var preferences = new Preferences(settings);
        new SettingChange(desk.log())
                .keep(
                        person,
                        Right.CHANGE_SETTINGS,
                        Map.of("setting", "referrals"),
                        () -> preferences.keep(held.reporter(), held.times()));
    }
}
