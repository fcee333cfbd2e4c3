package org.moderationdesk.cli;

import java.util.Optional;
import org.moderationdesk.approvals.Approvals;
import org.moderationdesk.audit.Custody;
import org.moderationdesk.audit.Exporter;
import org.moderationdesk.audit.PersonNotices;
import org.moderationdesk.base.Texts;
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
import org.moderationdesk.practice.Hidden;
import org.moderationdesk.practice.Practice;
import org.moderationdesk.practice.SetMedia;
import org.moderationdesk.proof.Checkpoints;
import org.moderationdesk.queue.Queue;
import org.moderationdesk.queue.Rerouting;
import org.moderationdesk.retention.AccessExport;
import org.moderationdesk.retention.PersonErasure;
import org.moderationdesk.retention.Retention;
import org.moderationdesk.review.Review;
import org.moderationdesk.routing.StoredPlans;
import org.moderationdesk.sample.SampleQueue;
import org.moderationdesk.sample.ShippedPractice;
import org.moderationdesk.staff.People;
import org.moderationdesk.staff.Person;
import org.moderationdesk.staff.StoredSkills;
import org.moderationdesk.transparency.FiguresFile;

/** The rooms of a desk whose store is open; wired under the roof. */
public interface OpenedDesk extends AutoCloseable {
    Texts texts();

    Book book();

    StoredEditions editions();

    Readers readers();

    TouchedDecisions touched();

    ReReviews reReviews();

    EventLog log();

    StoredEvents events();

    Verifier verifier();

    Checkpoints checkpoints();

    /** Copies the desk's own store; a shared one is its server's to copy. */
    Optional<Backup> backup();

    People people();

    StoredSkills skills();

    StoredItems items();

    Queue queue();

    StoredPlans plans();

    Rerouting rerouting();

    QualityDoors quality();

    Practice practice();

    /** Practice sets brought in with files. */
    SetMedia practiceMedia();

    /** Hidden tests among the cases. */
    Hidden hidden();

    Rules rules();

    StoredDecisions decisions();

    Review review();

    Approvals approvals();

    Intake intake();

    Exporter exporter();

    StoredReferrals referrals();

    ReportDoors reports();

    /** Authorities, and whoever else is turned to or gives orders. */
    AuthorityDoors authorities();

    /** What people concerned are told of decisions, as this person may read it. */
    PersonNotices notices(Person person);

    /** Numbers for transparency reports. */
    FiguresFile figures();

    Custody custody(Person person);

    Retention retention();

    PersonErasure personErasure();

    AccessExport accessExport();

    SampleQueue sample();

    ShippedPractice shippedPractice();

    @Override
    void close();
}
