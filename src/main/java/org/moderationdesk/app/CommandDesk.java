package org.moderationdesk.app;

import java.time.InstantSource;
import java.util.Optional;
import org.moderationdesk.approvals.Approvals;
import org.moderationdesk.audit.Custody;
import org.moderationdesk.audit.ExportRows;
import org.moderationdesk.audit.Exporter;
import org.moderationdesk.audit.PersonNotices;
import org.moderationdesk.authorities.DossierFiles;
import org.moderationdesk.authorities.Dossiers;
import org.moderationdesk.base.Texts;
import org.moderationdesk.cli.AuthorityDoors;
import org.moderationdesk.cli.OpenedDesk;
import org.moderationdesk.cli.QualityDoors;
import org.moderationdesk.cli.ReportDoors;
import org.moderationdesk.db.Backup;
import org.moderationdesk.decisions.Rules;
import org.moderationdesk.decisions.StoredDecisions;
import org.moderationdesk.decisions.StoredReferrals;
import org.moderationdesk.editions.ReReviews;
import org.moderationdesk.editions.Readers;
import org.moderationdesk.editions.StoredEditions;
import org.moderationdesk.editions.TouchedDecisions;
import org.moderationdesk.guidelines.Book;
import org.moderationdesk.intake.Intake;
import org.moderationdesk.items.StoredItems;
import org.moderationdesk.log.EventLog;
import org.moderationdesk.log.StoredEvents;
import org.moderationdesk.log.Verifier;
import org.moderationdesk.orders.Orders;
import org.moderationdesk.practice.Hidden;
import org.moderationdesk.practice.Practice;
import org.moderationdesk.practice.SetMedia;
import org.moderationdesk.practice.StoredHiddenTests;
import org.moderationdesk.proof.Checkpoints;
import org.moderationdesk.queue.Queue;
import org.moderationdesk.queue.Rerouting;
import org.moderationdesk.referrals.targets.StoredTargets;
import org.moderationdesk.retention.AccessExport;
import org.moderationdesk.retention.PersonErasure;
import org.moderationdesk.retention.Retention;
import org.moderationdesk.review.Review;
import org.moderationdesk.routing.StoredPlans;
import org.moderationdesk.sample.SampleQueue;
import org.moderationdesk.sample.ShippedPractice;
import org.moderationdesk.settings.Settings;
import org.moderationdesk.staff.People;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.StoredSkills;
import org.moderationdesk.transparency.FiguresFile;

/** The rooms of an open desk as commands know them. */
final class CommandDesk implements OpenedDesk {
    private final OpenDesk desk;
    private final Texts texts;
    private final InstantSource clock;
    private final ReferralRooms referrals;
    private final Preferences preferences;

    /** @param settings where it stands who reports, and where they are */
    CommandDesk(OpenDesk desk, Texts texts, InstantSource clock, Settings settings) {
        this.desk = desk;
        this.texts = texts;
        this.clock = clock;
        this.referrals = new ReferralRooms(desk, settings);
        this.preferences = new Preferences(settings);
    }

    @Override
    public Texts texts() {
        return texts;
    }

    @Override
    public Book book() {
        return desk.book();
    }

    @Override
    public StoredEditions editions() {
        return desk.editions();
    }

    @Override
    public Readers readers() {
        return desk.readers();
    }

    @Override
    public TouchedDecisions touched() {
        return desk.touched();
    }

    @Override
    public ReReviews reReviews() {
        return desk.reReviews();
    }

    @Override
    public EventLog log() {
        return desk.log();
    }

    @Override
    public StoredEvents events() {
        return new StoredEvents(desk.store());
    }

    @Override
    public Verifier verifier() {
        return desk.verifier();
    }

    @Override
    public Checkpoints checkpoints() {
        return desk.checkpoints();
    }

    @Override
    public Optional<Backup> backup() {
        return desk.backup();
    }

    @Override
    public StoredSkills skills() {
        return new StoredSkills(desk.store(), desk.log());
    }

    @Override
    public QualityDoors quality() {
        return new QualityDoors(
                desk.samplingPlans(),
                desk.sampling(),
                desk.secondReviews(),
                desk.differences(),
                desk.coverages(),
                clock);
    }

    @Override
    public Practice practice() {
        return desk.practice();
    }

    @Override
    public Hidden hidden() {
        return desk.hidden();
    }

    @Override
    public People people() {
        return desk.people();
    }

    @Override
    public StoredItems items() {
        return desk.items();
    }

    @Override
    public Queue queue() {
        return desk.queue();
    }

    @Override
    public StoredPlans plans() {
        return desk.plans();
    }

    @Override
    public Rerouting rerouting() {
        return desk.rerouting();
    }

    @Override
    public Rules rules() {
        return desk.rules();
    }

    @Override
    public StoredDecisions decisions() {
        return desk.decisions();
    }

    @Override
    public Review review() {
        return desk.review();
    }

    @Override
    public Approvals approvals() {
        return desk.approvals();
    }

    @Override
    public Intake intake() {
        return desk.intake();
    }

    @Override
    public Exporter exporter() {
        var rows = new ExportRows(desk.archive(), desk.items(), desk.decisions(), events());
        return new Exporter(rows, desk.log(), clock);
    }

    @Override
    public StoredReferrals referrals() {
        return new StoredReferrals(desk.store(), new StoredHiddenTests());
    }

    @Override
    public ReportDoors reports() {
        return new ReportDoors(
                referrals.workspace(), referrals.drafts(), referrals.sending(), ReferralRooms.schemas(desk));
    }

    @Override
    public AuthorityDoors authorities() {
        String own = preferences.establishment().state();
        Dossiers dossiers = ReferralRooms.dossiers(desk);
        return new AuthorityDoors(
                new StoredTargets(desk.store(), desk.log()),
                new Orders(desk.store(), desk.log(), clock),
                person -> ReferralRooms.notices(desk, person),
                desk.emergencies(own),
                dossiers,
                new DossierFiles(dossiers, desk.checkpoints()),
                own);
    }

    @Override
    public PersonNotices notices(Person person) {
        return new PersonNotices(desk.decisionLog(person), referrals.statements(), desk.log());
    }

    @Override
    public FiguresFile figures() {
        return referrals.figures();
    }

    @Override
    public Custody custody(Person person) {
        return desk.custody(person);
    }

    @Override
    public Retention retention() {
        return desk.retention();
    }

    @Override
    public PersonErasure personErasure() {
        return desk.personErasure();
    }

    @Override
    public AccessExport accessExport() {
        return desk.accessExport();
    }

    @Override
    public SetMedia practiceMedia() {
        return desk.practiceMedia();
    }

    @Override
    public ShippedPractice shippedPractice() {
        return desk.shippedPractice();
    }

    @Override
    public SampleQueue sample() {
        return desk.samples();
    }

    @Override
    public void close() {
        desk.close();
    }
}
